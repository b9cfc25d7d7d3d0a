import { readFileSync } from 'node:fs'

/*
 * The files of SQLite as its "Database File Format" page describes them, read without SQLite: only for looking into a
 * database that SQLite itself gives up on, or would quietly shorten.
 */

/** Bytes of a page; SQLite's default, which no migration changes. */
export const PAGE = 4096
const WAL_HEADER = 32
const FRAME_HEADER = 24

interface Wal {
  readonly frames: readonly { readonly page: number; readonly image: Buffer }[]
  /** A transaction that was told to be on disk can't be read: SQLite would drop it and all that came after it. */
  readonly damaged: boolean
}

/** Every page as last written: from the main file, or from the log beside it where that is newer. */
export function readPages(path: string): ReadonlyMap<number, Buffer> {
  const pages = new Map<number, Buffer>()
  const main = readIfThere(path)
  for (let start = 0; start + PAGE <= main.length; start += PAGE) {
    pages.set(start / PAGE + 1, main.subarray(start, start + PAGE))
  }
  for (const { page, image } of readWal(path).frames) pages.set(page, image)
  return pages
}

/**
 * Reads the log of a database that was not closed. An unfinished transaction at its end is normal and left out, as
 * SQLite does; a finished one that fails its checksum is damage.
 */
export function readWal(path: string): Wal {
  const log = readIfThere(`${path}-wal`)
  if (log.length < WAL_HEADER + FRAME_HEADER + PAGE) return { frames: [], damaged: false }
  const littleEndian = (log.readUInt32BE(0) & 1) === 0
  let sums = checksum(log.subarray(0, 24), [0, 0], littleEndian)
  let intact = sums[0] === log.readUInt32BE(24) && sums[1] === log.readUInt32BE(28)
  // Frames of an earlier round of the log stay behind its end, under another salt.
  const salt = log.subarray(...(intact ? [16, 24] : [WAL_HEADER + 8, WAL_HEADER + 16]))

  const frames: { page: number; image: Buffer }[] = []
  let committed = 0
  let damaged = false
  for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE <= log.length; at += FRAME_HEADER + PAGE) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) {
      intact = false
      continue
    }
    const image = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE)
    sums = checksum(image, checksum(log.subarray(at, at + 8), sums, littleEndian), littleEndian)
    intact = intact && sums[0] === log.readUInt32BE(at + 16) && sums[1] === log.readUInt32BE(at + 20)
    frames.push({ page: log.readUInt32BE(at), image })
    if (log.readUInt32BE(at + 4) > 0) {
      committed = frames.length
      damaged ||= !intact
    }
  }
  return { frames: frames.slice(0, committed), damaged }
}

type Sums = readonly [number, number]

function checksum(bytes: Buffer, [first, second]: Sums, littleEndian: boolean): Sums {
  let [a, b] = [first, second]
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + b) >>> 0
    b = (b + (littleEndian ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
