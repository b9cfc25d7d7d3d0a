/** How the tests of one stage ended. */
export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface Stage {
  readonly name: string
  readonly count: Count
}

/** What is read of vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** What is read of Playwright's JSON report. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[]
  /** Of loading or setting up, outside any test. */
  readonly errors: readonly unknown[]
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly { readonly tests: readonly { readonly projectName: string; readonly status: string }[] }[]
}

export const failedOnce: Count = { passed: 0, failed: 1, skipped: 0 }

/** Counts the tests in files that `belongs` takes. A file that could not even be loaded counts as one failure. */
export function countVitest(report: VitestReport, belongs: (file: string) => boolean): Count {
  const files = report.testResults.filter(({ name }) => belongs(name))
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return tally([
    ...files.flatMap((file) => file.assertionResults.map(({ status }) => status)),
    ...broken.map(() => 'failed'),
  ])
}

export function countPlaywright(report: PlaywrightReport, project: string): Count {
  const tests = report.suites.flatMap(testsOf).filter(({ projectName }) => projectName === project)
  return tally(tests.map(({ status }) => ({ expected: 'passed', skipped: 'skipped' })[status] ?? 'failed'))
}

function testsOf(suite: PlaywrightSuite): { projectName: string; status: string }[] {
  return [...(suite.specs ?? []).flatMap(({ tests }) => tests), ...(suite.suites ?? []).flatMap(testsOf)]
}

function tally(results: readonly string[]): Count {
  const passed = results.filter((result) => result === 'passed').length
  const failed = results.filter((result) => result === 'failed').length
  return { passed, failed, skipped: results.length - passed - failed }
}

/** What a runner's exit code adds: one failure when it complains of something that no test of it shows. */
export function withExitCode(stages: readonly Stage[], runner: string, code: number): Stage[] {
  const shown = stages.some(({ count }) => count.failed > 0)
  return code === 0 || shown ? [...stages] : [...stages, { name: `${runner} (exit code ${code})`, count: failedOnce }]
}

export interface Summary {
  /** The closing line: `N passed, N failed, N skipped`. */
  readonly line: string
  readonly ok: boolean
  /** A sentence for each stage that did not do what it should. */
  readonly complaints: readonly string[]
}

/** Adds up. A stage that ran no test has failed: nothing was shown by it. */
export function summarise(stages: readonly Stage[]): Summary {
  const empty = stages.filter(({ count }) => count.passed + count.failed === 0)
  const sum = (key: keyof Count) => stages.reduce((total, { count }) => total + count[key], 0)
  const failed = sum('failed') + empty.length + (stages.length === 0 ? 1 : 0)
  return {
    line: `${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`,
    ok: failed === 0,
    complaints: [
      ...stages.filter(({ count }) => count.failed > 0).map(({ name, count }) => `${name}: ${count.failed} failed`),
      ...empty.map(({ name }) => `${name}: ran no test`),
    ],
  }
}
