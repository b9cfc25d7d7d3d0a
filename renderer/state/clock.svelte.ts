/** The time now, moved on while something on screen counts. */
export const clock: { now: Date } = $state({ now: new Date() })

let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** Moves the clock on until the returned function is called. Wall-clock time, so a sleeping computer loses nothing. */
export function watchClock(): () => void {
  clock.now = new Date()
  watchers += 1
  timer ??= setInterval(() => (clock.now = new Date()), 250)
  return () => {
    watchers -= 1
    if (watchers > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
