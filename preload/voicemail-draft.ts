import { newDraft, type Draft, type DraftVoicemail } from './draft.ts'
import { showDuration } from './durations.ts'
import type { Intake } from './intake.ts'
import { showInternational } from './numbers.ts'
import { withOffset } from './times.ts'

/** A dropped voicemail as a draft: its facts where it has them, the agent's usual values elsewhere. */
export function voicemailDraft(
  intake: Extract<Intake, { is: 'voicemail' }>,
  id: string,
  defaults: { readonly ourNumber: string; readonly openTicket: boolean; readonly now: Date },
): Draft {
  const { facts, recording } = intake
  const draft = newDraft(id, 'voicemail', defaults)
  if (facts.withheld) draft.theirNumber = 'withheld'
  if (facts.theirNumber) draft.theirNumber = showInternational(facts.theirNumber.value)
  if (facts.ourNumber) draft.ourNumber = showInternational(facts.ourNumber.value)
  if (facts.startedAt) draft.startedAt = withOffset(new Date(facts.startedAt.value))
  if (facts.durationSeconds) draft.duration = showDuration(facts.durationSeconds.value)
  if (facts.priority) draft.priority = facts.priority.value
  draft.voicemail = {
    recording,
    recordingUrl: '',
    transcript: '',
    location: '',
    theirName: facts.theirName?.value ?? '',
    facts: notes({
      theirNumber: facts.theirNumber ?? facts.withheld,
      ourNumber: facts.ourNumber,
      startedAt: facts.startedAt,
      duration: facts.durationSeconds,
    }),
  }
  return draft
}

/** Only where each fact came from and how far to trust it. */
function notes(
  facts: Record<keyof DraftVoicemail['facts'], DraftVoicemail['facts']['duration']>,
): DraftVoicemail['facts'] {
  const known = Object.entries(facts).flatMap(([field, fact]) =>
    fact ? [[field, { source: fact.source, certainty: fact.certainty }] as const] : [],
  )
  return Object.fromEntries(known)
}
