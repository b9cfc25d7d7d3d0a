import { LIMITS, type Call } from '../../preload/draft.ts'
import { ticket as words } from '../../preload/messages/ticket.ts'
import { showInternational } from '../../preload/numbers.ts'
import { VIA_ID, type VoiceComment, type VoiceTicket } from '../zendesk/zendesk.ts'
import type { Requester } from './outbox.ts'

/** The ticket of a call. The notes are for agents: they are never sent to the caller. */
export function composeTicket(call: Call, requester: Requester, agentId: number): VoiceTicket {
  const common = {
    viaId: VIA_ID[call.kind],
    externalId: call.id,
    requesterId: requester.userId,
    subject: subjectOf(call, requester.name),
    priority: call.priority,
    tags: call.tags,
  }
  const text = call.notes || call.voicemail?.transcript || ''
  const body = [text, factsOf(call).join('\n')].filter((part) => part !== '').join('\n\n')
  if (call.kind === 'voicemail')
    return { ...common, description: body, voiceComment: composeVoiceComment(call, agentId) }
  return { ...common, comment: { body, public: false } }
}

/** The call itself, as Zendesk shows it with a player. */
export function composeVoiceComment(call: Call, agentId: number): VoiceComment {
  const theirs = call.theirNumber ?? ''
  const outbound = call.kind === 'outbound'
  return {
    from: outbound ? call.ourNumber : theirs,
    to: outbound ? theirs : call.ourNumber,
    recordingUrl: call.voicemail?.recordingUrl ?? null,
    startedAt: call.startedAt,
    callDuration: call.durationSeconds,
    answeredById: agentId,
    ...(call.voicemail?.transcript ? { transcriptionText: call.voicemail.transcript } : {}),
    ...(call.voicemail?.location ? { location: call.voicemail.location } : {}),
  }
}

/** The subject as typed, else the first line of the notes, else who called. At most 150 characters. */
export function subjectOf(call: Call, callerName: string | null): string {
  const firstLine = call.notes.trim().split('\n', 1)[0]?.trim() ?? ''
  return shorten(call.subject || firstLine || words.subject[call.kind](callerName || showCaller(call)))
}

/** Cut between characters, not inside one: half of an emoji is not valid text. */
function shorten(text: string): string {
  const cut = text.slice(0, LIMITS.subject)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

const showCaller = (call: Call): string =>
  call.theirNumber ? showInternational(call.theirNumber) : words.withheldCaller

function factsOf(call: Call): string[] {
  const { facts } = words
  const ours = call.ourNumber ? showInternational(call.ourNumber) : null
  const [from, to] = call.kind === 'outbound' ? [ours, showCaller(call)] : [showCaller(call), ours]
  return [
    facts[call.kind],
    from && facts.from(from),
    to && facts.to(to),
    facts.started(showStart(call)),
    facts.duration(call.durationSeconds),
    call.voicemail?.recordingUrl && facts.recording(call.voicemail.recordingUrl),
    call.voicemail?.location && facts.location(call.voicemail.location),
  ].filter((line): line is string => typeof line === 'string' && line !== '')
}

/** `2026-11-22 14:31 (UTC+01:00)`: the agent's clock, readable in any country. */
function showStart({ startedAt, startedLocal }: Call): string {
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)$/.exec(startedLocal) ?? []
  if (day && time && zone) return `${day} ${time} (UTC${zone === 'Z' ? '' : zone})`
  return `${startedAt.slice(0, 10)} ${startedAt.slice(11, 16)} (UTC)`
}
