import type { NeedsYou, WaitReason } from '../../preload/contract.ts'
import type { Call } from '../../preload/draft.ts'
import type { VoiceTicket } from '../zendesk/zendesk.ts'
import { elapsed, utcIn, type Moment } from './moments.ts'

/** What is done for an entry, in this order. Each is recorded, so that a crash resumes at the right one. */
export type Step = 'caller' | 'create' | 'voiceComment' | 'display'

/** One request. Those that only look tell whether an earlier one, whose answer was lost, arrived. */
export type Action =
  | 'findCaller'
  | 'lookUpCaller'
  | 'createCaller'
  | 'lookUpTicket'
  | 'createTicket'
  | 'readComments'
  | 'addVoiceComment'
  | 'display'

/** A saved call on its way to becoming a ticket. */
export interface Entry {
  readonly account: string
  /** Place in the order of saving. */
  readonly seq: number
  readonly saved: Moment
  readonly call: Call
  readonly progress: Progress
}

/** The requester, once it is settled. No `userId` means the ticket is in the agent's own name, on purpose. */
export interface Requester {
  readonly userId: number | null
  readonly name: string | null
}

export interface Progress {
  readonly state: EntryState
  readonly done: readonly Step[]
  readonly caller: Requester | null
  /** Composed before the first create and sent unchanged by every repeat. */
  readonly ticket: VoiceTicket | null
  readonly ticketId: number | null
  /** Writes that may have reached Zendesk although no answer came, and when they began: look before repeating. */
  readonly doubts: Readonly<Partial<Record<Step, Moment>>>
  /** The last look found nothing. */
  readonly checked: boolean
  /** Failures in a row, for the backoff. */
  readonly tries: number
  /** Requests so far, which number the attempts. */
  readonly requests: number
}

export type EntryState =
  | { readonly is: 'saved' }
  | { readonly is: 'sending' }
  | { readonly is: 'waiting'; readonly why: WaitReason; readonly until: string | null }
  /** A write may have happened; it is looked up first. */
  | { readonly is: 'outcomeUnknown'; readonly until: string | null }
  | { readonly is: 'needsYou'; readonly why: NeedsYou }
  | { readonly is: 'sent' }

/** What just happened to an entry. */
export type Outcome =
  | { readonly did: 'began'; readonly step: Step; readonly action: Action; readonly ticket?: VoiceTicket }
  | { readonly did: 'settleCaller'; readonly caller: Requester }
  | { readonly did: 'create'; readonly ticketId: number }
  | { readonly did: 'finish'; readonly step: Step }
  | { readonly did: 'foundNothing'; readonly step: Step }
  | {
      readonly did: 'wait'
      readonly step: Step
      readonly why: WaitReason
      readonly ms: number
      readonly inDoubt: boolean
      readonly failed: boolean
    }
  | { readonly did: 'askUser'; readonly step: Step; readonly why: NeedsYou; readonly inDoubt: boolean }
  | { readonly did: 'tryAgain' }
  /** The program ended in the middle of a request. */
  | { readonly did: 'breakOff' }
  | { readonly did: 'completeAll' }

const WRITES: readonly Action[] = ['createCaller', 'createTicket', 'addVoiceComment', 'display']
export const isWrite = (action: Action): boolean => WRITES.includes(action)

/** A ticket that pops up long after its call only disturbs. */
const DISPLAY_WITHIN_MS = 2 * 60_000

export function newProgress(call: Call, requests: number): Progress {
  const caller = knownCaller(call)
  return {
    state: { is: 'saved' },
    done: caller ? ['caller'] : [],
    caller,
    ticket: null,
    ticketId: null,
    doubts: {},
    checked: false,
    tries: 0,
    requests,
  }
}

function knownCaller({ caller }: Call): Requester | null {
  if (caller.is === 'known') return { userId: caller.userId, name: caller.name }
  return caller.is === 'none' ? { userId: null, name: null } : null
}

function stepsOf({ kind, openTicket }: Call): readonly Step[] {
  return [
    'caller',
    'create',
    ...(kind === 'voicemail' ? [] : ['voiceComment' as const]),
    ...(openTicket ? ['display' as const] : []),
  ]
}

/** The next request of an entry that is not waiting for anything; null when nothing is left to do. */
export function nextAction({ call, saved, progress }: Entry, now: Moment): { step: Step; action: Action } | null {
  const step = stepsOf(call).find((one) => !progress.done.includes(one))
  if (!step) return null
  const inDoubt = progress.doubts[step] !== undefined
  switch (step) {
    case 'caller':
      if (call.caller.is === 'later') return { step, action: 'findCaller' }
      return { step, action: inDoubt ? 'lookUpCaller' : 'createCaller' }
    case 'create':
      return { step, action: inDoubt ? 'lookUpTicket' : 'createTicket' }
    case 'voiceComment':
      return { step, action: inDoubt ? 'readComments' : 'addVoiceComment' }
    case 'display':
      // Nothing is lost when a pop does not come, so it is never repeated.
      return inDoubt || elapsed(saved, now) > DISPLAY_WITHIN_MS ? null : { step, action: 'display' }
  }
}

/** An entry's states as one function: what an outcome makes of it. */
export function advance(progress: Progress, outcome: Outcome, now: Moment): Progress {
  const finish = (step: Step): Progress => ({
    ...progress,
    state: { is: 'saved' },
    done: [...progress.done, step],
    doubts: without(progress.doubts, step),
    checked: false,
    tries: 0,
  })
  const doubtsAfter = ({ step, inDoubt }: { step: Step; inDoubt: boolean }) =>
    inDoubt ? progress.doubts : without(progress.doubts, step)

  switch (outcome.did) {
    case 'began':
      return {
        ...progress,
        state: { is: 'sending' },
        ticket: progress.ticket ?? outcome.ticket ?? null,
        doubts: isWrite(outcome.action) ? { ...progress.doubts, [outcome.step]: now } : progress.doubts,
        requests: progress.requests + 1,
      }
    case 'settleCaller':
      return { ...finish('caller'), caller: outcome.caller }
    case 'create':
      return { ...finish('create'), ticketId: outcome.ticketId }
    case 'finish':
      return finish(outcome.step)
    case 'foundNothing':
      return { ...progress, state: { is: 'saved' }, doubts: without(progress.doubts, outcome.step), checked: true }
    case 'wait': {
      const until = outcome.ms > 0 ? utcIn(outcome.ms, now) : null
      const state: EntryState = outcome.inDoubt
        ? { is: 'outcomeUnknown', until }
        : { is: 'waiting', why: outcome.why, until }
      return { ...progress, state, doubts: doubtsAfter(outcome), tries: progress.tries + (outcome.failed ? 1 : 0) }
    }
    case 'askUser':
      return { ...progress, state: { is: 'needsYou', why: outcome.why }, doubts: doubtsAfter(outcome), tries: 0 }
    case 'tryAgain':
      return { ...progress, state: { is: 'saved' } }
    case 'breakOff':
      return {
        ...progress,
        state: Object.keys(progress.doubts).length > 0 ? { is: 'outcomeUnknown', until: null } : { is: 'saved' },
      }
    case 'completeAll':
      return { ...progress, state: { is: 'sent' } }
  }
}

function without(doubts: Progress['doubts'], step: Step): Progress['doubts'] {
  return Object.fromEntries(Object.entries(doubts).filter(([one]) => one !== step))
}

/** An entry brought back from a damaged database may be older than what Zendesk knows: it is looked up before it is sent. */
export function doubted(progress: Progress, now: Moment): Progress {
  const longAgo: Moment = { wall: 0, monotonic: 0 }
  const doubts = progress.ticketId === null ? { create: longAgo, ...progress.doubts } : progress.doubts
  const atRest = progress.state.is === 'needsYou' || progress.state.is === 'sent'
  return atRest ? { ...progress, doubts } : advance({ ...progress, doubts }, { did: 'breakOff' }, now)
}

/** Where an entry stands, in the words of the database: `followUp` has its ticket and only extras left to do. */
export type Phase = 'todo' | 'sending' | 'followUp' | 'needsYou' | 'done'

export function phaseOf({ state, ticketId }: Progress): Phase {
  if (state.is === 'sent') return 'done'
  if (state.is === 'needsYou' || state.is === 'sending') return state.is
  return ticketId === null ? 'todo' : 'followUp'
}

/** Whether an entry may become a draft again: not once its ticket exists, or may exist. */
export function correctable({ state, ticketId, doubts }: Progress): 'yes' | 'alreadySent' | 'sending' {
  if (ticketId !== null) return 'alreadySent'
  return state.is === 'sending' || doubts.create ? 'sending' : 'yes'
}
