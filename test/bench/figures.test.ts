import { expect, test } from 'vitest'
import { figure, spread, table } from './figures.ts'

test.each([
  { values: [5], median: 5, min: 5, max: 5 },
  { values: [9, 1, 4], median: 4, min: 1, max: 9 },
  { values: [10, 2, 4, 100], median: 7, min: 2, max: 100 },
])('the spread of $values', ({ values, ...expected }) => {
  expect(spread(values)).toEqual(expected)
})

test('pairs are compared one by one, so that a slow moment of the machine does not count', () => {
  const pairs = [
    { app: 120, baseline: 100 },
    { app: 1200, baseline: 1000 },
    { app: 130, baseline: 100 },
  ]
  expect(figure({ name: 'start', baselineName: 'a bare window', aim: 1.3 }, pairs)).toMatchObject({
    ratio: { median: 1.2, min: 1.2, max: 1.3 },
    app: { median: 130 },
  })
})

test('the table says what was measured against what, and what is aimed at', () => {
  const start = figure({ name: 'start', baselineName: 'a bare window', aim: 1.3 }, [{ app: 612.4, baseline: 500 }])
  const save = figure({ name: 'save', baselineName: 'an insert', aim: null }, [{ app: 9.876, baseline: 3 }])
  expect(table([start, save])).toBe(
    [
      '                         median (lowest – highest)  ratio',
      'start                    612 ms (612 – 612)         1.22× (1.22 – 1.22)  aim ≤ 1.3×',
      '  against a bare window  500 ms (500 – 500)',
      'save                     9.88 ms (9.88 – 9.88)      3.29× (3.29 – 3.29)',
      '  against an insert      3.00 ms (3.00 – 3.00)',
    ].join('\n'),
  )
})
