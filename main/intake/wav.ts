import type { AudioCodec } from '../../preload/intake.ts'
import { latin1, viewOf } from './bytes.ts'

/** What the chunks before a WAV file's samples say. Every number is as written in the file, true or not. */
export interface WavHeader {
  readonly format: WavFormat | null
  /** Samples per channel of the whole file, from the `fact` chunk. */
  readonly sampleCount: number | null
  /** Null when the samples start beyond the part that was read. */
  readonly data: { readonly offset: number; readonly size: number } | null
}

interface WavFormat {
  /** The `fmt ` tag; for an extensible header the one inside its sub-format. */
  readonly tag: number
  readonly codec: AudioCodec
  readonly channels: number
  readonly sampleRate: number
  readonly blockBytes: number
  readonly bitsPerSample: number
  /** Samples per channel in one block, where the header tells (ADPCM, GSM); otherwise 0. */
  readonly blockSamples: number
}

const EXTENSIBLE = 0xfffe
const CODECS: ReadonlyMap<number, AudioCodec> = new Map([
  [0x0001, 'pcm'],
  [0x0002, 'msadpcm'],
  [0x0003, 'float'],
  [0x0006, 'alaw'],
  [0x0007, 'mulaw'],
  [0x0011, 'imaadpcm'],
  [0x0031, 'gsm'],
  [0x0042, 'g723'],
  [0x0045, 'g726'],
  [0x0055, 'mp3'],
  [0x028f, 'g722'],
])

/** Sizes that mean "never filled in": the recording was cut off, or streamed. The samples then go to the end. */
const UNFINISHED = new Set([0, 0xffffffff])
const MAX_CHUNKS = 1_000

/** Reads a WAV file's chunks out of its first bytes; null when it is no WAV file. Never throws on damage. */
export function readWavHeader(head: Uint8Array): WavHeader | null {
  if (head.length < 12 || latin1(head, 0, 4) !== 'RIFF' || latin1(head, 8, 12) !== 'WAVE') return null
  const view = viewOf(head)
  let format: WavFormat | null = null
  let sampleCount: number | null = null
  let offset = 12
  for (let chunk = 0; chunk < MAX_CHUNKS && offset + 8 <= head.length; chunk++) {
    const id = latin1(head, offset, offset + 4)
    const size = view.getUint32(offset + 4, true)
    const start = offset + 8
    if (id === 'data') return { format, sampleCount, data: { offset: start, size } }
    const body = head.subarray(start, Math.min(start + size, head.length))
    if (id === 'fmt ') format = readFormat(body)
    if (id === 'fact' && body.length >= 4) sampleCount = viewOf(body).getUint32(0, true)
    offset = start + size + (size % 2)
  }
  return { format, sampleCount, data: null }
}

function readFormat(body: Uint8Array): WavFormat | null {
  if (body.length < 14) return null
  const view = viewOf(body)
  const outer = view.getUint16(0, true)
  const tag = outer === EXTENSIBLE && body.length >= 26 ? view.getUint16(24, true) : outer
  return {
    tag,
    codec: CODECS.get(tag) ?? 'unknown',
    channels: view.getUint16(2, true),
    sampleRate: view.getUint32(4, true),
    blockBytes: view.getUint16(12, true),
    bitsPerSample: body.length >= 16 ? view.getUint16(14, true) : 0,
    // An extensible header keeps the number of valid bits in this place.
    blockSamples: outer !== EXTENSIBLE && body.length >= 20 ? view.getUint16(18, true) : 0,
  }
}

/** Where a WAV file's samples really lie: `to` is never beyond the end of the file. Null without samples. */
export function wavSamples(
  header: WavHeader,
  fileBytes: number,
): { readonly from: number; readonly to: number } | null {
  if (!header.data) return null
  const { offset, size } = header.data
  const to = UNFINISHED.has(size) ? fileBytes : Math.min(fileBytes, offset + size)
  return { from: offset, to: Math.max(offset, to) }
}

/**
 * Length in seconds without decoding; null when the header does not allow it.
 * Where a number of bytes is a number of samples the bytes decide, since they also fit unfinished and cut-off files
 * (the stated average rate is wrong in many files and never used); `fact` then only says how full the last block is.
 * Elsewhere `fact` decides, in proportion to what is left of the file. MP3 in WAV is not measured here: its frames are.
 */
export function wavSeconds(header: WavHeader, fileBytes: number): number | null {
  const { format, data } = header
  const samples = wavSamples(header, fileBytes)
  if (!format || !data || !samples || format.sampleRate === 0) return null
  const bytes = samples.to - samples.from
  const sampleCount = header.sampleCount !== null && !UNFINISHED.has(header.sampleCount) ? header.sampleCount : null
  const rate = bytesPerSecond(format)
  if (rate !== null) {
    const bySize = (bytes / rate) * format.sampleRate
    const fits = sampleCount !== null && sampleCount <= bySize && sampleCount > bySize - format.blockSamples
    return (fits ? sampleCount : bySize) / format.sampleRate
  }
  if (sampleCount === null) return bytes === 0 ? 0 : null
  const kept = UNFINISHED.has(data.size) ? 1 : bytes / data.size
  return (sampleCount / format.sampleRate) * kept
}

/** Bytes per second, from how the codec works; null where the header does not settle it. */
function bytesPerSecond(format: WavFormat): number | null {
  const { codec, channels, sampleRate, blockBytes, bitsPerSample, blockSamples } = format
  const positive = (rate: number) => (rate > 0 ? rate : null)
  switch (codec) {
    case 'pcm':
    case 'float':
      return positive(sampleRate * channels * Math.ceil(bitsPerSample / 8))
    case 'alaw':
    case 'mulaw':
      return positive(sampleRate * channels)
    case 'gsm':
      // 65 bytes hold two GSM frames, 320 samples.
      return positive((sampleRate * 65) / 320)
    case 'imaadpcm':
    case 'msadpcm':
      return blockSamples > 0 ? positive((sampleRate * blockBytes) / blockSamples) : null
    case 'g726':
      return positive((sampleRate * bitsPerSample) / 8)
    case 'g722':
      // Always 64 kbit/s; the stated sample rate is 8,000 in some files and 16,000 in others.
      return 8_000
    default:
      return null
  }
}
