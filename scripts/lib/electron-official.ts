import { type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache.ts'
import { runNode } from './run.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A download or unpacking that does not grow for this long has failed. */
const STALL_MS = 20_000

/**
 * Lets the electron package fetch its own binary (it honours mirrors, its cache and checksums).
 * Answers null when that worked, else the reason, which is remembered for a day so that not every start waits for it.
 */
export async function fetchOfficial({ version, folder }: { version: string; folder: string }): Promise<string | null> {
  console.log(`Fetching the official Electron ${version}…`)
  const cache = cacheFolder()
  const downloads = mkdtempSync(join(cache, 'download-'))
  let watch: NodeJS.Timeout | undefined
  let stalled = false
  try {
    const { code, output } = await runNode(join(folder, 'install.js'), [], {
      quiet: true,
      env: { ...process.env, TMPDIR: downloads, TEMP: downloads, TMP: downloads },
      started: (child) => {
        watch = killWhenStalled(child, [downloads, join(folder, 'dist')], () => (stalled = true))
      },
    })
    const reason = code === 0 ? null : stalled ? `no answer for ${STALL_MS / 1000} s` : firstLine(output)
    if (reason === null) rmSync(failureFile(cache, version), { force: true })
    else writeFileSync(failureFile(cache, version), JSON.stringify({ at: Date.now(), reason }))
    return reason
  } finally {
    clearInterval(watch)
    rmSync(downloads, { recursive: true, force: true })
  }
}

/** Why fetching this version failed within the last day; null when it did not, or was not tried. */
export function rememberedFailure(cache: string, version: string, now: number): string | null {
  try {
    const { at, reason } = JSON.parse(readFileSync(failureFile(cache, version), 'utf8')) as {
      at: number
      reason: string
    }
    return now - at < DAY_MS && at <= now ? String(reason) : null
  } catch {
    return null
  }
}

export function failureFile(cache: string, version: string): string {
  return join(cache, `electron-${version}-not-fetched.json`)
}

function killWhenStalled(child: ChildProcess, folders: readonly string[], stalled: () => void): NodeJS.Timeout {
  let size = -1
  let grownAt = Date.now()
  return setInterval(() => {
    const now = folders.reduce((sum, folder) => sum + sizeOf(folder), 0)
    if (now !== size) grownAt = Date.now()
    size = now
    if (Date.now() - grownAt < STALL_MS) return
    stalled()
    child.kill('SIGKILL')
  }, 1000)
}

/** Bytes in a folder; files that vanish while we look count nothing. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
      (sum, name) => sum + bytes(join(folder, name)),
      0,
    )
  } catch {
    return 0
  }
}

function bytes(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function firstLine(output: string): string {
  const line = output.split('\n').find((text) => text.includes('Error')) ?? output.split('\n')[0] ?? ''
  return (
    line
      .replace(/^\w*Error: /, '')
      .trim()
      .slice(0, 120) || 'unknown reason'
  )
}
