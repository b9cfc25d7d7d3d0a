/** A time as a wall clock shows it. Months count from 1. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The wall time taken for UTC, in milliseconds; null when there is no such date or time. */
export function asUtc({ year, month, day, hour, minute, second }: WallTime): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? moment.getTime() : null
}

/**
 * The moment a wall clock in an IANA zone (`Europe/Berlin`) shows this time, in milliseconds; null when the date does
 * not exist. The hour that is shown twice in autumn means the first, the one skipped in spring the hour after.
 */
export function momentIn(wall: WallTime, zone: string): number | null {
  const utc = asUtc(wall)
  if (utc === null) return null
  const before = offsetAt(utc - DAY_MS, zone)
  const after = offsetAt(utc + DAY_MS, zone)
  const offset = [before, after].find((candidate) => offsetAt(utc - candidate, zone) === candidate) ?? before
  return utc - offset
}

/** ISO 8601 with the offset in milliseconds that is given; `Z` where that is none. */
export function isoWithOffset(moment: number, offset: number): string {
  const wall = new Date(moment + offset).toISOString().slice(0, 19)
  if (offset === 0) return `${wall}Z`
  const minutes = Math.abs(offset) / MINUTE_MS
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${wall}${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

export const isoIn = (moment: number, zone: string): string => isoWithOffset(moment, offsetAt(moment, zone))

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const whole = Math.floor(moment / 1000) * 1000
  const parts = formatterOf(zone).formatToParts(whole)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((candidate) => candidate.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - whole
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Kept, since making one takes longer than everything else here. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone)
  if (kept) return kept
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, made)
  return made
}
