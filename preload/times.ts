/**
 * A moment as ISO 8601 with this computer's offset, for example `2026-11-22T14:31:44+01:00`. The same moment when read,
 * also in the years 0002, 0020 and 0202 that a field passes through while 2026 is typed: offsets had seconds then.
 */
export function withOffset(moment: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  const offset = -moment.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const zone = `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`
  return `${new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19)}${zone}`
}

/** A moment as a `datetime-local` field holds it: local wall-clock time to the second, no zone. */
export function localInput(moment: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  const date = `${String(moment.getFullYear()).padStart(4, '0')}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
  return `${date}T${pad(moment.getHours())}:${pad(moment.getMinutes())}:${pad(moment.getSeconds())}`
}

/** Reads what a `datetime-local` field holds; null while it is incomplete. */
export function readLocalInput(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return null
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** A moment as Zendesk wants it: UTC, whole seconds, ending in Z. */
export const utcSeconds = (moment: Date): string => moment.toISOString().replace(/\.\d{3}Z$/, 'Z')
