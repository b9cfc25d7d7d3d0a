/** Allows `times` uses within any `windowMs` milliseconds. */
export function createBudget(times: number, windowMs: number, now: () => number): () => boolean {
  let used: number[] = []
  return () => {
    used = used.filter((at) => now() - at < windowMs)
    if (used.length >= times) return false
    used.push(now())
    return true
  }
}
