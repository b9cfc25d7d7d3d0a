import * as v from 'valibot'
import { withoutJson } from './path.ts'

const headerName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/, 'not a header name'))
const headerValue = v.pipe(v.string(), v.regex(/^[\x20-\x7e]*$/, 'not a header value'))

const faultSchema = v.variant('kind', [
  /** Answers with this status; `body` is sent as text/html unless `headers` say otherwise. */
  v.strictObject({
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    headers: v.optional(v.record(headerName, headerValue)),
    body: v.optional(v.string()),
  }),
  /** Waits this many real milliseconds, then goes on as usual. */
  v.strictObject({ kind: v.literal('delay'), ms: v.pipe(v.number(), v.minValue(0)) }),
  /** Cuts the connection with a TCP reset. */
  v.strictObject({ kind: v.literal('reset') }),
  /** Never answers; the connection stays open. */
  v.strictObject({ kind: v.literal('hang') }),
  /** Does the work and sends half the body under the full Content-Length. */
  v.strictObject({ kind: v.literal('truncate') }),
  /** Sends the client elsewhere. */
  v.strictObject({
    kind: v.literal('redirect'),
    location: headerValue,
    status: v.optional(v.picklist([301, 302, 303, 307, 308])),
  }),
])

export const faultRuleSchema = v.strictObject({
  /** Which requests it meets: the method, and a path where `*` stands for anything (`/api/v2/tickets/*`; no `.json`, no query). */
  match: v.optional(v.strictObject({ method: v.optional(v.string()), path: v.optional(v.string()) })),
  /** How many requests it meets before it is used up. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  /** Whether it strikes before the request has done anything, or after its write was applied and only the answer is lost. */
  when: v.optional(v.picklist(['before', 'after']), 'before'),
  fault: faultSchema,
})

export type Fault = v.InferOutput<typeof faultSchema>
export type FaultRule = v.InferInput<typeof faultRuleSchema>
type ArmedFault = v.InferOutput<typeof faultRuleSchema>

/** Rules wait in the order they were added; a request meets the first that matches it, and only that one. */
export interface Faults {
  add(...rules: readonly FaultRule[]): void
  clear(): void
  /** Those not used up yet. */
  waiting(): readonly ArmedFault[]
  /** The fault this request meets, now counted as used. */
  take(request: { readonly method: string; readonly path: string }): ArmedFault | null
}

export function createFaults(): Faults {
  let rules: ArmedFault[] = []
  return {
    add(...added) {
      rules.push(...added.map((rule) => v.parse(faultRuleSchema, rule)))
    },
    clear() {
      rules = []
    },
    waiting: () => structuredClone(rules),
    take(request) {
      const rule = rules.find((candidate) => matches(candidate, request))
      if (!rule) return null
      rule.times -= 1
      if (rule.times === 0) rules = rules.filter((other) => other !== rule)
      return rule
    },
  }
}

function matches({ match }: ArmedFault, request: { method: string; path: string }): boolean {
  if (match?.method !== undefined && match.method.toUpperCase() !== request.method) return false
  return match?.path === undefined || glob(match.path).test(withoutJson(request.path))
}

function glob(pattern: string): RegExp {
  const literal = withoutJson(pattern)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('.*')}$`)
}
