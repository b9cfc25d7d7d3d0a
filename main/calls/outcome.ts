import type { NeedsYou, WaitReason } from '../../preload/contract.ts'
import type { InvalidDetail, ZendeskFailure } from '../zendesk/zendesk.ts'
import type { AccountEffect } from './hold.ts'
import { isWrite, type Action, type Progress, type Step } from './outbox.ts'

/** What a failure means for the entry it happened to. */
export type Verdict =
  /** Again later, unchanged. `failed`: the entry itself may be the cause, so it gets a growing wait of its own. */
  | { readonly is: 'wait'; readonly why: WaitReason; readonly inDoubt: boolean; readonly failed: boolean }
  | { readonly is: 'askUser'; readonly why: NeedsYou; readonly inDoubt: boolean }
  /** The ticket is there; this extra is not to be had. */
  | { readonly is: 'skip' }

/** Whether everything of the account has to wait, and for what. */
export function accountEffect(failure: ZendeskFailure): AccountEffect | null {
  switch (failure.kind) {
    case 'offline':
      return { is: 'outage', why: failure.why === 'notZendesk' ? 'notZendesk' : 'offline', atLeastMs: null }
    case 'certificate':
      return { is: 'outage', why: 'certificate', atLeastMs: null }
    case 'timeout':
      return { is: 'outage', why: 'down', atLeastMs: null }
    case 'temporarilyDown':
      return {
        is: 'outage',
        why: 'down',
        atLeastMs: failure.retryAfterSeconds === null ? null : failure.retryAfterSeconds * 1000,
      }
    case 'rateLimited':
      return { is: 'throttled', atLeastMs: failure.retryAfterSeconds * 1000 }
    case 'unauthorised':
      return { is: 'signIn' }
    default:
      return null
  }
}

/** What becomes of an entry whose request failed. A write whose answer was lost is never simply repeated. */
export function judge(failure: ZendeskFailure, step: Step, action: Action, progress: Progress): Verdict {
  if (action === 'display') return { is: 'skip' }
  const inDoubt = isWrite(action) ? failure.maybeApplied : progress.doubts[step] !== undefined
  const wait = (why: WaitReason, failed: boolean): Verdict => ({ is: 'wait', why, inDoubt, failed })
  const ask = (why: NeedsYou): Verdict =>
    progress.ticketId === null ? { is: 'askUser', why, inDoubt } : { is: 'skip' }
  const lookUp: Verdict = { is: 'wait', why: 'checking', inDoubt: true, failed: false }

  switch (failure.kind) {
    case 'offline':
      if (failure.why === 'notZendesk') return wait('notZendesk', isWrite(action))
      return wait('offline', failure.maybeApplied)
    case 'certificate':
      return wait('certificate', false)
    case 'timeout':
    case 'temporarilyDown':
    case 'conflict':
      return wait('down', true)
    case 'rateLimited':
      return wait('throttled', false)
    case 'unauthorised':
      return wait('signIn', false)
    case 'forbidden':
    case 'notFound':
      return ask({ kind: failure.kind })
    case 'invalid':
      if (action === 'createCaller' && !progress.checked && names(failure.details, /external_?id/i)) return lookUp
      if (action === 'createTicket' && progress.ticket?.requesterId && names(failure.details, /^requester/i)) {
        return ask({ kind: 'whoCalled', found: 0 })
      }
      if (failure.details.some(({ code }) => code === 'TooLarge')) return ask({ kind: 'tooBig' })
      return ask({ kind: 'refusedFields', fields: failure.details.map(({ field, text }) => ({ field, text })) })
    case 'unexpected':
      return failure.maybeApplied ? wait('down', true) : ask({ kind: 'unexpected' })
  }
}

const names = (details: readonly InvalidDetail[], field: RegExp): boolean =>
  details.some((detail) => field.test(detail.field))
