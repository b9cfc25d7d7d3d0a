/** A random run that can be had again: its seed is printed, and AFTERCALL_SEED brings it back. */
export function seeded(name: string): { readonly seed: number; readonly random: () => number } {
  const seed = Number(process.env.AFTERCALL_SEED ?? Math.floor(Math.random() * 2 ** 31))
  console.log(`${name}: AFTERCALL_SEED=${seed}`)
  return { seed, random: generator(seed) }
}

/** Numbers from 0 up to but not including 1, always the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const between = (random: () => number, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

export function oneOf<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}
