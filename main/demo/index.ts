import type { AddressInfo } from 'node:net'
import type { Comment, State, Ticket, User } from './account/model.ts'
import { API_TOKEN, PASSWORD, seedState } from './account/seed.ts'
import { ticketsWithComments } from './account/state.ts'
import type { BearerGrant } from './auth.ts'
import { createClock, type Clock } from './clock.ts'
import { createFaults, type FaultRule } from './faults.ts'
import { createHttpServer } from './http.ts'
import { createAccountLimiter, createTicketUpdateLimiter } from './limits.ts'
import { createRequestLog, type LoggedRequest } from './requestLog.ts'
import { DEFAULT_SWITCHES, type Switches } from './switches.ts'
import type { Pop, World } from './world.ts'

/*
 * The demo Zendesk, an honest local emulator. One request's way through it:
 *
 *   http (socket, faults) → answer (switches, rate limit) → api/ (who may, which endpoint) or pages/ → account/ (the records)
 *
 * A new endpoint is a line in api/routes.ts and a handler; what nobody knows about the real one becomes a switch.
 */

export { readSnapshot } from './account/state.ts'
export type { FaultRule } from './faults.ts'

export interface DemoOptions {
  /** On 127.0.0.1, always; 0 takes any free one. */
  readonly port?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly switches?: Partial<Switches>
  /** Serve `/__demo/…` too. */
  readonly control?: boolean
  /** A saved account to go on with; `readSnapshot` checks one from a file. */
  readonly snapshot?: State
  /** Where the ids of a fresh account start. */
  readonly firstIds?: { readonly ticket: number; readonly long: number }
  /** Told of each page opened in an agent's browser, in the place of that browser. */
  readonly onPop?: (pop: Pop) => void
  /** Told after each request that may have changed the account: time to save a snapshot. */
  readonly onWrite?: () => void
}

/** How somebody signs in: the email with the password, or `email/token` with the token. */
interface Login {
  readonly email: string
  readonly password: string
  readonly apiToken: string
  readonly userId: number
}

/** A signed-up agent and somebody to talk to. */
interface DemoAccount extends Omit<Login, 'userId'> {
  readonly agentId: number
  readonly endUserId: number
  readonly ticketId: number
}

export interface DemoZendesk {
  /** `http://127.0.0.1:port` */
  readonly url: string
  readonly account: DemoAccount
  readonly otherLogins: { readonly admin: Login; readonly lightAgent: Login; readonly endUser: Login }
  /** May be changed at any time. */
  readonly switches: Switches
  readonly faults: { add(...rules: readonly FaultRule[]): void; clear(): void }
  readonly clock: Pick<Clock, 'now' | 'set' | 'advance'>
  /** Bearer tokens that work. */
  readonly bearerTokens: Map<string, BearerGrant>
  pops(): readonly Pop[]
  tickets(): readonly (Ticket & { readonly comments: readonly Comment[] })[]
  users(): readonly User[]
  requests(): readonly LoggedRequest[]
  openConnections(): Promise<number>
  /** The whole account as plain JSON. */
  snapshot(): State
  /** Ends every connection, waiting answers included. */
  close(): Promise<void>
}

const FIRST_IDS = { ticket: 35_100, long: 22_847_310_265_361 }

/** Starts a demo Zendesk. Rejects with Node's own error when the port can't be had. */
export async function startDemo(options: DemoOptions = {}): Promise<DemoZendesk> {
  const clock = createClock(options.now ?? Date.now)
  const state = structuredClone(options.snapshot) ?? seedState(clock.now(), options.firstIds ?? FIRST_IDS)
  const logins = loginsOf(state)
  const world: World = {
    state,
    switches: { ...DEFAULT_SWITCHES, ...options.switches },
    clock,
    access: {
      apiTokens: new Set([API_TOKEN]),
      passwords: new Map(Object.values(logins).map((login) => [login.userId, login.password])),
      bearerTokens: new Map(),
    },
    accountLimiter: createAccountLimiter(),
    ticketUpdateLimiter: createTicketUpdateLimiter(),
    pops: [],
    onPop: options.onPop ?? (() => undefined),
  }
  const faults = createFaults()
  const requests = createRequestLog()
  const closing = new AbortController()
  const server = createHttpServer({
    world,
    faults,
    requests,
    control: options.control ?? false,
    closing: closing.signal,
    onWrite: options.onWrite ?? (() => undefined),
  })
  // As long as real ones: a client's idle connection must not die between two tests.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { agent, ...otherLogins } = logins
  const { userId: agentId, ...secrets } = agent
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account: { ...secrets, agentId, endUserId: state.cast.end_user, ticketId: state.cast.ticket },
    otherLogins,
    switches: world.switches,
    faults,
    clock,
    bearerTokens: world.access.bearerTokens,
    pops: () => [...world.pops],
    tickets: () => structuredClone(ticketsWithComments(state)),
    users: () => structuredClone(state.users),
    requests: requests.all,
    openConnections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
      }),
    snapshot: () => structuredClone(state),
    close: () =>
      new Promise((resolve) => {
        closing.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function loginsOf({ users, cast }: State): Record<'agent' | 'admin' | 'lightAgent' | 'endUser', Login> {
  const login = (userId: number): Login => {
    const email = users.find((user) => user.id === userId)?.email ?? ''
    return { email, password: PASSWORD, apiToken: API_TOKEN, userId }
  }
  const { agent, admin, light_agent: lightAgent, end_user: endUser } = cast
  return { agent: login(agent), admin: login(admin), lightAgent: login(lightAgent), endUser: login(endUser) }
}
