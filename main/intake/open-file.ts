import { constants, type BigIntStats } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { RefusalReason } from '../../preload/intake.ts'
import { fail, ok, type Result } from '../../preload/result.ts'
import { errnoOf } from './errno.ts'

/** A regular file, open for reading. Whoever opened it closes its handle. */
export interface OpenFile {
  readonly handle: FileHandle
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
  /** Whether it still is what it was when it was opened. */
  isUnchanged(): Promise<boolean>
}

export type PathKind = 'file' | 'folder'

/** What a dropped path names. Neither links, devices and pipes nor files on other machines are touched. */
export async function lookAt(path: string): Promise<Result<PathKind, RefusalReason>> {
  if (/^[\\/]{2}/.test(path)) return fail({ kind: 'networkPath' })
  if (!isAbsolute(path) || path.includes('\0')) return fail({ kind: 'notAFile' })
  try {
    const stats = await lstat(path)
    if (stats.isFile()) return ok('file')
    return stats.isDirectory() ? ok('folder') : fail({ kind: 'notAFile' })
  } catch (error) {
    return fail(unreadable(error))
  }
}

/** Opens a path that may meanwhile be something else than `lookAt` saw: no link is followed, no pipe waited for. */
export async function openFile(path: string): Promise<Result<OpenFile, RefusalReason>> {
  let handle: FileHandle | null = null
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const opened = handle
    const stats = await opened.stat({ bigint: true })
    if (!stats.isFile()) {
      await opened.close()
      return fail({ kind: 'notAFile' })
    }
    return ok({
      handle: opened,
      size: Number(stats.size),
      modifiedAt: Number(stats.mtimeMs),
      isUnchanged: async () => sameContent(stats, await opened.stat({ bigint: true })),
    })
  } catch (error) {
    await handle?.close()
    return fail(unreadable(error))
  }
}

const sameContent = (before: BigIntStats, after: BigIntStats): boolean =>
  before.size === after.size && before.mtimeNs === after.mtimeNs

/** A failed read as a reason; an error that is none of the system's is a bug and thrown on. */
export function unreadable(error: unknown): RefusalReason {
  switch (errnoOf(error)) {
    case null:
      throw error
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'unreadable', why: 'gone' }
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', why: 'denied' }
    case 'EBUSY':
    case 'ETXTBSY':
      return { kind: 'unreadable', why: 'busy' }
    case 'ELOOP':
    case 'ENXIO':
      return { kind: 'notAFile' }
    default:
      return { kind: 'unreadable', why: 'failed' }
  }
}
