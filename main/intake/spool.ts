import { createHash, randomUUID } from 'node:crypto'
import { chmod, lstat, mkdir, open, readdir, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { RefusalReason } from '../../preload/intake.ts'
import { fail, ok, type Result } from '../../preload/result.ts'
import { errnoOf } from './errno.ts'
import { move } from './move.ts'
import { unreadable, type OpenFile } from './open-file.ts'

interface Kept {
  /** Lower-case hex. */
  readonly sha256: string
  readonly bytes: number
}

/** The private folder in which recordings wait, each named by the SHA-256 of its bytes. */
export interface Spool {
  /** Copies a file. When it answers ok, the copy is complete and on disk; otherwise nothing of it is left. */
  keep(file: OpenFile): Promise<Result<Kept, RefusalReason>>
  /** Where a kept recording lies. Throws on anything that is no SHA-256. */
  pathOf(sha256: string): string
  /**
   * Removes recordings nothing refers to any more, and copies that were cut off; answers how many files. What was
   * kept since the program started stays, as its draft may not be written yet. Files not ours stay too.
   */
  sweep(keep: ReadonlySet<string>): Promise<number>
}

export interface SpoolTools {
  /** Writes bytes at the end of the file and answers how many were taken; tests make it fail. */
  readonly write?: (handle: FileHandle, bytes: Uint8Array) => Promise<number>
  readonly newName?: () => string
}

const SHA256 = /^[\da-f]{64}$/
const CUT_OFF = /^incoming-[\w-]+$/
const CHUNK_BYTES = 256 * 1024

/** A spool in a folder of its own, made with the first recording. */
export function createSpool(folder: string, tools: SpoolTools = {}): Spool {
  const newName = tools.newName ?? randomUUID
  const write = tools.write ?? (async (handle, bytes) => (await handle.write(bytes)).bytesWritten)
  /** Names of this run: copies being written, and recordings kept. */
  const ours = new Set<string>()

  const pathOf = (sha256: string) => {
    if (!SHA256.test(sha256)) throw new TypeError('not a SHA-256')
    return join(folder, sha256)
  }

  const keep = async (file: OpenFile): Promise<Result<Kept, RefusalReason>> => {
    const name = `incoming-${newName()}`
    const temporary = join(folder, name)
    ours.add(name)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await chmod(folder, 0o700)
      const copied = await copy(file, temporary, write)
      if (!copied.ok) return copied
      ours.add(copied.value.sha256)
      await place(temporary, pathOf(copied.value.sha256), copied.value.bytes)
      await syncFolder(folder)
      return copied
    } catch (error) {
      return fail(notKept(error))
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined)
      ours.delete(name)
    }
  }

  const sweep = async (kept: ReadonlySet<string>): Promise<number> => {
    const names = await readdir(folder).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return []
      throw error
    })
    const orphans = names.filter(
      (name) => (SHA256.test(name) || CUT_OFF.test(name)) && !kept.has(name) && !ours.has(name),
    )
    for (const name of orphans) await rm(join(folder, name), { force: true })
    return orphans.length
  }

  return { keep, pathOf, sweep }
}

/** Copies and hashes in one pass, then makes sure that every byte is on disk and that the file was left alone. */
async function copy(
  file: OpenFile,
  to: string,
  write: NonNullable<SpoolTools['write']>,
): Promise<Result<Kept, RefusalReason>> {
  const target = await open(to, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(1, file.size)))
    let copied = 0
    while (copied < file.size) {
      const read = await readInto(file, buffer, copied)
      if (!read.ok) return read
      const chunk = buffer.subarray(0, read.value)
      if (chunk.length === 0) return fail({ kind: 'changed' })
      hash.update(chunk)
      await writeAll(target, chunk, write)
      copied += chunk.length
    }
    await target.sync()
    if ((await target.stat()).size !== file.size) return fail({ kind: 'notKept', why: 'diskFull' })
    const unchanged = await file.isUnchanged().catch(unreadable)
    if (typeof unchanged !== 'boolean') return fail(unchanged)
    return unchanged ? ok({ sha256: hash.digest('hex'), bytes: copied }) : fail({ kind: 'changed' })
  } finally {
    await target.close()
  }
}

async function readInto(file: OpenFile, buffer: Uint8Array, from: number): Promise<Result<number, RefusalReason>> {
  try {
    const length = Math.min(buffer.length, file.size - from)
    return ok((await file.handle.read(buffer, 0, length, from)).bytesRead)
  } catch (error) {
    return fail(unreadable(error))
  }
}

/** A full disk may take fewer bytes than it was given, without an error. */
async function writeAll(target: FileHandle, chunk: Uint8Array, write: NonNullable<SpoolTools['write']>): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    const taken = await write(target, chunk.subarray(written))
    if (taken <= 0) throw Object.assign(new Error('no byte was written'), { code: 'ENOSPC', errno: 0 })
    written += taken
  }
}

/** The same recording may be there already, and may be playing: it is then left as it is. */
async function place(from: string, to: string, bytes: number): Promise<void> {
  const there = await lstat(to).catch(() => null)
  if (there?.isFile() && there.size === bytes) return
  await move(from, to)
}

/** Makes a rename last through a power cut. Windows cannot open folders and does this by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function notKept(error: unknown): RefusalReason {
  switch (errnoOf(error)) {
    case null:
      throw error
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { kind: 'notKept', why: 'diskFull' }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'notKept', why: 'denied' }
    default:
      return { kind: 'notKept', why: 'failed' }
  }
}
