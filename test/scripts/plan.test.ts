import { expect, test } from 'vitest'
import { planTests } from '../../scripts/lib/plan.ts'

const allVitest = { projects: ['unit', 'component'], files: [] }
const allPlaywright = { projects: ['page', 'e2e'], files: [] }

test('no words: everything', () =>
  expect(planTests([])).toEqual({ check: true, vitest: allVitest, playwright: allPlaywright }))

test('a part alone', () => {
  expect(planTests(['check'])).toEqual({ check: true, vitest: null, playwright: null })
  expect(planTests(['unit'])).toEqual({ check: false, vitest: { projects: ['unit'], files: [] }, playwright: null })
  expect(planTests(['e2e'])).toEqual({ check: false, vitest: null, playwright: { projects: ['e2e'], files: [] } })
})

test('files go to the runner they are for', () => {
  expect(planTests(['test/calls'])).toEqual({
    check: false,
    vitest: { ...allVitest, files: ['test/calls'] },
    playwright: null,
  })
  for (const file of ['test/e2e/drop', 'drop.spec.ts', 'test/page']) {
    expect(planTests([file])).toEqual({ check: false, vitest: null, playwright: { ...allPlaywright, files: [file] } })
  }
})

test('a part and a file together', () =>
  expect(planTests(['e2e', 'drop.spec.ts'])).toEqual({
    check: false,
    vitest: null,
    playwright: { projects: ['e2e'], files: ['drop.spec.ts'] },
  }))

test('an option is refused rather than ignored', () => expect(() => planTests(['--watch'])).toThrow(/--watch/))
