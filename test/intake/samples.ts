import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bytes } from '../../main/intake/bytes.ts'

const SAMPLES = join(import.meta.dirname, '../fixtures/voicemail')
export const samplePath = (name: string): string => join(SAMPLES, name)
export const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(samplePath(name)))

/** Bytes in memory that complain about reads outside them, and count what was read. */
export function watched(bytes: Uint8Array): Bytes & { readonly total: () => number } {
  let total = 0
  return {
    size: bytes.length,
    total: () => total,
    read(offset, length) {
      const sane = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length >= 0
      if (!sane || offset + length > bytes.length)
        throw new Error(`read of ${length} bytes at ${offset} of ${bytes.length}`)
      total += length
      return Promise.resolve(bytes.subarray(offset, offset + length))
    },
  }
}

export const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

export function le(bytes: 2 | 4, value: number): Uint8Array {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return new Uint8Array(buffer)
}

/** A RIFF chunk, padded to an even length as the format wants it. */
export const chunk = (id: string, body: Uint8Array, size = body.length): Uint8Array =>
  joined(ascii(id), le(4, size), body, new Uint8Array(body.length % 2))

export const riff = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const body = joined(...chunks)
  return joined(ascii('RIFF'), le(4, 4 + body.length), ascii('WAVE'), body)
}

export interface Format {
  readonly tag: number
  readonly channels?: number
  readonly rate?: number
  readonly average?: number
  readonly block?: number
  readonly bits?: number
  readonly extra?: Uint8Array
}

export const fmt = ({ tag, channels = 1, rate = 8000, average = 1, block = 1, bits = 8, extra }: Format): Uint8Array =>
  chunk(
    'fmt ',
    joined(
      le(2, tag),
      le(2, channels),
      le(4, rate),
      le(4, average),
      le(2, block),
      le(2, bits),
      extra ?? new Uint8Array(0),
    ),
  )
