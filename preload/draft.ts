import { readDuration } from './durations.ts'
import type { Fact, Recording } from './intake.ts'
import { readNumber, type Country } from './numbers.ts'
import { utcSeconds, withOffset } from './times.ts'

export type CallKind = 'inbound' | 'outbound' | 'voicemail'
export type Priority = 'low' | 'normal' | 'high' | 'urgent'
export const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent']

/** Who was on the other side. `open` is a question not answered yet and cannot be saved. */
export type CallerChoice =
  | { readonly is: 'open' }
  | { readonly is: 'known'; readonly userId: number; readonly name: string }
  /** Not in Zendesk yet: created when the call is sent. An empty name becomes "Caller +1 …". */
  | { readonly is: 'new'; readonly name: string }
  /** No caller, on purpose (withheld number): the ticket is in the agent's own name. */
  | { readonly is: 'none' }
  /** Zendesk was out of reach: looked up when the call is sent, and asked about if not clear. */
  | { readonly is: 'later' }

/** What a dropped recording brought along. */
export interface DraftVoicemail {
  readonly recording: Recording | null
  /** https link to the audio, typed or pasted. */
  recordingUrl: string
  transcript: string
  location: string
  /** Offered as the name of a caller Zendesk doesn't know yet. */
  readonly theirName: string
  /** Where each fact came from, shown beside its field. */
  readonly facts: Readonly<Partial<Record<'theirNumber' | 'ourNumber' | 'startedAt' | 'duration', FactNote>>>
}
export type FactNote = Pick<Fact<unknown>, 'source' | 'certainty'>

/** A call being written up: everything as typed, valid or not, so that nothing is ever lost. */
export interface Draft {
  /** UUID; becomes the entry's id and the ticket's external_id. */
  readonly id: string
  kind: CallKind
  theirNumber: string
  ourNumber: string
  /** ISO 8601 with offset; empty while the field is incomplete. */
  startedAt: string
  /** As typed: `4:37`, `37`, `4m`. */
  duration: string
  /** ISO 8601 moment the running timer was started; null when it is stopped. */
  timerSince: string | null
  caller: CallerChoice
  subject: string
  notes: string
  priority: Priority | null
  tags: string[]
  openTicket: boolean
  voicemail: DraftVoicemail | null
}

/** A draft that passed the rules: what is kept in the outbox and becomes a ticket. */
export interface Call {
  readonly id: string
  readonly kind: CallKind
  /** E.164, an extension, or null when withheld. */
  readonly theirNumber: string | null
  /** E.164, an extension, or empty. */
  readonly ourNumber: string
  /** UTC, whole seconds. */
  readonly startedAt: string
  /** The same moment with the agent's offset, for people. */
  readonly startedLocal: string
  readonly durationSeconds: number
  readonly caller: Exclude<CallerChoice, { is: 'open' }>
  readonly subject: string
  readonly notes: string
  readonly priority: Priority | null
  readonly tags: readonly string[]
  readonly openTicket: boolean
  readonly voicemail: {
    readonly recording: Recording | null
    readonly recordingUrl: string | null
    readonly transcript: string
    readonly location: string
  } | null
}

export type DraftField =
  | 'theirNumber' | 'ourNumber' | 'startedAt' | 'duration' | 'caller' | 'subject' | 'notes' | 'tags' | 'recordingUrl' // prettier-ignore

/** One thing that keeps a draft from being saved; the catalogue has a sentence for each `code`. */
export interface DraftProblem {
  readonly field: DraftField
  readonly code:
    | 'numberMissing' | 'numberLetters' | 'numberTooShort' | 'numberTooLong' | 'numberUnknown'
    | 'startMissing' | 'startInFuture' | 'durationUnreadable' | 'durationTooLong'
    | 'callerOpen' | 'tooLong' | 'tagUnusable' | 'linkUnreadable' | 'linkNotHttps' // prettier-ignore
}

/** Caps per field, in characters; Zendesk takes 150 for a subject and 64 kB for a comment. */
export const LIMITS = {
  subject: 150,
  notes: 20_000,
  transcript: 20_000,
  location: 200,
  link: 2_000,
  tags: 20,
  tag: 60,
  name: 120,
} as const

const DAY_SECONDS = 86_400
const CLOCK_SLACK_MS = 5 * 60_000
const NUMBER_PROBLEMS = {
  letters: 'numberLetters',
  tooShort: 'numberTooShort',
  tooLong: 'numberTooLong',
  unknown: 'numberUnknown', // prettier-ignore
} as const

/** What the rules need to know besides the draft. */
export interface DraftContext {
  readonly country: Country
  readonly now: Date
}

/** An empty draft with the agent's usual values. */
export function newDraft(
  id: string,
  kind: CallKind,
  defaults: { readonly ourNumber: string; readonly openTicket: boolean; readonly now: Date },
): Draft {
  return {
    id,
    kind,
    theirNumber: '',
    ourNumber: defaults.ourNumber,
    startedAt: withOffset(defaults.now),
    duration: '',
    timerSince: null,
    caller: { is: 'open' },
    subject: '',
    notes: '',
    priority: null,
    tags: [],
    openTicket: defaults.openTicket,
    voicemail:
      kind === 'voicemail'
        ? { recording: null, recordingUrl: '', transcript: '', location: '', theirName: '', facts: {} }
        : null,
  }
}

/** True while nothing was typed that would be missed. */
export function isBlank(draft: Draft): boolean {
  const typed = [draft.theirNumber, draft.duration, draft.subject, draft.notes, draft.voicemail?.recordingUrl ?? '']
  return (
    typed.every((text) => text.trim() === '') &&
    draft.tags.length === 0 &&
    draft.timerSince === null &&
    !draft.voicemail?.recording
  )
}

/** The rules, the same in the form and in the main process: a call, or everything that is still in its way. */
export function checkDraft(
  draft: Draft,
  context: DraftContext,
): { call: Call; problems: [] } | { call: null; problems: DraftProblem[] } {
  const problems: DraftProblem[] = []
  const wrong = (field: DraftField, code: DraftProblem['code']) => void problems.push({ field, code })

  const number = (field: 'theirNumber' | 'ourNumber'): string | null => {
    const read = readNumber(draft[field], context.country)
    if (read.is === 'number') return read.e164
    if (read.is === 'extension') return read.digits
    if (read.is === 'invalid') wrong(field, NUMBER_PROBLEMS[read.why])
    if (read.is === 'empty' && field === 'theirNumber') wrong(field, 'numberMissing')
    return null
  }
  const theirNumber = number('theirNumber')
  const ourNumber = number('ourNumber') ?? ''

  const started = draft.startedAt === '' ? null : new Date(draft.startedAt)
  if (!started || Number.isNaN(started.getTime())) wrong('startedAt', 'startMissing')
  else if (started.getTime() > context.now.getTime() + CLOCK_SLACK_MS) wrong('startedAt', 'startInFuture')

  const seconds = durationOf(draft, context.now)
  if (seconds === null) wrong('duration', 'durationUnreadable')
  else if (seconds > DAY_SECONDS) wrong('duration', 'durationTooLong')

  // Somebody new is known by their number alone, so without one there is nobody to add.
  if (draft.caller.is === 'open' || (draft.caller.is === 'new' && !theirNumber?.startsWith('+')))
    wrong('caller', 'callerOpen')
  if (draft.subject.length > LIMITS.subject) wrong('subject', 'tooLong')
  if (draft.notes.length > LIMITS.notes) wrong('notes', 'tooLong')
  if (draft.tags.length > LIMITS.tags || draft.tags.some((tag) => !isTag(tag))) wrong('tags', 'tagUnusable')

  const link = draft.voicemail?.recordingUrl.trim() ?? ''
  const linkProblem = checkLink(link)
  if (linkProblem) wrong('recordingUrl', linkProblem)

  if (problems.length > 0 || !started || seconds === null || draft.caller.is === 'open') return { call: null, problems }
  const call: Call = {
    id: draft.id,
    kind: draft.kind,
    theirNumber,
    ourNumber,
    startedAt: utcSeconds(started),
    startedLocal: draft.startedAt,
    durationSeconds: seconds,
    caller:
      draft.caller.is === 'new' ? { is: 'new', name: draft.caller.name.trim().slice(0, LIMITS.name) } : draft.caller,
    subject: draft.subject.trim(),
    notes: draft.notes.trim(),
    priority: draft.priority,
    tags: draft.tags,
    openTicket: draft.openTicket,
    voicemail: draft.voicemail && {
      recording: draft.voicemail.recording,
      recordingUrl: link === '' ? null : link,
      transcript: draft.voicemail.transcript.trim(),
      location: draft.voicemail.location.trim(),
    },
  }
  return { call, problems: [] }
}

/** Seconds of a draft's call: the running timer, else what was typed, else 0 for a call nobody timed. */
function durationOf(draft: Draft, now: Date): number | null {
  if (draft.timerSince) {
    const seconds = timerSeconds(draft.timerSince, now)
    return Number.isNaN(seconds) ? null : seconds
  }
  return draft.duration.trim() === '' ? 0 : readDuration(draft.duration)
}

/** Whole seconds a timer has been running; never negative when the clock was set back. */
export const timerSeconds = (since: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 1000))

/** A tag as Zendesk keeps it: no spaces, lower case. */
export const asTag = (typed: string): string => typed.trim().toLowerCase().replace(/\s+/g, '_').slice(0, LIMITS.tag)
const isTag = (tag: string): boolean => tag.length <= LIMITS.tag && /^[^\s,"'<>]+$/u.test(tag)

function checkLink(link: string): 'linkUnreadable' | 'linkNotHttps' | null {
  if (link === '') return null
  if (link.length > LIMITS.link || !URL.canParse(link)) return 'linkUnreadable'
  const url = new URL(link)
  // Zendesk's own page is https: a browser refuses to play an http recording in it.
  if (url.protocol !== 'https:') return 'linkNotHttps'
  return url.username || url.password ? 'linkUnreadable' : null
}
