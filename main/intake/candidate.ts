import { basename } from 'node:path'
import type { RecordingMime, RefusalReason } from '../../preload/intake.ts'
import { fail, ok, type Result } from '../../preload/result.ts'
import { asteriskName } from './asterisk.ts'
import { bytesOf, readHead } from './bytes.ts'
import { identify, type AudioKind } from './identify.ts'
import { openFile, unreadable, type OpenFile } from './open-file.ts'

/** Zendesk's limit for an uploaded recording ("Storing a call recording"). */
export const RECORDING_LIMIT_BYTES = 50 * 1024 * 1024

/** A file that can become a recording, left open. Whoever examined it closes its handle. */
export interface Candidate {
  readonly path: string
  readonly file: OpenFile
  readonly kind: Extract<AudioKind, { is: 'wav' | 'mp3' }>
  readonly mime: RecordingMime
}

/** Finds out what a file is, reading no more than its head. */
export async function examine(path: string): Promise<Result<Candidate, RefusalReason>> {
  const named = asteriskName(basename(path))
  if (named?.is === 'greeting') return fail({ kind: 'greeting', of: named.of })
  const opened = await openFile(path)
  if (!opened.ok) return opened
  const file = opened.value
  const identified = await kindOf(file)
  if (identified.ok) {
    const kind = identified.value
    if (kind.is === 'wav') return ok({ path, file, kind, mime: 'audio/wav' })
    if (kind.is === 'mp3') return ok({ path, file, kind, mime: 'audio/mpeg' })
    await file.handle.close()
    return fail(unwanted(kind))
  }
  await file.handle.close()
  return identified
}

/** Which copy of a message to take: WAV that plays, then MP3, then WAV that must be converted first. */
export function byUsefulness(a: Candidate, b: Candidate): number {
  const rank = ({ kind }: Candidate) => (kind.is === 'mp3' ? 1 : kind.plays ? 0 : 2)
  return rank(a) - rank(b)
}

async function kindOf({ handle, size }: OpenFile): Promise<Result<AudioKind, RefusalReason>> {
  if (size > RECORDING_LIMIT_BYTES) return fail({ kind: 'tooBig', limitBytes: RECORDING_LIMIT_BYTES, bytes: size })
  try {
    return ok(identify(await readHead(bytesOf(handle, size))))
  } catch (error) {
    return fail(unreadable(error))
  }
}

function unwanted(kind: Exclude<AudioKind, { is: 'wav' | 'mp3' }>): RefusalReason {
  if (kind.is === 'other') return { kind: 'notWavOrMp3', container: kind.container, codec: kind.codec }
  return kind.looksLike === 'empty' ? { kind: 'empty' } : { kind: 'notAudio', looksLike: kind.looksLike }
}
