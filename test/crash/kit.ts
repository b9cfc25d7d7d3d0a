import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import type { Orders } from './child.ts'

/** Bundles the child once, because starting it from sources takes ten times as long. Answers its path. */
export async function bundleChild(): Promise<string> {
  const outDir = join(import.meta.dirname, '../../test-results/crash')
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(import.meta.dirname, 'child.ts'), outDir, emptyOutDir: true, target: 'node20' },
    ssr: { noExternal: true, external: ['libsql'] },
  })
  return join(outDir, 'child.js')
}

/** Children that are loaded and wait for orders, one always ahead. */
export interface Nursery {
  take(): ChildProcessWithoutNullStreams
  close(): void
}

export function createNursery(path: string): Nursery {
  const born = () => spawn(process.execPath, [path])
  let spare = born()
  return {
    take() {
      const child = spare
      spare = born()
      return child
    },
    close: () => end(spare),
  }
}

/** Where a child is killed: when it has said a line so often, when Zendesk has written so often, or after a while. */
export type KillPoint =
  | { readonly at: 'ack'; readonly count: number }
  | { readonly at: 'write'; readonly count: number }
  | { readonly at: 'ms'; readonly count: number }
  | { readonly at: 'never' }

export interface Ran {
  readonly acked: readonly string[]
  readonly killed: boolean
  /** It had nothing left to do. */
  readonly finished: boolean
  readonly salvaged: number
  /** What went wrong: an exit by itself, or storage trouble. */
  readonly wrong: readonly string[]
}

/** Where the demo Zendesk, which runs in this process, tells of each write. */
export interface Writes {
  onWrite: () => void
}

/** Gives a child its orders and waits until it is killed or finished. */
export function runChild(
  child: ChildProcessWithoutNullStreams,
  orders: Orders,
  kill: KillPoint,
  writes: Writes,
): Promise<Ran> {
  return new Promise((resolve) => {
    child.stdin.write(`${JSON.stringify(orders)}\n`)
    const acked: string[] = []
    const wrong: string[] = []
    let [finished, salvaged, writesSeen] = [false, 0, 0]
    const timer = kill.at === 'ms' ? setTimeout(() => end(child), kill.count) : undefined
    writes.onWrite = () => {
      writesSeen += 1
      if (kill.at === 'write' && writesSeen === kill.count) end(child)
    }
    createInterface(child.stdout).on('line', (line) => {
      const [word, rest = ''] = line.split(' ')
      if (word === 'ready') salvaged = Number(rest)
      if (word === 'trouble') wrong.push(line)
      if (word === 'ack') acked.push(rest)
      if (word === 'ack' && kill.at === 'ack' && acked.length === kill.count) end(child)
      if (word === 'finished') {
        finished = true
        end(child)
      }
    })
    let complaint = ''
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      writes.onWrite = () => undefined
      if (signal !== 'SIGKILL') wrong.push(`ended by itself with ${code}: ${complaint.slice(0, 500)}`)
      resolve({ acked, killed: signal === 'SIGKILL' && !finished, finished, salvaged, wrong })
    })
  })
}

const end = (child: ChildProcessWithoutNullStreams): void => void child.kill('SIGKILL')
