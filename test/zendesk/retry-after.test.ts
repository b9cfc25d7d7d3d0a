import { expect, it } from 'vitest'
import { retryAfterSeconds } from '../../main/zendesk/retry-after.ts'
import { seededRandom } from './random.ts'

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0)
const now = () => NOW
const secondsOf = (value: string, date?: string) =>
  retryAfterSeconds({ 'retry-after': value, ...(date !== undefined && { date }) }, now)

it.each([
  ['30', 30],
  [' 30 ', 30],
  ['0', 1],
  ['1', 1],
  ['3600', 3600],
  ['3601', 3600],
  ['999999999', 3600],
  ['Sun, 22 Nov 2026 12:00:45 GMT', 45],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 1],
  ['Mon, 23 Nov 2026 12:00:00 GMT', 3600],
])('%j means %d seconds', (value, seconds) => {
  expect(secondsOf(value)).toBe(seconds)
})

it.each(['', '-5', '+5', '1.5', '1e3', '0x10', 'soon', '5 bananas', 'NaN', 'Infinity', '9'.repeat(40), '2026-11-22'])(
  '%j means nothing',
  (value) => {
    expect(secondsOf(value)).toBeNull()
  },
)

it.each(['Sun, 22 Nov 2026 25:61:00 GMT', 'Sun, 99 Foo 2026 12:00:00 GMT', 'Sun Nov 22 12:00:45 2026'])(
  'a date that is none means nothing: %j',
  (value) => {
    expect(secondsOf(value)).toBeNull()
  },
)

it('means nothing when it is missing', () => {
  expect(retryAfterSeconds({}, now)).toBeNull()
})

it('measures a date from the server’s clock, as this one may be a day off', () => {
  expect(secondsOf('Mon, 23 Nov 2026 12:01:00 GMT', 'Mon, 23 Nov 2026 12:00:00 GMT')).toBe(60)
  expect(secondsOf('Sun, 22 Nov 2026 12:01:00 GMT', 'garbage')).toBe(60)
})

it('keeps 1,000 random values between one second and one hour, or calls them nothing', () => {
  const random = seededRandom('Retry-After')
  const upTo = (most: number) => Math.floor(random() * most)
  const kinds: readonly (() => { value: string; due: number | null })[] = [
    () => {
      const seconds = upTo(10_000)
      return { value: String(seconds), due: Math.min(3600, Math.max(1, seconds)) }
    },
    () => {
      const seconds = upTo(20_000) - 10_000
      const value = new Date(NOW + seconds * 1000).toUTCString()
      return { value, due: Math.min(3600, Math.max(1, seconds)) }
    },
    () => ({ value: `-${upTo(10_000)}`, due: null }),
    () => ({ value: `${upTo(100)}.${upTo(100)}`, due: null }),
    () => ({ value: String.fromCharCode(...Array.from({ length: 1 + upTo(12) }, () => 33 + upTo(14))), due: null }),
    () => ({ value: new Date(NOW + upTo(1e9)).toISOString(), due: null }),
  ]
  for (let i = 0; i < 1000; i++) {
    const { value, due } = kinds[upTo(kinds.length)]!()
    expect(secondsOf(value), value).toBe(due)
  }
})
