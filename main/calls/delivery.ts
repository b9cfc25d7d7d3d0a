import type { StorageTrouble } from '../../preload/contract.ts'
import type { Result } from '../../preload/result.ts'
import type { Zendesk, ZendeskFailure } from '../zendesk/zendesk.ts'
import type { Attempt } from './attempts.ts'
import { afterFault, type Random } from './backoff.ts'
import type { AccountEffect } from './hold.ts'
import { elapsed, type Moment } from './moments.ts'
import { accountEffect, judge } from './outcome.ts'
import { advance, nextAction, type Action, type Entry, type Outcome, type Step } from './outbox.ts'
import { perform } from './steps.ts'
import type { Store } from './store.ts'
import { composeTicket } from './ticket.ts'

export interface DeliveryParts {
  readonly store: Pick<Store, 'write'>
  readonly zendesk: Zendesk
  readonly agentId: number
  readonly moment: () => Moment
  readonly random: Random
  /** Milliseconds after which a write that can't be found has surely not arrived and won't any more. */
  readonly settleMs: number
  readonly stopped: () => boolean
  readonly changed: (entry: Entry) => void
  /** Zendesk answered as it should. */
  readonly reached: () => void
  /** Holds all sending of the account; answers for how many milliseconds. */
  readonly hold: (effect: AccountEffect) => number
  readonly displayFailed: (entry: Entry, ticketId: number) => void
}

/**
 * Takes one entry as far as it goes: to its end, or to where it has to wait or ask.
 * Where it stands is on disk before every request, so the program may end at any point. Answers what storage had
 * against it, if anything: nothing is sent that could not be written down.
 */
export async function deliver(first: Entry, parts: DeliveryParts): Promise<StorageTrouble | null> {
  const { store, moment } = parts
  let entry = moved(first, { did: 'tryAgain' }, moment())
  let ended: readonly Attempt[] = []

  function keep(due: number, begun: readonly Attempt[] = []): StorageTrouble | null {
    const written = store.write(entry, due, [...ended, ...begun])
    ended = []
    if (!written.ok) return written.error
    parts.changed(entry)
    return null
  }

  for (;;) {
    const next = nextAction(entry, moment())
    if (!next) {
      entry = moved(entry, { did: 'completeAll' }, moment())
      return keep(0)
    }
    entry = moved(entry, beginning(entry, next, parts.agentId), moment())
    const attempt = attemptOf(entry, next.action, moment())
    const trouble = keep(0, [attempt])
    if (trouble) return trouble

    const answer = await perform(next.action, entry, parts)
    if (parts.stopped()) return null
    ended = [{ ...attempt, ...answered(answer) }]
    const { ticketId } = entry.progress
    if (answer.ok) parts.reached()
    else if (next.action === 'display' && ticketId !== null) parts.displayFailed(entry, ticketId)

    const effect = answer.ok ? null : accountEffect(answer.error)
    const heldMs = effect ? parts.hold(effect) : 0
    const { outcome, ownMs } = answer.ok
      ? { outcome: settled(answer.value, entry, parts), ownMs: 0 }
      : afterFailure(answer.error, next, entry, heldMs, parts.random)
    entry = moved(entry, outcome, moment())
    if (effect || entry.progress.state.is !== 'saved') {
      const waitMs = answer.ok && outcome.did === 'wait' ? outcome.ms : ownMs
      return keep(waitMs > 0 ? moment().monotonic + waitMs : 0)
    }
  }
}

const moved = (entry: Entry, outcome: Outcome, now: Moment): Entry => ({
  ...entry,
  progress: advance(entry.progress, outcome, now),
})

/** The ticket is composed once, when its requester is known, and from then on sent as it is. */
function beginning({ call, progress }: Entry, next: { step: Step; action: Action }, agentId: number): Outcome {
  if (next.action !== 'createTicket' || progress.ticket || !progress.caller) return { did: 'began', ...next }
  return { did: 'began', ...next, ticket: composeTicket(call, progress.caller, agentId) }
}

function attemptOf({ progress }: Entry, action: Action, now: Moment): Attempt {
  return { number: progress.requests, at: new Date(now.wall).toISOString(), action, answer: null, status: null }
}

function answered(answer: Result<Outcome, ZendeskFailure>): Pick<Attempt, 'answer' | 'status'> {
  if (answer.ok) return { answer: answer.value.did === 'foundNothing' ? 'nothing' : 'done', status: null }
  return { answer: answer.error.kind, status: answer.error.kind === 'unexpected' ? answer.error.status : null }
}

/** Zendesk may still be busy with a write whose answer was lost, so finding nothing counts only after a while. */
function settled(outcome: Outcome, { progress }: Entry, { moment, settleMs }: DeliveryParts): Outcome {
  const since = outcome.did === 'foundNothing' ? progress.doubts[outcome.step] : undefined
  const ms = since ? settleMs - elapsed(since, moment()) : 0
  if (outcome.did !== 'foundNothing' || ms <= 0) return outcome
  return { did: 'wait', step: outcome.step, why: 'checking', ms, inDoubt: true, failed: false }
}

function afterFailure(
  failure: ZendeskFailure,
  { step, action }: { step: Step; action: Action },
  { progress }: Entry,
  heldMs: number,
  random: Random,
): { outcome: Outcome; ownMs: number } {
  const verdict = judge(failure, step, action, progress)
  if (verdict.is === 'skip') return { outcome: { did: 'finish', step }, ownMs: 0 }
  if (verdict.is === 'askUser')
    return { outcome: { did: 'askUser', step, why: verdict.why, inDoubt: verdict.inDoubt }, ownMs: 0 }
  const { why, inDoubt, failed } = verdict
  // Longer than the account is held, so that an entry that may be the cause is not the next to be tried.
  const ownMs = failed ? heldMs + 1 + afterFault(progress.tries + 1, random) : 0
  return { outcome: { did: 'wait', step, why, ms: Math.max(ownMs, heldMs), inDoubt, failed }, ownMs }
}
