import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
} from 'node:fs'
import { readdirSync, renameSync, statfsSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * The database lives in `calls-1.db`. After damage the readable rows move on to `calls-2.db`, and so on: no file that
 * is open ever has to be replaced, which Windows refuses, and a crash in between leaves the old one to start from again.
 */
export const pathOf = (folder: string, generation: number): string => join(folder, `calls-${generation}.db`)

/** Numbers of the databases in use or being filled, oldest first. */
export function generations(folder: string): number[] {
  const numbers = readdirSync(folder).map((name) => Number(/^calls-(\d{1,6})\.db$/.exec(name)?.[1] ?? 0))
  return numbers.filter((number) => number > 0).sort((a, b) => a - b)
}

/** Only the agent's own account of this computer may look in. (Windows keeps profile folders so by itself.) */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
}

/** An existing file is made private; a new one is so from the start. SQLite gives its side files the same mode. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}

/** Bytes of a file; 0 when there is none. */
export const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** A whole, private copy, on disk when this returns. */
export function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to)
  chmodSync(to, 0o600)
  const copy = openSync(to, 'r+')
  fsyncSync(copy)
  closeSync(copy)
}

/**
 * Gives a database that is no longer used a name with a date, and answers its name. Best effort: Windows refuses while
 * it is still held open; then it keeps its name, is not used, and is renamed by the next start.
 */
export function setAside(folder: string, generation: number, now: Date): string {
  const from = pathOf(folder, generation)
  const name = `calls-${generation}-damaged-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.db`
  try {
    if (existsSync(`${from}-wal`)) renameSync(`${from}-wal`, `${join(folder, name)}-wal`)
    renameSync(from, join(folder, name))
    return name
  } catch {
    return basename(from)
  }
}

/** Whether a damaged database still lies beside the one in use. */
export const hasDamaged = (folder: string): boolean => readdirSync(folder).some((name) => name.includes('-damaged-'))

const MARK = 'closed-well'

/** Notes that everything is on disk and in order, so that the next start need not check. */
export const markClosedWell = (folder: string): void => writeFileSync(join(folder, MARK), '', { mode: 0o600 })

/** Whether the last close was in order; asked once, because from now on the database is open. */
export function takeMark(folder: string): boolean {
  const mark = join(folder, MARK)
  if (!existsSync(mark)) return false
  unlinkSync(mark)
  return true
}

/** What the folder itself says when SQLite only reports that something failed. */
export function folderTrouble(folder: string): 'readOnly' | 'diskFull' | null {
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    return 'readOnly'
  }
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < 128 * 1024 ? 'diskFull' : null
}
