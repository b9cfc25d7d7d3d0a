import { afterFault, afterOutage, afterThrottle, afterWake, type Random } from './backoff.ts'
import { elapsed, type Moment } from './moments.ts'

/** What a failure means for all sending of the account. */
export type AccountEffect =
  | { readonly is: 'signIn' }
  /** Zendesk named a time; `atLeastMs` is it. */
  | { readonly is: 'throttled'; readonly atLeastMs: number }
  | { readonly is: 'outage'; readonly why: OutageReason; readonly atLeastMs: number | null }
export type OutageReason = 'offline' | 'notZendesk' | 'certificate' | 'down'

/** Why and how long nothing is sent. Stored, so that a restart does not cut it short; a success ends it. */
export interface Hold {
  readonly why: OutageReason | 'throttled' | 'storage'
  /** Zendesk asked for it: no hint and no click shortens it. */
  readonly firm: boolean
  readonly since: Moment
  readonly ms: number
  /** Failures in a row. */
  readonly tries: number
  /** The first of them. */
  readonly began: Moment
  /** Shortened by a hint already; the next one counts only after another failure. */
  readonly hinted: boolean
}

/** Something that makes a try worth while. It proves nothing. */
export type Hint = 'saved' | 'network' | 'wake'

/** A save during an outage may try again when the last try is this old. */
const SAVE_TRIES_AFTER_MS = 5_000

export function heldBy(
  previous: Hold | null,
  effect: Exclude<AccountEffect, { is: 'signIn' }>,
  now: Moment,
  random: Random,
): Hold {
  const why = effect.is === 'throttled' ? 'throttled' : effect.why
  const tries = previous && (previous.why === 'throttled') === (why === 'throttled') ? previous.tries + 1 : 1
  const asked = effect.atLeastMs
  const ms = asked === null ? afterFault(tries, random) : asked + afterThrottle(tries, random)
  return { why, firm: asked !== null, since: now, ms, tries, began: previous?.began ?? now, hinted: false }
}

/** Storage failed: nothing may be sent that can't be written down first. */
export function heldByStorage(previous: Hold | null, now: Moment, random: Random): Hold {
  const tries = (previous?.tries ?? 0) + 1
  return {
    why: 'storage',
    firm: false,
    since: now,
    ms: 1_000 + afterFault(tries, random),
    tries,
    began: now,
    hinted: false,
  }
}

/** Milliseconds still to wait. */
export const holdLeft = (hold: Hold | null, now: Moment): number =>
  hold ? Math.max(0, hold.ms - elapsed(hold.since, now)) : 0

/** The hold after a hint. A second one of the same kind changes nothing. */
export function hinted(hold: Hold, hint: Hint, now: Moment, random: Random): Hold {
  if (hold.firm || hold.hinted) return hold
  const passed = elapsed(hold.since, now)
  if (hint === 'saved') return passed < SAVE_TRIES_AFTER_MS ? hold : { ...hold, ms: passed, hinted: true }
  const wait = hint === 'wake' ? afterWake(random) : afterOutage(elapsed(hold.began, now), random)
  return { ...hold, ms: Math.min(hold.ms, passed + wait), hinted: true }
}
