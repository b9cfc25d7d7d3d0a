import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root, runNode, tool } from './run.ts'

/** What the tools remember between runs; `npm ci` forgets it. (svelte-check has a folder of its own.) */
const cache = join(root, 'node_modules/.cache')

interface Check {
  readonly name: string
  readonly script: string
  readonly args: readonly string[]
}

/** The slow ones first. */
function checks(): readonly Check[] {
  return [
    {
      name: 'lint',
      script: tool('eslint'),
      args: [
        '--cache',
        '--cache-strategy',
        'content',
        '--cache-location',
        join(cache, 'eslint/'),
        '--max-warnings',
        '0',
        '.',
      ],
    },
    {
      name: 'types', // of every .ts and .svelte file, against the Electron that ships
      script: tool('svelte-check'),
      args: ['--incremental', '--output', 'human', '--fail-on-warnings', '--tsconfig', 'tsconfig.json'],
    },
    {
      name: 'types on Electron 33',
      script: tool('typescript', 'tsc'),
      args: [
        '-p',
        'test/tsconfig.electron33.json',
        '--incremental',
        '--tsBuildInfoFile',
        join(cache, 'electron33.tsbuildinfo'),
      ],
    },
    {
      name: 'format',
      script: tool('prettier'),
      args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', join(cache, 'prettier.json'), '.'],
    },
    { name: 'dead code', script: tool('knip'), args: ['--no-progress'] },
  ]
}

export interface Outcome {
  readonly name: string
  readonly ok: boolean
}

/** Runs every check, as many at once as there are cores, and prints what the failing ones found. */
export async function check(): Promise<Outcome[]> {
  const waiting = [...checks()]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const started = performance.now()
      const { code, output } = await runNode(next.script, next.args, { quiet: true })
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const ok = code === 0
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${next.name} (${seconds} s)`)
      if (!ok) console.log(output.trim() || `exit code ${code}`)
      outcomes.push({ name: next.name, ok })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return outcomes
}
