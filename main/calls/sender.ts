import type { CallItem, Sending, StorageTrouble } from '../../preload/contract.ts'
import { ok, type Result } from '../../preload/result.ts'
import type { Zendesk } from '../zendesk/zendesk.ts'
import { afterWake, type Random } from './backoff.ts'
import { deliver } from './delivery.ts'
import { heldBy, heldByStorage, hinted, holdLeft, type AccountEffect, type Hint, type Hold } from './hold.ts'
import { toItem } from './item.ts'
import { utcIn, type Moment } from './moments.ts'
import { advance, type Entry } from './outbox.ts'
import type { StoredEntry } from './rows.ts'
import type { Store } from './store.ts'

export interface SenderParts {
  readonly store: Store
  readonly accountId: string
  readonly agentId: number
  readonly zendesk: Zendesk
  readonly now: () => Date
  /** Milliseconds since the computer was started (`process.hrtime`), the same clock in every process. */
  readonly monotonic: () => number
  readonly random: Random
  /** Runs something once after so many milliseconds; hands back a function that calls it off. */
  readonly schedule: (ms: number, run: () => void) => () => void
  readonly onItem: (item: CallItem) => void
  readonly onSending: (sending: Sending) => void
  /** The ticket could not be popped on the agent's screen: open its link instead. */
  readonly onDisplayFailed: (entry: Entry, ticketId: number) => void
  /** Nothing can be sent because nothing can be written down. */
  readonly onTrouble: (trouble: StorageTrouble) => void
  /** See DeliveryParts; Zendesk ends a request of its own after about a minute. */
  readonly settleMs?: number
}

/** Sends the saved calls of one account, one request at a time. Nothing happens before the first kick. */
export interface Sender {
  /** A hint to try. Cheap, and harmless when there is nothing to do. */
  kick(hint: Hint): void
  /** Tries one waiting or failed call, before the others. What Zendesk asked for is still honoured. */
  sendNow(id: string): void
  /** Holds everything until `resume`, as a refused sign-in does by itself. */
  pause(): void
  resume(): void
  /** At once, whatever is on its way. */
  stop(): void
  sending(): Sending
}

const SETTLE_MS = 60_000

export function createSender(parts: SenderParts): Sender {
  const { store, accountId, monotonic, random } = parts
  const moment = (): Moment => ({ wall: parts.now().getTime(), monotonic: monotonic() })
  let hold: Hold | null = null
  let holdRead = false
  /** Beside the other, which it must not cut short. */
  let storageHold: Hold | null = null
  let [running, askedAgain, stopped, signedOut] = [false, false, false, false]
  let notBefore = 0
  let preferred: string | null = null
  let callOff: (() => void) | null = null
  let counts = { waiting: 0, needsYou: 0 }
  let told = ''

  store.begin(accountId)

  async function run(): Promise<void> {
    // Asked while it is just about to end: it looks once more, so that no hint is lost in between.
    askedAgain = running
    if (running || stopped) return
    running = true
    callOff?.()
    callOff = null
    try {
      while ((await one()) || askedAgain) askedAgain = false
    } finally {
      running = false
      tell()
    }
  }

  /** Works on one entry; false when there is nothing to do for now. */
  async function one(): Promise<boolean> {
    if (stopped || signedOut) return false
    if (!holdRead && left() === 0) readHold()
    const wait = Math.max(left(), notBefore - monotonic())
    if (wait > 0) return later(wait)
    const next = pick()
    if (!next.ok) return inTrouble(next.error)
    if (!next.value) return waitForNext()
    if (next.value.is === 'unreadable') {
      const shelved = store.shelve(next.value.seq)
      if (!shelved.ok) return inTrouble(shelved.error)
      parts.onItem(toItem(next.value))
      return true
    }
    tell()
    const trouble = await deliver(next.value.entry, {
      ...parts,
      moment,
      settleMs: parts.settleMs ?? SETTLE_MS,
      stopped: () => stopped,
      changed,
      reached,
      hold: holdBack,
      displayFailed: parts.onDisplayFailed,
    })
    if (stopped) return false
    return trouble ? inTrouble(trouble) : true
  }

  function pick(): Result<StoredEntry | null, StorageTrouble> {
    const id = preferred
    preferred = null
    const wanted = id === null ? ok(null) : store.entry(accountId, id)
    if (!wanted.ok || isOpen(wanted.value)) return wanted
    return store.nextDue(accountId, monotonic())
  }

  function waitForNext(): boolean {
    const due = store.earliestDue(accountId)
    if (!due.ok) return inTrouble(due.error)
    return due.value === null ? false : later(due.value - monotonic())
  }

  function later(ms: number): false {
    callOff?.()
    callOff = parts.schedule(Math.max(1, Math.ceil(ms)), () => void run())
    return false
  }

  function inTrouble(trouble: StorageTrouble): true {
    storageHold = heldByStorage(storageHold, moment(), random)
    // What could not be written stays as it was begun, as after a crash.
    store.begin(accountId)
    parts.onTrouble(trouble)
    return true
  }

  /** After a restart only what Zendesk asked for still counts: starting is a reason to try. */
  function readHold(): void {
    const kept = store.hold(accountId)
    if (!kept.ok) return void inTrouble(kept.error)
    holdRead = true
    hold = kept.value?.firm ? kept.value : null
  }

  function setHold(next: Hold | null): void {
    if (next === hold) return
    hold = next
    store.keepHold(accountId, next)
  }

  function holdBack(effect: AccountEffect): number {
    if (effect.is === 'signIn') signedOut = true
    else setHold(heldBy(hold, effect, moment(), random))
    return holdLeft(hold, moment())
  }

  function reached(): void {
    setHold(null)
    storageHold = null
  }

  /** Milliseconds until anything may be tried. */
  const left = (): number => Math.max(holdLeft(hold, moment()), holdLeft(storageHold, moment()))

  function changed(entry: Entry): void {
    parts.onItem(toItem({ is: 'entry', entry }))
    tell()
  }

  function tell(): void {
    const now = sending()
    if (stopped || JSON.stringify(now) === told) return
    told = JSON.stringify(now)
    parts.onSending(now)
  }

  function sending(): Sending {
    const counted = store.counts(accountId)
    if (counted.ok) counts = counted.value
    return { state: state(), until: left() > 0 ? utcIn(left(), moment()) : null, ...counts }
  }

  function state(): Sending['state'] {
    if (signedOut) return 'signIn'
    if (counts.waiting === 0) return 'idle'
    if (hold && ['offline', 'notZendesk', 'certificate'].includes(hold.why)) return 'offline'
    if (left() > 0) return 'paused'
    return running ? 'sending' : 'idle'
  }

  return {
    kick(hint) {
      if (hold) setHold(hinted(hold, hint, moment(), random))
      else if (hint === 'wake' && notBefore <= monotonic()) notBefore = monotonic() + afterWake(random)
      void run()
    },
    sendNow(id) {
      const found = store.entry(accountId, id)
      if (!found.ok || !isOpen(found.value)) return
      const { entry } = found.value
      if (!store.write({ ...entry, progress: advance(entry.progress, { did: 'tryAgain' }, moment()) }, 0, []).ok) return
      preferred = id
      if (hold && !hold.firm) setHold({ ...hold, ms: 0 })
      void run()
    },
    pause() {
      signedOut = true
      tell()
    },
    resume() {
      signedOut = false
      void run()
    },
    stop() {
      stopped = true
      callOff?.()
    },
    sending,
  }
}

/** An entry that may be worked on now: neither finished nor in the middle of a request. */
function isOpen(stored: StoredEntry | null): stored is { is: 'entry'; entry: Entry } {
  return stored?.is === 'entry' && !['sent', 'sending'].includes(stored.entry.progress.state.is)
}
