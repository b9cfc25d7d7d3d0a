import { fail, ok, type Result } from '../../../preload/result.ts'
import type { State, VoiceFacts } from './model.ts'
import { formatPhone } from './phone.ts'
import { problem, type Problem } from './problems.ts'
import { findUser } from './state.ts'
import { asId, asText, isFields, own, readTime, type Fields } from './values.ts'

export const VOICE_COMMENT_SHAPE = {
  from: true,
  to: true,
  recording_url: true,
  started_at: true,
  call_duration: true,
  answered_by_id: true,
  transcription_text: true,
  location: true,
} as const

/**
 * Reads a `voice_comment`. As lenient as the reference's own sample needs: every field may be missing, ids and durations
 * may be digits in a string, the answering agent need not exist. A time or a duration that is none is refused.
 */
export function readVoiceComment(raw: unknown): Result<VoiceFacts, Problem[]> {
  if (!isFields(raw)) return fail([problem('voice_comment', 'invalid')])
  const startedAt = optional(raw, 'started_at', (value) => (typeof value === 'string' ? readTime(value) : null))
  const duration = optional(raw, 'call_duration', asSeconds)
  const answeredBy = optional(raw, 'answered_by_id', asId)
  const problems = Object.entries({ started_at: startedAt, call_duration: duration, answered_by_id: answeredBy })
    .filter(([, read]) => read === 'invalid')
    .map(([key]) => problem(`voice_comment.${key}`, 'invalid'))
  if (startedAt === 'invalid' || duration === 'invalid' || answeredBy === 'invalid') return fail(problems)
  return ok({
    from: textOrNull(raw, 'from'),
    to: textOrNull(raw, 'to'),
    recording_url: textOrNull(raw, 'recording_url'),
    started_at: startedAt,
    call_duration: duration,
    answered_by_id: answeredBy,
    transcription_text: textOrNull(raw, 'transcription_text'),
    location: textOrNull(raw, 'location'),
  })
}

function optional<T>(raw: Fields, key: string, read: (value: unknown) => T | null): T | null | 'invalid' {
  const value = own(raw, key)
  if (value === undefined || value === null) return null
  return read(value) ?? 'invalid'
}

function asSeconds(value: unknown): number | null {
  const seconds = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 0 ? seconds : null
}

function textOrNull(raw: Fields, key: string): string | null {
  return asText(own(raw, key)) ?? null
}

/** The text Zendesk writes into a voice comment from its facts. */
export function describeVoice(state: State, voice: VoiceFacts): string {
  const answeredBy = findUser(state, voice.answered_by_id)?.name
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['Call from', voice.from && formatPhone(voice.from)],
    ['Call to', voice.to && formatPhone(voice.to)],
    ['Time of call', voice.started_at],
    ['Location', voice.location],
    ['Answered by', answeredBy],
    ['Length of phone call', voice.call_duration === null ? null : `${voice.call_duration} seconds`],
    ['Transcription', voice.transcription_text],
  ]
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n')
}
