import type { Moment } from '../../main/calls/moments.ts'

/** A clock that moves only when told, with timers on it. Its wall clock can be set, as people and time servers do. */
export interface VirtualClock {
  now(): Date
  monotonic(): number
  moment(): Moment
  schedule(ms: number, run: () => void): () => void
  /** Lets time pass, running what is due in order, and lets every promise settle in between. */
  advance(ms: number): Promise<void>
  /** Sets the wall clock forward or back; no time passes. */
  setWall(byMs: number): void
  /** The monotonic clock starts again; `downMs` pass on the wall clock. */
  reboot(downMs: number): void
  /** Milliseconds to the next timer; null when there is none. */
  next(): number | null
}

export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export function virtualClock(start = Date.UTC(2026, 10, 23, 9)): VirtualClock {
  let [wall, monotonic] = [start, 5_000_000]
  let timers: { at: number; run: () => void }[] = []
  const pass = (ms: number): void => {
    wall += ms
    monotonic += ms
  }
  return {
    now: () => new Date(wall),
    monotonic: () => monotonic,
    moment: () => ({ wall, monotonic }),
    schedule(ms, run) {
      const timer = { at: monotonic + ms, run }
      timers.push(timer)
      return () => void (timers = timers.filter((other) => other !== timer))
    },
    async advance(ms) {
      const end = monotonic + ms
      await settle()
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers = timers.filter((timer) => timer !== due)
        pass(Math.max(0, due.at - monotonic))
        due.run()
        await settle()
      }
      pass(end - monotonic)
    },
    setWall: (byMs) => void (wall += byMs),
    reboot(downMs) {
      wall += downMs
      monotonic = 1_000
      timers = []
    },
    next: () => (timers.length > 0 ? Math.min(...timers.map((timer) => timer.at)) - monotonic : null),
  }
}
