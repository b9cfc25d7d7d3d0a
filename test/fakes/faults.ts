import type { Zendesk, ZendeskFailure } from '../../main/zendesk/zendesk.ts'
import { fakeZendesk, type FakeZendesk, type Fault } from './zendesk.ts'

export const MINUTE = 60_000

export const offline: Fault = { failure: { kind: 'offline', why: 'unreachable', maybeApplied: false } }
/** The write happened, its answer did not come. */
export const lost: Fault = { failure: { kind: 'offline', why: 'unreachable', maybeApplied: true }, applied: true }
/** For all one can tell the write may have happened, but it did not. */
export const lostBefore: Fault = { failure: { kind: 'timeout', maybeApplied: true } }
export const down: Fault = { failure: { kind: 'temporarilyDown', retryAfterSeconds: null, maybeApplied: false } }
export const refused = (failure: ZendeskFailure): Fault => ({ failure })
export const throttled = (seconds: number): Fault =>
  refused({ kind: 'rateLimited', retryAfterSeconds: seconds, maybeApplied: false })

/** A Zendesk whose first requests of a kind go wrong. */
export function failing(method: keyof Zendesk, fault: Fault, times = 1): FakeZendesk {
  let left = times
  return fakeZendesk((asked) => (asked === method && left-- > 0 ? fault : null))
}
