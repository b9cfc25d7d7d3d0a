import { PAGE } from './pages.ts'

/** A row found in a page: its rowid and what of its columns are bytes (text and blobs) or numbers. */
export interface CarvedRow {
  readonly seq: number
  readonly columns: readonly (Buffer | number | null)[]
}

const TABLE_LEAF = 0x0d
/** Bytes of a row kept in its own page (format page, "B-tree Cell Format", for our page size and no reserved bytes). */
const MOST_LOCAL = PAGE - 35
const LEAST_LOCAL = Math.floor(((PAGE - 12) * 32) / 255) - 23
/** No row of ours is larger; a damaged length easily is. */
const MOST_ROW = 1_000_000

/**
 * Every row that can still be made out, from whatever table; damaged ones are left out one by one.
 * Rows of pages whose place is not certain come last.
 */
export function carve(pages: ReadonlyMap<number, Buffer>): CarvedRow[] {
  const rows: CarvedRow[] = []
  for (const [number, page] of pages) {
    // The first page begins with the file's own header.
    const start = number === 1 ? 100 : 0
    if (page[start] !== TABLE_LEAF) continue
    const cells = page.readUInt16BE(start + 3)
    for (let cell = 0; cell < cells && start + 10 + cell * 2 <= PAGE; cell += 1) {
      try {
        rows.push(readCell(page, page.readUInt16BE(start + 8 + cell * 2), pages))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
      }
    }
  }
  return rows
}

function readCell(page: Buffer, at: number, pages: ReadonlyMap<number, Buffer>): CarvedRow {
  const [length, afterLength] = varint(page, at)
  const [seq, start] = varint(page, afterLength)
  if (length > MOST_ROW) throw new RangeError('too long for a row')
  if (length <= MOST_LOCAL) return { seq, columns: readRecord(exactly(page, start, length)) }
  const surplus = LEAST_LOCAL + ((length - LEAST_LOCAL) % (PAGE - 4))
  const local = surplus <= MOST_LOCAL ? surplus : LEAST_LOCAL
  const parts = [exactly(page, start, local)]
  let next = page.readUInt32BE(start + local)
  for (let left = length - local; left > 0;) {
    const more = pages.get(next)
    if (!more) throw new RangeError('the rest is missing')
    const part = exactly(more, 4, Math.min(left, PAGE - 4))
    parts.push(part)
    left -= part.length
    next = more.readUInt32BE(0)
  }
  return { seq, columns: readRecord(Buffer.concat(parts)) }
}

function readRecord(record: Buffer): CarvedRow['columns'] {
  const [headerLength, first] = varint(record, 0)
  const columns: (Buffer | number | null)[] = []
  let at = headerLength
  for (let type = first; type < headerLength;) {
    const [code, after] = varint(record, type)
    const bytes = sizeOfType(code)
    const value = exactly(record, at, bytes)
    columns.push(code >= 12 ? value : numberOf(code, value))
    at += bytes
    type = after
  }
  return columns
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

function sizeOfType(code: number): number {
  if (code >= 12) return Math.floor((code - 12) / 2)
  const bytes = INTEGER_BYTES[code]
  if (bytes === undefined) throw new RangeError('no such type')
  return bytes
}

function numberOf(code: number, value: Buffer): number | null {
  if (code === 8 || code === 9) return code - 8
  if (code === 7) return value.readDoubleBE(0)
  if (code === 6) return Number(value.readBigInt64BE(0))
  return value.length > 0 ? value.readIntBE(0, value.length) : null
}

/** SQLite's variable-length number, and where it ends. */
function varint(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + index + 1]
  }
  throw new RangeError('larger than any number of ours')
}

function exactly(bytes: Buffer, start: number, length: number): Buffer {
  if (start + length > bytes.length) throw new RangeError('beyond the end')
  return bytes.subarray(start, start + length)
}
