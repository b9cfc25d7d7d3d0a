// npm test: prepares the machine, then checks, unit and component tests, the build, and the tests in a real Electron.
// A part or files alone: npm test -- unit · npm test -- e2e · npm test -- test/calls
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './lib/check.ts'
import { withDesktop } from './lib/desktop.ts'
import { electronEnv } from './lib/electron.ts'
import { planTests, type Plan } from './lib/plan.ts'
import { prepare } from './lib/prepare.ts'
import {
  countPlaywright,
  countVitest,
  failedOnce,
  summarise,
  withExitCode,
  type PlaywrightReport,
  type Stage,
  type VitestReport,
} from './lib/report.ts'
import { build, Interrupted, main, root, runNode, Stop, tool } from './lib/run.ts'

const results = join(root, 'test-results')

main(async () => {
  const plan = planTests(process.argv.slice(2))
  const stages: Stage[] = []
  try {
    await runPlan(plan, stages)
  } catch (error) {
    if (error instanceof Interrupted) throw error
    console.error(error instanceof Stop ? error.message : error)
    stages.push({ name: 'setting up', count: failedOnce })
  }
  const { line, ok, complaints } = summarise(stages)
  console.log(['', ...complaints, line].join('\n'))
  return ok ? 0 : 1
})

async function runPlan(plan: Plan, stages: Stage[]): Promise<void> {
  const electron = plan.vitest || plan.playwright ? await prepare('tests') : null
  if (plan.check) stages.push(...(await checkStages()))
  if (plan.vitest) stages.push(...(await vitestStages(plan.vitest)))
  if (!plan.playwright || !electron) return
  const built = await build()
  if (built.code !== 0) {
    stages.push({ name: 'build', count: failedOnce })
    return
  }
  const { playwright } = plan
  stages.push(...(await withDesktop((env) => playwrightStages(playwright, electronEnv(electron, env)))))
}

/** Each kind of check counts as one test. */
async function checkStages(): Promise<Stage[]> {
  const outcomes = await check()
  return outcomes.map(({ name, ok }) => ({ name, count: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 } }))
}

async function vitestStages({ projects, files }: NonNullable<Plan['vitest']>): Promise<Stage[]> {
  const reportFile = freshReport('vitest.json')
  const { code } = await runNode(tool('vitest'), [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...files,
  ])
  const report = readReport<VitestReport>(reportFile)
  if (!report) return [{ name: 'vitest (no report)', count: failedOnce }]
  const isComponent = (file: string) => file.replaceAll('\\', '/').includes('/test/renderer/')
  const stages: Stage[] =
    files.length > 0
      ? [{ name: files.join(' '), count: countVitest(report, () => true) }]
      : projects.map((name) => ({
          name,
          count: countVitest(report, (file) => isComponent(file) === (name === 'component')),
        }))
  return withExitCode(stages, 'vitest', code)
}

async function playwrightStages(
  { projects, files }: NonNullable<Plan['playwright']>,
  env: NodeJS.ProcessEnv,
): Promise<Stage[]> {
  const reportFile = freshReport('playwright.json')
  const { code } = await runNode(
    tool('@playwright/test', 'playwright'),
    ['test', ...projects.map((project) => `--project=${project}`), ...files],
    { env },
  )
  const report = readReport<PlaywrightReport>(reportFile)
  if (!report) return [{ name: 'playwright (no report)', count: failedOnce }]
  const counts = projects.map((name) => ({ name, count: countPlaywright(report, name) }))
  // A file filter may well leave a project empty; then it is the files that must hold a test.
  const filled = counts.filter(({ count }) => count.passed + count.failed + count.skipped > 0)
  const none = { name: files.join(' '), count: { passed: 0, failed: 0, skipped: 0 } }
  const stages = files.length === 0 ? counts : filled.length > 0 ? filled : [none]
  return withExitCode(stages, 'playwright', code)
}

/** Last time's report must not be taken for this time's. */
function freshReport(name: string): string {
  const file = join(results, name)
  rmSync(file, { force: true })
  return file
}

function readReport<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null
}
