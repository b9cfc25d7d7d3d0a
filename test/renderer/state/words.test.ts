import '../fake-desk.ts'
import { beforeEach, expect, test } from 'vitest'
import { takeSession } from '../../../renderer/state/session.svelte.ts'
import { countryName, dayAndTime, initials, number, timeOfDay } from '../../../renderer/state/words.ts'
import { start } from '../../page/stories.ts'

/** Newer engines put a narrow no-break space before AM and PM. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ')
const noon = new Date(2026, 10, 22, 12, 0)

beforeEach(() => takeSession(start))

test('a time is short today, and says its day otherwise', () => {
  expect(plain(dayAndTime(new Date(2026, 10, 22, 9, 14).toISOString(), noon))).toBe('9:14 AM')
  expect(plain(dayAndTime(new Date(2026, 10, 21, 17, 40).toISOString(), noon))).toBe('Sat, Nov 21, 5:40 PM')
})

test('times and countries speak the agent’s language', () => {
  takeSession({ ...start, locale: 'de-DE' })
  expect(timeOfDay(new Date(2026, 10, 22, 14, 5).toISOString())).toBe('14:05')
  expect(countryName('AT')).toBe('Österreich')
})

test('a number is shown as it is dialled from here', () => {
  expect(number('+16617480240')).toBe('(661) 748-0240')
  takeSession({ ...start, settings: { ...start.settings, country: 'IE' } })
  expect(number('+16617480240')).toBe('+1 661 748 0240')
})

test.each([
  ['Jane Doe', 'JD'],
  ['jane', 'J'],
  ['Jane van der Doe', 'JD'],
  ['ליאת בן־דוד', 'לב'],
  ['  Ada  ', 'A'],
  ['+1 661 748 0240', ''],
  ['', ''],
])('initials of “%s”: “%s”', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
