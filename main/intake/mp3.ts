import { latin1, viewOf, type Bytes } from './bytes.ts'

/** `exact` is false when the length was extrapolated from the part that was read. */
export interface Measured {
  readonly seconds: number
  readonly exact: boolean
}

export interface Mp3Frame {
  readonly bytes: number
  readonly samples: number
  readonly sampleRate: number
  /** Where a Xing or Info table lies within the frame. */
  readonly tableOffset: number
}

const CHUNK_BYTES = 64 * 1024
/** Enough for half an hour of telephone-quality MP3; longer files are extrapolated from this much. */
const WALK_BYTES = 4 * 1024 * 1024
/** How much that is no frame may be skipped in all: padding, stray tags, a damaged spot. */
const JUNK_BYTES = 64 * 1024
const MAX_TAGS = 8

const MPEG1_KBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const MPEG2_KBITS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const MPEG1_RATES = [44_100, 48_000, 32_000]

/** Reads the four-byte header of an MPEG layer III frame; null when there is none. Free bit rate is not supported. */
export function readFrame(bytes: Uint8Array, at = 0): Mp3Frame | null {
  if (bytes[at] !== 0xff || at + 4 > bytes.length) return null
  const header = viewOf(bytes).getUint32(at)
  const version = (header >>> 19) & 3
  const layer = (header >>> 17) & 3
  const kbitIndex = (header >>> 12) & 15
  const rateIndex = (header >>> 10) & 3
  if (header >>> 21 !== 0x7ff || version === 1 || layer !== 1) return null
  const mpeg1 = version === 3
  const kbits = (mpeg1 ? MPEG1_KBITS : MPEG2_KBITS)[kbitIndex]
  const fullRate = MPEG1_RATES[rateIndex]
  if (!kbits || !fullRate) return null
  const sampleRate = mpeg1 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4
  const samples = mpeg1 ? 1152 : 576
  const padding = (header >>> 9) & 1
  const mono = ((header >>> 6) & 3) === 3
  return {
    bytes: Math.floor((samples * kbits * 125) / sampleRate) + padding,
    samples,
    sampleRate,
    tableOffset: 4 + (mpeg1 ? (mono ? 17 : 32) : mono ? 9 : 17),
  }
}

/** Bytes of an ID3v2 tag that starts here, header and footer included; 0 when none does. */
export function id3Bytes(bytes: Uint8Array): number {
  if (bytes.length < 10 || latin1(bytes, 0, 3) !== 'ID3') return 0
  const [flags = 0, ...size] = bytes.subarray(5, 10)
  if (size.some((byte) => byte > 0x7f)) return 0
  return 10 + size.reduce((sum, byte) => sum * 128 + byte, 0) + (flags & 0x10 ? 10 : 0)
}

/**
 * Length of the MP3 stream between two offsets, in seconds: by the frame count in its Xing, Info or VBRI table, else
 * by walking its frames. Null when there is no frame.
 */
export async function mp3Seconds(bytes: Bytes, from = 0, to = bytes.size): Promise<Measured | null> {
  let start = from
  for (let tag = 0; tag < MAX_TAGS && start < to; tag++) {
    const skip = id3Bytes(await bytes.read(start, Math.min(10, to - start)))
    if (skip === 0) break
    start += skip
  }
  if (start >= to) return null
  const window = await bytes.read(start, Math.min(CHUNK_BYTES, to - start))
  const first = firstFrame(window)
  if (!first) return null
  const table = readTable(window.subarray(first.at), first.frame, to - start - first.at)
  return table === null ? walk(bytes, start + first.at, to) : { seconds: table, exact: true }
}

/** The first frame header that another one follows where it should, so that stray bytes don't count as one. */
function firstFrame(window: Uint8Array): { readonly at: number; readonly frame: Mp3Frame } | null {
  for (let at = 0; at + 4 <= window.length; at++) {
    const frame = readFrame(window, at)
    if (!frame) continue
    const next = at + frame.bytes
    if (next + 4 > window.length || readFrame(window, next)) return { at, frame }
  }
  return null
}

/** Seconds by the table inside the first frame; null without one. A cut-off file gets its share. */
function readTable(from: Uint8Array, frame: Mp3Frame, available: number): number | null {
  const view = viewOf(from)
  const has = (offset: number, length: number) => offset + length <= from.length
  const seconds = (frames: number, bytes: number) =>
    frames === 0 ? null : ((frames * frame.samples) / frame.sampleRate) * (bytes > available ? available / bytes : 1)
  const xing = frame.tableOffset
  if (has(xing, 16) && /^(?:Xing|Info)$/.test(latin1(from, xing, xing + 4))) {
    const flags = view.getUint32(xing + 4)
    return flags & 1 ? seconds(view.getUint32(xing + 8), flags & 2 ? view.getUint32(xing + 12) : 0) : null
  }
  // VBRI always lies 32 bytes behind the frame header.
  if (has(36, 18) && latin1(from, 36, 40) === 'VBRI') return seconds(view.getUint32(36 + 14), view.getUint32(36 + 10))
  return null
}

/** Adds up frame after frame, reading in chunks. */
async function walk(bytes: Bytes, from: number, to: number): Promise<Measured | null> {
  const end = Math.min(to, from + WALK_BYTES)
  let seconds = 0
  let junk = 0
  let at = from
  let chunk: Uint8Array = new Uint8Array(0)
  let chunkAt = from
  while (at + 4 <= end && junk < JUNK_BYTES) {
    if (at + 4 > chunkAt + chunk.length) {
      chunkAt = at
      chunk = await bytes.read(at, Math.min(CHUNK_BYTES, end - at))
      if (chunk.length < 4) break
    }
    const frame = readFrame(chunk, at - chunkAt)
    if (frame) seconds += frame.samples / frame.sampleRate
    else junk++
    at += frame ? frame.bytes : 1
  }
  if (seconds === 0) return null
  if (junk >= JUNK_BYTES) return { seconds, exact: false }
  return end === to ? { seconds, exact: true } : { seconds: (seconds * (to - from)) / (at - from), exact: false }
}
