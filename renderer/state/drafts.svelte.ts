import { isBlank, newDraft, type Draft } from '../../preload/draft.ts'
import type { Intake } from '../../preload/intake.ts'
import { withOffset } from '../../preload/times.ts'
import { voicemailDraft } from '../../preload/voicemail-draft.ts'
import { desk } from './desk.ts'
import { session } from './session.svelte.ts'

interface Drafts {
  /** Inbound and outbound calls being written up; never empty once started. */
  calls: Draft[]
  voicemails: Draft[]
  callId: string
  voicemailId: string
  /** False while the disk refuses what was typed. */
  kept: boolean
}

/** Everything being written up. */
export const drafts: Drafts = $state({ calls: [], voicemails: [], callId: '', voicemailId: '', kept: true })

/** How long typing has to rest before it is kept, in milliseconds: less than anybody needs to close a window. */
const REST_MS = 250
const resting = new Map<string, ReturnType<typeof setTimeout>>()
/** Drafts nothing was typed into yet: their start moves to the first keystroke. */
const untouched = new Set<string>()

/** Takes over the drafts main kept, and keeps what is still resting when the window goes away. */
export function followDrafts(kept: readonly Draft[]): void {
  takeDrafts(kept)
  addEventListener('pagehide', keepAll)
  document.addEventListener('visibilitychange', keepAll)
}

/** Shows another account's drafts. */
export function takeDrafts(kept: readonly Draft[]): void {
  drafts.calls = kept.filter((draft) => draft.kind !== 'voicemail')
  drafts.voicemails = kept.filter((draft) => draft.kind === 'voicemail')
  drafts.callId = drafts.calls[0]?.id ?? startCall()
  drafts.voicemailId = drafts.voicemails[0]?.id ?? ''
}

const callDraft = $derived(drafts.calls.find((draft) => draft.id === drafts.callId) ?? null)
const voicemail = $derived(drafts.voicemails.find((draft) => draft.id === drafts.voicemailId) ?? null)
export const currentCall = (): Draft | null => callDraft
export const currentVoicemail = (): Draft | null => voicemail

/** A fresh call form in front; answers its id. */
export function startCall(): string {
  const id = crypto.randomUUID()
  const { ourNumber, openTicket } = session.settings
  drafts.calls.push(newDraft(id, 'inbound', { ourNumber, openTicket, now: new Date() }))
  untouched.add(id)
  drafts.callId = id
  return id
}

/** To be called after every change: keeps the draft once typing rests. */
export function edited(draft: Draft): void {
  if (untouched.delete(draft.id) && !draft.timerSince) draft.startedAt = withOffset(new Date())
  clearTimeout(resting.get(draft.id))
  resting.set(draft.id, setTimeout(() => void keep(draft.id), REST_MS)) // prettier-ignore
}

/** Adds dropped voicemails as drafts and shows the first of them. */
export function addVoicemails(intakes: readonly Intake[]): void {
  const added = intakes.flatMap((intake) =>
    intake.is === 'voicemail'
      ? [voicemailDraft(intake, crypto.randomUUID(), { ...session.settings, now: new Date() })]
      : [],
  )
  drafts.voicemails.push(...added)
  if (added[0] && !voicemail) drafts.voicemailId = added[0].id
  for (const draft of added) void keep(draft.id)
}

/** Puts a call that was taken back from the outbox in front. */
export function takeBack(draft: Draft): void {
  const list = draft.kind === 'voicemail' ? drafts.voicemails : drafts.calls
  if (!list.some((other) => other.id === draft.id)) list.push(draft)
  if (draft.kind === 'voicemail') drafts.voicemailId = draft.id
  else drafts.callId = draft.id
}

/** Takes a draft off the screen: it was saved. The next one comes to the front. */
export function leave(id: string): void {
  clearTimeout(resting.get(id))
  resting.delete(id)
  untouched.delete(id)
  drafts.calls = drafts.calls.filter((draft) => draft.id !== id)
  const place = drafts.voicemails.findIndex((draft) => draft.id === id)
  drafts.voicemails = drafts.voicemails.filter((draft) => draft.id !== id)
  if (drafts.callId === id) drafts.callId = drafts.calls.at(-1)?.id ?? startCall()
  if (drafts.voicemailId === id) drafts.voicemailId = (drafts.voicemails[place] ?? drafts.voicemails.at(-1))?.id ?? ''
}

/** Throws a draft away, on disk too. */
export async function discard(id: string): Promise<void> {
  leave(id)
  await desk.drafts.discard(id)
}

function keepAll(): void {
  for (const [id, timer] of resting) {
    clearTimeout(timer)
    void keep(id)
  }
}

async function keep(id: string): Promise<void> {
  resting.delete(id)
  const draft = [...drafts.calls, ...drafts.voicemails].find((other) => other.id === id)
  if (!draft || !session.account) return
  try {
    // An emptied form need not come back after a restart.
    const kept = isBlank(draft) ? desk.drafts.discard(id) : desk.drafts.keep($state.snapshot(draft) as Draft)
    drafts.kept = (await kept).ok
  } catch (bug) {
    drafts.kept = false
    throw bug
  }
}
