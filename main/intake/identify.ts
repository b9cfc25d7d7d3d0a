/* eslint-disable no-control-regex -- these look at bytes, not at text */
import type { AudioCodec, AudioContainer } from '../../preload/intake.ts'
import { latin1 } from './bytes.ts'
import { id3Bytes, readFrame } from './mp3.ts'
import { looksLike, type LooksLike } from './not-audio.ts'
import { readWavHeader, type WavHeader } from './wav.ts'

/** What a file is by its bytes. `plays`: Chromium, and so the form's player, plays it as it is (measured). */
export type AudioKind =
  | { readonly is: 'wav'; readonly codec: AudioCodec; readonly plays: boolean; readonly header: WavHeader }
  | { readonly is: 'mp3'; readonly codec: 'mp3'; readonly plays: true }
  | {
      readonly is: 'other'
      readonly container: Exclude<AudioContainer, 'wav' | 'mp3'>
      readonly codec: AudioCodec
      readonly plays: boolean
    }
  | { readonly is: 'notAudio'; readonly looksLike: LooksLike }

type Other = Extract<AudioKind, { is: 'other' }>

const PLAYING_WAV: ReadonlySet<AudioCodec> = new Set(['pcm', 'float', 'alaw', 'mulaw', 'mp3'])
const PLAYING: ReadonlySet<string> = new Set(['ogg opus', 'ogg vorbis', 'webm opus', 'mp4 aac', 'flac flac'])

/** Bytes at the very start of a file that settle what it is, and how its codec is found. */
const STARTS: readonly (readonly [RegExp, Other['container'], (head: string) => AudioCodec])[] = [
  [/^OggS/, 'ogg', (head) => firstOf(head, [['OpusHead', 'opus'], ['\x01vorbis', 'vorbis'], ['Speex   ', 'speex'], ['\x7fFLAC', 'flac']])], // prettier-ignore
  [/^[^]{4}ftyp/, 'mp4', (head) => firstOf(head, [['mp4a', 'aac'], ['alac', 'alac'], ['samr', 'amrnb'], ['sawb', 'amrwb']])], // prettier-ignore
  [/^#!AMR\n/, 'amr', () => 'amrnb'],
  [/^#!AMR-WB\n/, 'amr', () => 'amrwb'],
  [/^fLaC/, 'flac', () => 'flac'],
  [/^\x1a\x45\xdf\xa3/, 'webm', (head) => firstOf(head, [['A_OPUS', 'opus'], ['A_VORBIS', 'vorbis']])], // prettier-ignore
  [/^\.snd/, 'au', () => 'unknown'],
  [/^FORM[^]{4}AIF[FC]/, 'aiff', () => 'unknown'],
  [/^caff/, 'caf', () => 'unknown'],
  [/^\x30\x26\xb2\x75\x8e\x66\xcf\x11/, 'wma', () => 'wma'],
  // AAC without a container: a twelve-bit sync like an MP3 frame's, but with layer 0.
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'aac', () => 'aac'],
]

/** Says what a file is from its first bytes (HEAD_BYTES of them, or all); its name plays no part. */
export function identify(head: Uint8Array): AudioKind {
  const header = readWavHeader(head)
  if (header) return { is: 'wav', codec: header.format?.codec ?? 'unknown', plays: wavPlays(header), header }
  if (isMp3(head)) return { is: 'mp3', codec: 'mp3', plays: true }
  const text = latin1(head)
  for (const [start, container, codecOf] of STARTS) {
    if (start.test(text)) return other(container, codecOf(text))
  }
  const thing = looksLike(head)
  if (thing === 'unknown' && isRawGsm(head)) return other('gsm', 'gsm')
  return { is: 'notAudio', looksLike: thing }
}

const other = (container: Other['container'], codec: AudioCodec): Other => ({
  is: 'other',
  container,
  codec,
  plays: PLAYING.has(`${container} ${codec}`),
})

function firstOf(head: string, markers: readonly (readonly [marker: string, codec: AudioCodec])[]): AudioCodec {
  return markers.find(([marker]) => head.includes(marker))?.[1] ?? 'unknown'
}

function wavPlays({ format }: WavHeader): boolean {
  if (!format || !PLAYING_WAV.has(format.codec)) return false
  return format.codec !== 'pcm' || [8, 16, 24].includes(format.bitsPerSample)
}

function isMp3(head: Uint8Array): boolean {
  const tag = id3Bytes(head)
  if (tag > 0) return latin1(head, tag, tag + 4) !== 'fLaC'
  const first = readFrame(head)
  if (!first) return false
  // One header can be chance (a text in UTF-16 begins with FF FE): where the second frame is in sight it must fit.
  return first.bytes + 4 > head.length || readFrame(head, first.bytes) !== null
}

const GSM_FRAME_BYTES = 33
const GSM_FRAMES_NEEDED = 5

/** Raw GSM 06.10 has no header, but each of its frames begins with the nibble D. */
function isRawGsm(head: Uint8Array): boolean {
  if (head.length < GSM_FRAME_BYTES * GSM_FRAMES_NEEDED) return false
  for (let at = 0; at < head.length; at += GSM_FRAME_BYTES) if ((head[at] ?? 0) >>> 4 !== 0xd) return false
  return true
}
