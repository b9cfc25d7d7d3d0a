import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'

/** Absolute path of the project's top folder. */
export const root = resolve(import.meta.dirname, '../..')

/** A message meant for the person at the terminal: printed without a stack, exit code 1. */
export class Stop extends Error {}

/** Somebody pressed Ctrl+C or ended us: whatever comes next is not done, but cleaning up is. */
export class Interrupted extends Error {
  readonly code: number
  constructor(signal: NodeJS.Signals) {
    super(signal)
    this.code = signalCode(signal)
  }
}

/** The script behind a package's command, to be run with this Node: works on Windows too, where `.bin` holds shims. */
export function tool(packageName: string, command = packageName.replace(/^@.*\//, '')): string {
  const folder = packageFolder(packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const script = typeof bin === 'string' ? bin : bin[command]
  if (!script) throw new Error(`${packageName} has no command ${command}`)
  return join(folder, script)
}

/** Where an installed package lives; throws a Stop when `npm ci` was not run. */
export function packageFolder(packageName: string): string {
  const folder = join(root, 'node_modules', packageName)
  if (!existsSync(folder)) throw new Stop(`${packageName} is not installed. Run: npm ci`)
  return folder
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Keep the output instead of showing it. */
  readonly quiet?: boolean
  /** Called with the child as soon as it runs, for those who watch or stop it. */
  readonly started?: (child: ChildProcess) => void
}

export interface Finished {
  /** The exit code; 128 + n like a shell when signal n ended it. */
  readonly code: number
  /** stdout and stderr in the order they came; empty unless quiet. */
  readonly output: string
}

/** Runs a program to its end. A failing program is an answer; one that cannot be started, or a signal to us, throws. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
    const signals = passSignalsTo(child)
    child.on('error', (error) => {
      signals.release()
      reject(error)
    })
    child.on('close', (code, signal) => {
      signals.release()
      const interrupted = signals.received()
      if (interrupted) reject(new Interrupted(interrupted))
      else settle({ code: code ?? signalCode(signal), output })
    })
    options.started?.(child)
  })
}

/** Runs a Node script (a package's tool) with this Node. */
export function runNode(script: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return run(process.execPath, [script, ...args], options)
}

/** A program's whole stdout, or null when it is missing or failed. */
export async function ask(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const { code, output } = await run(program, args, { quiet: true })
    return code === 0 ? output : null
  } catch {
    return null
  }
}

/** Builds main, preload and renderer into out/. */
export async function build(options: RunOptions = {}): Promise<Finished> {
  return runNode(tool('electron-vite'), ['build', '--logLevel', 'warn'], options)
}

/** Wraps a script's main function: exit code from its answer, a Stop as one plain message. */
export function main(script: () => Promise<number>): void {
  script().then(
    (code) => process.exit(code),
    (error: unknown) => {
      if (error instanceof Interrupted) process.exit(error.code)
      console.error(error instanceof Stop ? error.message : error)
      process.exit(1)
    },
  )
}

/** A signal to us goes to the child, and we live on until it has ended, so that cleaning up still happens. */
function passSignalsTo(child: ChildProcess): { received: () => NodeJS.Signals | undefined; release: () => void } {
  let received: NodeJS.Signals | undefined
  const pass = (signal: NodeJS.Signals) => {
    received = signal
    // A terminal's Ctrl+C reaches the child by itself; twice means "at once" to many programs.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of endSignals) process.on(signal, pass)
  return {
    received: () => received,
    release: () => endSignals.forEach((signal) => process.off(signal, pass)),
  }
}

/** The signals that ask a command to end. */
export const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What a shell reports for a program ended by a signal: 128 and its number. */
function signalCode(signal: NodeJS.Signals | null): number {
  return 128 + (signal ? constants.signals[signal] : 0)
}
