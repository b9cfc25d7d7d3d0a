import { expect, test } from 'vitest'
import { readDuration, showDuration } from '../../preload/durations.ts'

test.each([
  ['4:37', 277],
  ['0:41', 41],
  ['1:02:03', 3723],
  ['37', 37],
  ['37s', 37],
  ['4m', 240],
  ['4m 37s', 277],
  ['4 min 37 sec', 277],
  ['1h 5m', 3900],
  [' 2:10 ', 130],
  ['0', 0],
])('%j is read as %d seconds', (typed, seconds) => {
  expect(readDuration(typed)).toBe(seconds)
})

test.each(['', ' ', 'soon', '4:', ':37', '4:99', '1:2:3:4', '-5', '4.5', '1e3'])('%j is no length', (typed) => {
  expect(readDuration(typed)).toBeNull()
})

test('what is shown is read back as the same length', () => {
  for (let seconds = 0; seconds < 100_000; seconds += 37) expect(readDuration(showDuration(seconds))).toBe(seconds)
})
