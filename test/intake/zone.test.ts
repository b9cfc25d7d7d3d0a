import { describe, expect, it } from 'vitest'
import { isoIn, isoWithOffset, momentIn } from '../../main/intake/zone.ts'

const at = (text: string, zone: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number)
  const moment = momentIn({ year, month, day, hour, minute, second }, zone)
  return moment === null ? null : isoIn(moment, zone)
}

describe('a wall clock in a zone', () => {
  it.each([
    ['2024-03-05 14:02:03', 'America/New_York', '2024-03-05T14:02:03-05:00'],
    ['2024-07-05 14:02:03', 'America/New_York', '2024-07-05T14:02:03-04:00'],
    ['2024-07-05 14:02:03', 'Europe/Berlin', '2024-07-05T14:02:03+02:00'],
    ['2024-07-05 14:02:03', 'Asia/Kolkata', '2024-07-05T14:02:03+05:30'],
    ['2024-07-05 00:02:03', 'Pacific/Kiritimati', '2024-07-05T00:02:03+14:00'],
    ['2024-07-05 14:02:03', 'UTC', '2024-07-05T14:02:03Z'],
    ['2024-02-29 23:59:59', 'Europe/London', '2024-02-29T23:59:59Z'],
  ])('shows %s in %s', (text, zone, iso) => {
    expect(at(text, zone)).toBe(iso)
  })

  it('means the first of two equal hours in autumn, and the hour after a skipped one in spring', () => {
    expect(at('2024-10-27 02:30:00', 'Europe/Berlin')).toBe('2024-10-27T02:30:00+02:00')
    expect(at('2024-10-27 03:30:00', 'Europe/Berlin')).toBe('2024-10-27T03:30:00+01:00')
    expect(at('2024-03-31 02:30:00', 'Europe/Berlin')).toBe('2024-03-31T03:30:00+02:00')
    expect(at('2024-11-03 01:30:00', 'America/New_York')).toBe('2024-11-03T01:30:00-04:00')
  })

  it.each([
    '2023-02-29 10:00:00',
    '2024-13-01 10:00:00',
    '2024-04-31 10:00:00',
    '2024-04-30 24:00:00',
    '2024-04-30 10:60:00',
    '2024-00-10 10:00:00',
  ])('never shows %s', (text) => {
    expect(at(text, 'Europe/Berlin')).toBeNull()
  })

  it('is written with the offset that is given', () => {
    expect(isoWithOffset(Date.UTC(2024, 4, 6, 20, 54, 6), -12_600_000)).toBe('2024-05-06T17:24:06-03:30')
  })
})
