import { asUtc, isoIn, isoWithOffset, momentIn, type WallTime } from './zone.ts'

/** What can be read as the time of a call in a name: ISO 8601 readings, the likeliest first. */
export interface NameTime {
  readonly readings: readonly string[]
  /** The name with `|` in place of everything that was a time or date, so that its digits are not used again. */
  readonly rest: string
}

interface Context {
  /** IANA zone of times that name none. */
  readonly zone: string
  /** Milliseconds; later times are no times of calls. */
  readonly now: number
}

interface Pattern {
  readonly shape: RegExp
  /** Milliseconds, and how to write them; none when the digits are no time after all. */
  readonly read: (groups: readonly string[], context: Context) => readonly Moment[]
}

interface Moment {
  readonly at: number
  readonly iso: string
}

interface Hit {
  readonly moments: readonly Moment[]
  readonly from: number
  readonly to: number
}

const HOUR_MS = 3_600_000
/** Kiribati's clocks are the farthest from UTC. */
const WIDEST_OFFSET_MS = 14 * HOUR_MS
const EARLIEST = Date.UTC(2000, 0)
/** Bare numbers count as Unix times from here on only. */
const EARLIEST_EPOCH = Date.UTC(2005, 0)
/** Clocks of phone systems differ, and a local time may be ahead of ours by half a day. */
const SLACK_MS = 26 * HOUR_MS

const utcMoment = (at: number): Moment => ({ at, iso: isoWithOffset(at, 0) })

function local(wall: WallTime, { zone }: Context): Moment[] {
  const at = momentIn(wall, zone)
  return at === null ? [] : [{ at, iso: isoIn(at, zone) }]
}

const wallOf = ([year, month, day, hour, minute, second]: readonly string[]): WallTime => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
  hour: Number(hour),
  minute: Number(minute),
  second: Number(second || 0),
})

/** `2024-02-08T16_41_25Z`, `20240506_225406.577+0200`, `20240126T03:07_UTC`. A bare `-0200` is too often a number. */
const ZONED: Pattern = {
  shape:
    /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)[T _](\d\d)[:_.-]?(\d\d)(?:[:_.-]?(\d\d)(?:\.\d{1,6})?)?(Z|_?UTC|\+\d\d[:_]?\d\d|-\d\d:\d\d|(?<=\.\d{3})-\d{4})(?![\dA-Za-z])/g,
  read: (groups) => {
    const at = asUtc(wallOf(groups))
    const [, sign, hours, minutes] = /([+-])(\d\d)\D?(\d\d)/.exec(groups[6] ?? '') ?? []
    const size = Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * 60_000
    if (at === null || size > WIDEST_OFFSET_MS || Number(minutes ?? 0) > 59) return []
    const offset = sign === '-' ? -size : size
    return [{ at: at - offset, iso: isoWithOffset(at - offset, offset) }]
  },
}

const epoch = (at: number): Moment[] => (at >= EARLIEST_EPOCH ? [utcMoment(at)] : [])

const EPOCHS: readonly Pattern[] = [
  { shape: /(?<!\d)(\d{13})(?!\d)/g, read: ([ms]) => epoch(Number(ms)) },
  { shape: /(?<!\d)(\d{10})(?!\d)/g, read: ([seconds]) => epoch(Number(seconds) * 1000) },
]

const WRITTEN: readonly Pattern[] = [
  // Year first, separated or not, down to the second; milliseconds may follow.
  {
    shape:
      /(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)(?:[-_ T]{1,3}|\.)?(\d\d)([-_.:]?)(\d\d)\6(\d\d)(?:[.,]?\d{3})?(?!\d)/g,
    read: ([y = '', , mo = '', d = '', h = '', , mi = '', s = ''], context) =>
      local(wallOf([y, mo, d, h, mi, s]), context),
  },
  // The same without seconds, where date and time stand apart.
  {
    shape: /(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)[-_ T.]{1,3}(\d\d)[-_.:h]?(\d\d)(?!\d)/g,
    read: ([y = '', , mo = '', d = '', h = '', mi = ''], context) => local(wallOf([y, mo, d, h, mi]), context),
  },
  // YYMMDD_HHMMSS as phones write it.
  {
    shape: /(?<!\d)(\d\d)(\d\d)(\d\d)[-_](\d\d)(\d\d)(\d\d)(?:\d{3})?(?!\d)/g,
    read: ([y = '', mo = '', d = '', h = '', mi = '', s = ''], context) =>
      local(wallOf([`20${y}`, mo, d, h, mi, s]), context),
  },
  // Day and month in either order: dots mean day first, dashes and slashes month first, and both are offered.
  {
    shape:
      /(?<!\d)(\d{1,2})([-./])(\d{1,2})\2(20\d\d)[-_ T,]{1,3}(?:at )?(\d{1,2})[-_.:h](\d\d)(?:[-_.:](\d\d))?(?: ?([ap])\.?m\b\.?)?(?!\d)/gi,
    read: ([one = '', separator, two = '', y = '', h = '', mi = '', s = '', half], context) => {
      const hour = half ? String((Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) : h
      const orders = separator === '.' ? [[two, one], [one, two]] : [[one, two], [two, one]] // prettier-ignore
      const both = orders.flatMap(([mo = '', d = '']) => local(wallOf([y, mo, d, hour, mi, s]), context))
      return both.filter(({ at }, index) => both.findIndex((other) => other.at === at) === index)
    },
  },
]

/** Dates alone say nothing about the time of day, but their digits are no phone number either. */
const DATES_ALONE =
  /(?<!\d)(?:20\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|\d{1,2}([-./])\d{1,2}(?:\2)20\d\d)(?!\d)/g

/** Finds the time of a call in a file name, trusting zoned times first, then Unix times, then written ones. */
export function takeTime(name: string, context: Context): NameTime {
  const find = (patterns: readonly Pattern[]) => firstHit(name, patterns, context)
  const [zoned, unix, written] = [find([ZONED]), find(EPOCHS), find(WRITTEN)]
  // Ten digits may as well be a phone number: beside a written time they must agree with it.
  const best = zoned ?? (unix && (!written || agree(unix, written)) ? unix : written)
  if (!best) return { readings: [], rest: name.replace(DATES_ALONE, '|') }
  const used = [zoned, unix, written].filter((hit) => hit !== null).filter((hit) => agree(hit, best))
  return { readings: best.moments.map(({ iso }) => iso), rest: without(name, used).replace(DATES_ALONE, '|') }
}

function firstHit(name: string, patterns: readonly Pattern[], context: Context): Hit | null {
  for (const { shape, read } of patterns) {
    for (const match of name.matchAll(shape)) {
      const moments = read(match.slice(1), context).filter(({ at }) => at >= EARLIEST && at <= context.now + SLACK_MS)
      if (moments.length > 0) return { moments, from: match.index, to: match.index + match[0].length }
    }
  }
  return null
}

const agree = (one: Hit, two: Hit): boolean =>
  one.moments.some((a) => two.moments.some((b) => Math.abs(a.at - b.at) <= SLACK_MS))

function without(name: string, hits: readonly Hit[]): string {
  return hits.reduce((text, { from, to }) => text.slice(0, from) + '|'.repeat(to - from) + text.slice(to), name)
}
