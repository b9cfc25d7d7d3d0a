import type { FileHandle } from 'node:fs/promises'

/** Random access to a file's bytes, so that nothing ever needs the whole of it in memory. */
export interface Bytes {
  /** In bytes, as it was when the file was opened. */
  readonly size: number
  /** Up to `length` bytes from `offset`: fewer where the file ends, none beyond. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** How much of a file identifying it may look at. Headers of recordings are 44 to a few thousand bytes long. */
export const HEAD_BYTES = 64 * 1024

export const readHead = (bytes: Bytes): Promise<Uint8Array> => bytes.read(0, Math.min(HEAD_BYTES, bytes.size))

export function bytesOf(handle: FileHandle, size: number): Bytes {
  return {
    size,
    async read(offset, length) {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      let filled = 0
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, offset + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
  }
}

/** Bytes as text, one character per byte: for looking for markers, not for showing. */
export const latin1 = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
