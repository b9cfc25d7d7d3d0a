import type { Bytes } from './bytes.ts'
import type { Candidate } from './candidate.ts'
import { mp3Seconds, type Measured } from './mp3.ts'
import { wavSamples, wavSeconds } from './wav.ts'

const LONGEST_SECONDS = 24 * 60 * 60

/** Length of a WAV or MP3 file without decoding it; null when its headers do not allow it or make no sense. */
export async function measure(kind: Candidate['kind'], bytes: Bytes): Promise<Measured | null> {
  const measured = await lengthOf(kind, bytes)
  return measured && measured.seconds <= LONGEST_SECONDS ? measured : null
}

async function lengthOf(kind: Candidate['kind'], bytes: Bytes): Promise<Measured | null> {
  if (kind.is === 'mp3') return mp3Seconds(bytes)
  const samples = wavSamples(kind.header, bytes.size)
  if (kind.codec === 'mp3' && samples) return mp3Seconds(bytes, samples.from, samples.to)
  const seconds = wavSeconds(kind.header, bytes.size)
  return seconds === null ? null : { seconds, exact: true }
}
