import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest, failedOnce, summarise, withExitCode } from '../../scripts/lib/report.ts'

const vitest = {
  testResults: [
    {
      name: '/p/test/calls/a.test.ts',
      status: 'passed',
      assertionResults: [{ status: 'passed' }, { status: 'skipped' }],
    },
    {
      name: '/p/test/calls/b.test.ts',
      status: 'failed',
      assertionResults: [{ status: 'failed' }, { status: 'passed' }],
    },
    {
      name: '/p/test/renderer/c.test.ts',
      status: 'passed',
      assertionResults: [{ status: 'passed' }, { status: 'todo' }],
    },
    { name: '/p/test/renderer/broken.test.ts', status: 'failed', assertionResults: [] },
  ],
}
const isComponent = (file: string) => file.includes('/test/renderer/')

const playwright = {
  errors: [],
  suites: [
    {
      specs: [{ tests: [{ projectName: 'page', status: 'expected' }] }],
      suites: [
        {
          specs: [
            { tests: [{ projectName: 'e2e', status: 'expected' }] },
            { tests: [{ projectName: 'e2e', status: 'unexpected' }] },
            { tests: [{ projectName: 'e2e', status: 'flaky' }] },
            { tests: [{ projectName: 'e2e', status: 'skipped' }] },
          ],
        },
      ],
    },
  ],
}

describe('counting', () => {
  test('vitest by project', () =>
    expect(countVitest(vitest, (file) => !isComponent(file))).toEqual({ passed: 2, failed: 1, skipped: 1 }))

  test('a file that could not be loaded is a failure', () =>
    expect(countVitest(vitest, isComponent)).toEqual({ passed: 1, failed: 1, skipped: 1 }))

  test('Playwright by project, in suites of any depth; flaky is failed', () => {
    expect(countPlaywright(playwright, 'page')).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(countPlaywright(playwright, 'e2e')).toEqual({ passed: 1, failed: 2, skipped: 1 })
    expect(countPlaywright(playwright, 'other')).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })
})

describe('the closing line', () => {
  const good = { name: 'unit', count: { passed: 5, failed: 0, skipped: 1 } }

  test('adds up the stages', () => {
    const bad = { name: 'e2e', count: { passed: 2, failed: 1, skipped: 0 } }
    expect(summarise([good])).toEqual({ line: '5 passed, 0 failed, 1 skipped', ok: true, complaints: [] })
    expect(summarise([good, bad])).toEqual({
      line: '7 passed, 1 failed, 1 skipped',
      ok: false,
      complaints: ['e2e: 1 failed'],
    })
  })

  test('a stage that ran no test has failed, also when it skipped them all', () => {
    for (const skipped of [0, 3]) {
      const summary = summarise([good, { name: 'e2e', count: { passed: 0, failed: 0, skipped } }])
      expect(summary.ok).toBe(false)
      expect(summary.line).toBe(`5 passed, 1 failed, ${1 + skipped} skipped`)
      expect(summary.complaints).toEqual(['e2e: ran no test'])
    }
  })

  test('nothing at all has failed', () =>
    expect(summarise([])).toEqual({ line: '0 passed, 1 failed, 0 skipped', ok: false, complaints: [] }))

  test('a runner that fails without a failed test counts as one', () => {
    expect(summarise(withExitCode([good], 'vitest', 1)).line).toBe('5 passed, 1 failed, 1 skipped')
    expect(withExitCode([good], 'vitest', 0)).toEqual([good])
    const shown = { name: 'unit', count: failedOnce }
    expect(withExitCode([shown], 'vitest', 1)).toEqual([shown])
  })
})
