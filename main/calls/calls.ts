import type { CallItem, SaveProblem, StorageTrouble } from '../../preload/contract.ts'
import { checkDraft, type Draft } from '../../preload/draft.ts'
import { showDuration } from '../../preload/durations.ts'
import type { Country } from '../../preload/numbers.ts'
import { fail, ok, type Result } from '../../preload/result.ts'
import type { CorrectProblem } from './entries.ts'
import { toItem } from './item.ts'
import type { Sender } from './sender.ts'
import type { Store } from './store.ts'

interface CallsParts {
  readonly store: Store
  readonly accountId: string
  /** Numbers without a country code are read in this country. */
  readonly country: () => Country
  readonly now: () => Date
  readonly monotonic: () => number
  /** Null while nobody is signed in: writing goes on all the same. */
  readonly sender: () => Sender | null
}

/** What the window asks of one account's calls. */
export interface Calls {
  /** ok means the call is on disk, and on its way. The same draft saved twice is one call. */
  save(draft: Draft): Result<CallItem, Exclude<SaveProblem, { kind: 'signedOut' }>>
  /** Saved today, or not sent yet; newest first. */
  today(): Result<readonly CallItem[], StorageTrouble>
  item(id: string): Result<CallItem | null, StorageTrouble>
  /** Takes an unsent call back into the form; its entry is gone then. */
  correct(id: string): Result<Draft, CorrectProblem>
  sendNow(id: string): void
}

export function createCalls({ store, accountId, country, now, monotonic, sender }: CallsParts): Calls {
  return {
    save(draft) {
      const { call, problems } = checkDraft(draft, { country: country(), now: now() })
      if (!call) return fail({ kind: 'invalid', problems })
      const at = { wall: now().getTime(), monotonic: monotonic() }
      const saved = store.saveCall(accountId, call, withTimerStopped(draft, call.durationSeconds), at)
      if (!saved.ok) return saved
      sender()?.kick('saved')
      return ok(toItem(saved.value))
    },
    today() {
      const listed = store.list(accountId, startOfDay(now()))
      return listed.ok ? ok(listed.value.map(toItem)) : listed
    },
    item(id) {
      const found = store.entry(accountId, id)
      return found.ok ? ok(found.value && toItem(found.value)) : found
    },
    correct: (id) => store.correct(accountId, id),
    sendNow: (id) => sender()?.sendNow(id),
  }
}

/** A call that is corrected tomorrow has not gone on until then. */
function withTimerStopped(draft: Draft, seconds: number): Draft {
  return draft.timerSince === null ? draft : { ...draft, timerSince: null, duration: showDuration(seconds) }
}

const startOfDay = (now: Date): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate())
