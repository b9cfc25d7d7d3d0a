/** The demo Zendesk's own time, in milliseconds since 1970; it keeps running from wherever it was set. */
export interface Clock {
  now(): number
  set(ms: number): void
  advance(ms: number): void
}

export function createClock(base: () => number): Clock {
  let offset = 0
  return {
    now: () => base() + offset,
    set(ms) {
      offset = ms - base()
    },
    advance(ms) {
      offset += ms
    },
  }
}
