/** Moments are milliseconds since 1970, with fractions: the same clock in every process of this computer. */
export const wallClock = (): number => performance.timeOrigin + performance.now()

/** In the page: settles with the moment at which a field for text had the focus and a frame with it was drawn. */
export const untilTypeable = `new Promise((done) => {
  const ready = () => document.activeElement?.matches('input, textarea')
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())))
  if (ready()) drawn()
  else document.addEventListener('focusin', () => ready() && drawn(), { once: true })
})`
