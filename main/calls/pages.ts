import { readFileSync } from 'node:fs'

/*
 * The files of SQLite as its "Database File Format" page describes them, read without SQLite: only for looking into a
 * database that SQLite itself gives up on, or would quietly shorten.
 */

/** Bytes of a page; SQLite's default, which no migration changes. */
export const PAGE = 4096
const WAL_HEADER = 32
const FRAME_HEADER = 24

interface Frame {
  readonly page: number
  readonly image: Buffer
}

interface Wal {
  /** Pages of finished transactions, in the order written. */
  readonly frames: readonly Frame[]
  /** Pages that fail their checksum: neither their content nor their number is certain. */
  readonly loose: readonly Frame[]
  /** SQLite would drop something that was told to be on disk. */
  readonly damaged: boolean
}

/**
 * Every page as last written, from the main file or from the log beside it, under its number; and pages whose place is
 * not certain under their own number where it is free, else below zero.
 */
export function readPages(path: string): ReadonlyMap<number, Buffer> {
  const pages = new Map<number, Buffer>()
  const main = readIfThere(path)
  for (let start = 0; start + PAGE <= main.length; start += PAGE) {
    pages.set(start / PAGE + 1, main.subarray(start, start + PAGE))
  }
  const { frames, loose } = readWal(path)
  for (const { page, image } of frames) pages.set(page, image)
  for (const [index, { page, image }] of loose.entries()) pages.set(pages.has(page) ? -1 - index : page, image)
  return pages
}

/**
 * Reads the log of a database that was not closed. An unfinished transaction at its end is normal and left out, as
 * SQLite does. SQLite also ends at the first frame that fails its checksum and forgets all that follow; here it is damage.
 */
export function readWal(path: string): Wal {
  const log = readIfThere(`${path}-wal`)
  if (log.length < WAL_HEADER + FRAME_HEADER + PAGE) return { frames: [], loose: [], damaged: false }
  const littleEndian = (log.readUInt32BE(0) & 1) === 0
  const headerIntact = sameSums(checksum(log.subarray(0, 24), [0, 0], littleEndian), log, 24)
  // Frames of an earlier round of the log stay behind its end, under another salt.
  const salt = log.subarray(...(headerIntact ? [16, 24] : [WAL_HEADER + 8, WAL_HEADER + 16]))

  const frames: Frame[] = []
  const loose: Frame[] = []
  let strangers: Frame[] = []
  let committed = 0
  let damaged = !headerIntact
  let sumsAt = 24
  for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE <= log.length; at += FRAME_HEADER + PAGE) {
    const image = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE)
    const frame = { page: log.readUInt32BE(at), image }
    // Each sum goes on from the one before, which is taken as stored so that every frame is judged by itself.
    const before: Sums = [log.readUInt32BE(sumsAt), log.readUInt32BE(sumsAt + 4)]
    sumsAt = at + 16
    if (!log.subarray(at + 8, at + 16).equals(salt)) {
      strangers.push(frame)
      continue
    }
    const sums = checksum(image, checksum(log.subarray(at, at + 8), before, littleEndian), littleEndian)
    const intact = sameSums(sums, log, sumsAt)
    damaged ||= !intact || strangers.length > 0
    loose.push(...strangers, ...(intact ? [] : [frame]))
    strangers = []
    if (!intact) continue
    frames.push(frame)
    if (log.readUInt32BE(at + 4) > 0) committed = frames.length
  }
  return { frames: frames.slice(0, committed), loose, damaged }
}

const sameSums = ([a, b]: Sums, log: Buffer, at: number): boolean =>
  a === log.readUInt32BE(at) && b === log.readUInt32BE(at + 4)

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
