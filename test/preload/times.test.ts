import { afterEach, describe, expect, test, vi } from 'vitest'
import { localInput, readLocalInput, utcSeconds, withOffset } from '../../preload/times.ts'

afterEach(() => void vi.unstubAllEnvs())

describe.each([
  ['UTC', '2026-11-22T14:31:44+00:00'],
  ['Europe/Berlin', '2026-11-22T15:31:44+01:00'],
  ['America/Los_Angeles', '2026-11-22T06:31:44-08:00'],
  ['Asia/Kolkata', '2026-11-22T20:01:44+05:30'],
])('in %s', (zone, local) => {
  test('a moment is written in local time with its offset, and is the same moment when read', () => {
    vi.stubEnv('TZ', zone)
    const moment = new Date('2026-11-22T14:31:44Z')
    expect(withOffset(moment)).toBe(local)
    expect(new Date(withOffset(moment)).getTime()).toBe(moment.getTime())
    expect(readLocalInput(localInput(moment))).toEqual(moment)
  })
})

test('summer and winter time each have their own offset', () => {
  vi.stubEnv('TZ', 'Europe/Berlin')
  expect(withOffset(new Date('2026-07-01T10:00:00Z'))).toBe('2026-07-01T12:00:00+02:00')
  expect(withOffset(new Date('2026-12-01T10:00:00Z'))).toBe('2026-12-01T11:00:00+01:00')
})

test('an incomplete field is no time', () => {
  for (const text of ['', '2026-11-22', '2026-11-22T', '2026-13-45T99:99', 'now'])
    expect(readLocalInput(text)).toBeNull()
})

test('Zendesk gets UTC with whole seconds', () => {
  expect(utcSeconds(new Date('2026-11-22T14:31:44.987Z'))).toBe('2026-11-22T14:31:44Z')
})

describe.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'])(
  'in %s',
  (zone) => {
    test('a year is typed digit by digit, and the field shows what was typed', () => {
      vi.stubEnv('TZ', zone)
      for (const year of ['0002', '0020', '0202', '2026']) {
        const typed = `${year}-11-22T10:05:07`
        const kept = withOffset(readLocalInput(typed)!)
        expect(kept.slice(0, 4)).toBe(year)
        expect(localInput(new Date(kept))).toBe(typed)
      }
    })

    test('no hour of a year is lost or doubled, also where clocks are changed', () => {
      vi.stubEnv('TZ', zone)
      const start = Date.UTC(2026, 0, 1)
      for (let hour = 0; hour < 366 * 24; hour += 1) {
        const moment = new Date(start + hour * 3_600_000)
        expect(new Date(withOffset(moment)).getTime()).toBe(moment.getTime())
      }
    })
  },
)

test('an hour that clocks skip is the one after it', () => {
  vi.stubEnv('TZ', 'Europe/Berlin')
  expect(readLocalInput('2026-03-29T02:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
})
