/** No wait grows beyond this, and none is the last: a saved call is never given up. Milliseconds. */
export const CAP_MS = 15 * 60_000
const FAULT_BASE_MS = 2_000
const THROTTLE_BASE_MS = 1_000
const SPREAD_MS = 60_000

/** A random number from 0 up to but not including 1. */
export type Random = () => number

const ceiling = (base: number, tries: number): number => Math.min(CAP_MS, base * 2 ** Math.min(tries, 30))

/** Milliseconds to wait after the nth failure in a row (n from 1): anywhere up to a doubling limit ("full jitter"). */
export const afterFault = (tries: number, random: Random): number =>
  Math.floor(random() * ceiling(FAULT_BASE_MS, tries))

/**
 * Milliseconds to add to what Zendesk asked for after the nth refusal in a row (n from 1): at least half of a doubling
 * limit, because a desk that was told to slow down must not come back at once by luck.
 */
export function afterThrottle(tries: number, random: Random): number {
  const most = ceiling(THROTTLE_BASE_MS, tries)
  return Math.ceil(most / 2 + (random() * most) / 2)
}

/**
 * Milliseconds to hold back when the network is back after an outage: many desks notice in the same second.
 * Never longer than the outage was, so a short hiccup costs a short wait.
 */
export const afterOutage = (outageMs: number, random: Random): number =>
  Math.floor(random() * Math.min(SPREAD_MS, Math.max(0, outageMs)))

/** Milliseconds to let the network come up after the computer wakes: 2 to 5 s. */
export const afterWake = (random: Random): number => 2_000 + Math.floor(random() * 3_000)
