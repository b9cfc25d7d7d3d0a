/** Values that a page taken over could send: all of them survive Electron's structured clone. */
// prettier-ignore
export const ODD_VALUES: readonly (() => unknown)[] = [
  () => undefined, () => null, () => true, () => 0, () => -1, () => 1.5, () => NaN, () => Infinity, () => 2 ** 53, () => 10n,
  () => '', () => 'x', () => '__proto__', () => '\u0000\u202e\ud800', () => 'x'.repeat(500_000), () => [], () => ({}),
  () => [[[[]]]], () => new Array(1_000_000_000), () => new Map([['id', 1]]), () => new Set([1]), () => new Date(NaN), () => /x/g,
  () => new Uint8Array(8), () => new ArrayBuffer(8), () => new Error('x'), () => cyclic(), () => deep(400), () => Object.create(null),
  () => polluting(), () => ({ constructor: { prototype: { polluted: true } } }), () => ({ is: 'open', toString: 1, hasOwnProperty: 1 }),
  () => ({ length: 1e9 }), () => ({ then: 1 }), () => Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i])),
]

function cyclic(): object {
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  return loop
}

function deep(levels: number): object {
  let value: object = {}
  for (let i = 0; i < levels; i++) value = { value, is: value }
  return value
}

/** Has an own key `__proto__`, as the structured clone of a parsed JSON text does. */
export const polluting = (): object => JSON.parse('{"__proto__": {"polluted": true}}') as object

/** A path into a value: keys and indexes. */
export type Path = readonly (string | number)[]

export function everyPath(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [
    at,
    ...Object.entries(value).flatMap(([key, inner]) =>
      everyPath(inner, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

type Change = (holder: Record<string | number, unknown>, key: string | number) => void

/** A copy of `root` that differs at one place. `change` gets the holder there and the key in it. */
export const changed = (root: readonly unknown[], path: Path, change: Change): unknown[] =>
  changeIn(structuredClone(root) as unknown[], path, change)

/** The same in `root` itself; nothing happens when an earlier change took the place away. */
export function changeIn(root: unknown[], path: Path, change: Change): unknown[] {
  let holder: unknown = { root }
  let key: string | number = 'root'
  for (const step of path) {
    holder = (holder as Record<string | number, unknown>)[key]
    key = step
    if (typeof holder !== 'object' || holder === null || ArrayBuffer.isView(holder)) return root
    if (!Object.hasOwn(holder, key)) return root
  }
  change(holder as Record<string | number, unknown>, key)
  return root
}
