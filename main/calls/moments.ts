/** A point in time on both clocks, so that waiting survives a wall clock that somebody sets. */
export interface Moment {
  /** Milliseconds since 1970, as the computer believes. For people and for the other side of a reboot. */
  readonly wall: number
  /** Milliseconds since this computer was started; the same clock for every process until the next boot. */
  readonly monotonic: number
}

/**
 * Milliseconds that have surely passed. A wall clock that was set, even by days and between two runs, changes nothing:
 * it is believed only after a reboot, which shows as a monotonic clock that started again.
 */
export function elapsed(since: Moment, now: Moment): number {
  if (now.monotonic >= since.monotonic) return now.monotonic - since.monotonic
  return Math.max(now.monotonic, now.wall - since.wall)
}

/** A moment `ms` from now, in UTC, for showing. */
export const utcIn = (ms: number, now: Moment): string => new Date(now.wall + ms).toISOString()
