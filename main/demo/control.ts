import * as v from 'valibot'
import { ticketsWithComments } from './account/state.ts'
import { faultRuleSchema, type Faults } from './faults.ts'
import { json, type Reply } from './reply.ts'
import { someSwitchesSchema } from './switches.ts'
import type { RequestLog } from './requestLog.ts'
import type { World } from './world.ts'

/** What the control path can reach besides the account itself. */
export interface Controlled {
  readonly world: World
  readonly faults: Faults
  readonly requests: RequestLog
}

const clockSchema = v.strictObject({
  set: v.optional(v.union([v.number(), v.pipe(v.string(), v.isoTimestamp())])),
  advance: v.optional(v.number()),
})

const oneOrMore = v.transform((sent: unknown) => (Array.isArray(sent) ? (sent as unknown[]) : [sent]))
const faultsSchema = v.pipe(v.unknown(), oneOrMore, v.array(faultRuleSchema))

const bearerSchema = v.strictObject({
  token: v.pipe(v.string(), v.minLength(8)),
  userId: v.number(),
  scopes: v.array(v.string()),
})

/**
 * `/__demo/…`, the emulator's own controls for curl and for tests in another process:
 * GET state; POST faults (one or a list), DELETE faults; POST switches (some of them); POST clock (`{"set": ms or ISO}`
 * or `{"advance": ms}`); POST bearer (`{"token", "userId", "scopes"}`).
 */
export function answerControl(controlled: Controlled, method: string, path: string, body: string): Reply {
  const { world, faults } = controlled
  switch (`${method} ${path}`) {
    case 'GET /__demo/state':
      return json(200, stateOf(controlled))
    case 'POST /__demo/faults':
      return whenValid(faultsSchema, body, (sent) => {
        faults.add(...sent)
        return { faults: faults.waiting() }
      })
    case 'DELETE /__demo/faults':
      faults.clear()
      return json(200, { faults: [] })
    case 'POST /__demo/switches':
      return whenValid(someSwitchesSchema, body, (sent) => ({ switches: Object.assign(world.switches, sent) }))
    case 'POST /__demo/clock':
      return whenValid(clockSchema, body, (sent) => {
        if (sent.set !== undefined) world.clock.set(typeof sent.set === 'number' ? sent.set : Date.parse(sent.set))
        world.clock.advance(sent.advance ?? 0)
        return { now: world.clock.now() }
      })
    case 'POST /__demo/bearer':
      return whenValid(bearerSchema, body, ({ token, ...grant }) => {
        world.access.bearerTokens.set(token, grant)
        return { userId: grant.userId, scopes: grant.scopes }
      })
    default:
      return json(404, { error: 'no such control' })
  }
}

function stateOf({ world, faults, requests }: Controlled): object {
  const { state, switches, clock, pops } = world
  const tickets = ticketsWithComments(state)
  return {
    now: clock.now(),
    switches,
    faults: faults.waiting(),
    users: state.users,
    tickets,
    pops,
    requests: requests.all(),
  }
}

function whenValid<S extends v.GenericSchema>(schema: S, body: string, act: (sent: v.InferOutput<S>) => object): Reply {
  const parsed = v.safeParse(v.pipe(v.string(), v.rawTransform(parseJson), schema), body)
  if (parsed.success) return json(200, act(parsed.output as v.InferOutput<S>))
  const [issue] = parsed.issues
  return json(400, { error: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}` })
}

function parseJson({ dataset, addIssue, NEVER }: v.RawTransformContext<string>): unknown {
  try {
    return JSON.parse(dataset.value) as unknown
  } catch {
    addIssue({ message: 'not JSON' })
    return NEVER
  }
}
