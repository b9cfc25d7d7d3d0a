import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { wallClock } from './host/page-probe.ts'
import { figure, type Figure, type Pair } from './figures.ts'
import type { SaveRound } from './host/save.ts'

export interface Bench {
  /** The Electron binary. */
  readonly executable: string
  /** Switches it needs on this machine. */
  readonly flags: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Top folder of the built app. */
  readonly root: string
  /** For the profiles and the stopwatches; emptied first. */
  readonly folder: string
}

const WARM_UP = 2
const STARTS = 9
const SAVES = 25
/** Whatever is measured takes seconds; a stopwatch that is still not there has lost its window. */
const GIVE_UP_MS = 120_000

/** All figures, one after the other; takes about a minute. */
export async function measure(bench: Bench): Promise<readonly Figure[]> {
  rmSync(bench.folder, { recursive: true, force: true })
  mkdirSync(bench.folder, { recursive: true })
  await bundleHosts(bench)
  // The first start signs in to the demo workspace; the later ones find it kept.
  await startApp(bench, ['--demo'])
  return [await measureStart(bench), await measureSave(bench)]
}

async function measureStart(bench: Bench): Promise<Figure> {
  const pairs: Pair[] = []
  for (let run = -WARM_UP; run < STARTS; run += 1) {
    // Whoever goes first in a pair goes second in the next.
    const appFirst = run % 2 === 0
    const early = appFirst ? await startApp(bench) : 0
    const baseline = await startBare(bench)
    const app = appFirst ? early : await startApp(bench)
    if (run >= 0) pairs.push({ app, baseline })
  }
  return figure({ name: 'start to usable form', baselineName: 'a bare window with a static page', aim: 1.3 }, pairs)
}

async function measureSave(bench: Bench): Promise<Figure> {
  const env = { AFTERCALL_BENCH_ROUNDS: String(WARM_UP + SAVES) }
  const { result } = await launch(bench, 'app', [], env)
  const rounds = (result as readonly SaveRound[]).slice(WARM_UP)
  return figure(
    { name: 'Save pressed to “Saved” shown', baselineName: 'one round trip and insert of as many bytes', aim: null },
    rounds.map(({ app, bare }) => ({ app, baseline: bare })),
  )
}

async function startApp(bench: Bench, args: readonly string[] = []): Promise<number> {
  const { result, started } = await launch(bench, 'app', args, { AFTERCALL_BENCH_ROUNDS: '0' })
  return Number(result) - started
}

async function startBare(bench: Bench): Promise<number> {
  const { result, started } = await launch(bench, 'bare', [], {})
  return Number(result) - started
}

/** Runs a stopwatch to its end; answers what it told, and when it was started. */
function launch(
  bench: Bench,
  host: 'app' | 'bare',
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly result: unknown; readonly started: number }> {
  const profile = `--user-data-dir=${join(bench.folder, `${host}-profile`)}`
  return new Promise((settle, reject) => {
    const started = wallClock()
    const child = spawn(bench.executable, [...bench.flags, join(bench.folder, `${host}.mjs`), profile, ...args], {
      env: { ...bench.env, AFTERCALL_BENCH_APP: join(bench.root, 'out/main/index.js'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: GIVE_UP_MS,
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => {
      const told = /^\{"bench":.*\}$/m.exec(said)?.[0]
      if (told) settle({ result: (JSON.parse(told) as { bench: unknown }).bench, started })
      else reject(new Error(`${host} ended with ${code} and no result:\n${said}`))
    })
  })
}

async function bundleHosts({ folder, root }: Bench): Promise<void> {
  const host = (name: string) => join(root, 'test/bench/host', name)
  const bundle = {
    bundle: true,
    platform: 'node',
    external: ['electron', 'libsql'],
    logLevel: 'error',
  } satisfies BuildOptions
  await build({
    ...bundle,
    entryPoints: [host('app.ts'), host('bare.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
  })
  await build({
    ...bundle,
    entryPoints: [host('bare-preload.ts')],
    outfile: join(folder, 'bare-preload.cjs'),
    format: 'cjs',
  })
  copyFileSync(host('bare.html'), join(folder, 'bare.html'))
}
