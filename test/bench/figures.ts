/** Middle and edges of several measurements of the same thing. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** One thing measured against a baseline, pair by pair, in the same run. */
export interface Figure {
  readonly name: string
  readonly baselineName: string
  /** Milliseconds. */
  readonly app: Spread
  readonly baseline: Spread
  /** App to baseline of each pair: what a busy machine does to both falls out. */
  readonly ratio: Spread
  /** The most the ratio should be; null where none is set. */
  readonly aim: number | null
  readonly pairs: readonly Pair[]
}

/** Milliseconds of both, measured one right after the other. */
export interface Pair {
  readonly app: number
  readonly baseline: number
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (place: number): number => sorted[place] ?? NaN
  const middle = (sorted.length - 1) / 2
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2
  return { median, min: at(0), max: at(sorted.length - 1) }
}

export function figure(about: Pick<Figure, 'name' | 'baselineName' | 'aim'>, pairs: readonly Pair[]): Figure {
  return {
    ...about,
    app: spread(pairs.map(({ app }) => app)),
    baseline: spread(pairs.map(({ baseline }) => baseline)),
    ratio: spread(pairs.map(({ app, baseline }) => app / baseline)),
    pairs,
  }
}

/** Lines for the terminal: each figure with its baseline, medians first and lowest to highest beside them. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.flatMap(({ name, baselineName, app, baseline, ratio, aim }) => [
    [name, shown(app, ' ms'), `${shown(ratio, '×')}${aim === null ? '' : `  aim ≤ ${aim}×`}`],
    [`  against ${baselineName}`, shown(baseline, ' ms'), ''],
  ])
  const header = ['', 'median (lowest – highest)', 'ratio']
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [header, ...rows].map(line).join('\n')
}

const shown = ({ median, min, max }: Spread, unit: string): string =>
  `${digits(median)}${unit} (${digits(min)} – ${digits(max)})`

/** Three figures are more than such measurements are good for. */
const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
