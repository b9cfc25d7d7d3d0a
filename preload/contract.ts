import type { CallKind, Draft, DraftProblem } from './draft.ts'
import type { Intake } from './intake.ts'
import type { Country } from './numbers.ts'
import type { Result } from './result.ts'

/**
 * Every call and event between the page and the main process, by subject. Both ends are built by looping over
 * CALLS and EVENTS below. To add a call: a line here, its name in CALLS, a schema and a handler in main/ipc.
 * All of it is plain data. An expected failure is inside the answer; a rejected promise is a bug or a refusal.
 */
export interface Desk {
  app: {
    /** Everything the first paint needs, in one answer. */
    start(): Promise<Start>
  }
  accounts: {
    signIn(attempt: SignInAttempt): Promise<Result<Account, SignInProblem>>
    /** Starts the demo Zendesk on this computer and signs in to it. */
    tryDemo(): Promise<Result<Account, SignInProblem>>
    /** Always signs out here; the problem is a secret that the keychain would not give up. */
    signOut(): Promise<Result<null, SignInProblem>>
  }
  settings: {
    change(patch: Partial<Settings>): Promise<Result<Settings, { readonly kind: 'notKept' }>>
  }
  drafts: {
    /** Keeps what was typed so far; answers whether it is on disk. */
    keep(draft: Draft): Promise<Result<null, StorageTrouble>>
    discard(draftId: string): Promise<Result<null, StorageTrouble>>
  }
  callers: {
    /** Who has this number, as typed. */
    find(number: string): Promise<CallerAnswer>
    /** Opens a caller's profile in the agent's browser. */
    open(userId: number): Promise<Result<Opened, OpenProblem>>
  }
  calls: {
    /** Keeps the call for good, then sends it. ok means it is on disk. Saving the same draft twice is one call. */
    save(draft: Draft): Promise<Result<CallItem, SaveProblem>>
    /** Calls of today, and older ones not yet sent; newest first. */
    today(): Promise<readonly CallItem[]>
    /** Tries a waiting or failed call now. */
    sendNow(callId: string): Promise<null>
    /** Takes a failed call back into the form: an unsent call becomes a draft again. */
    correct(
      callId: string,
    ): Promise<Result<Draft, { readonly kind: 'alreadySent' | 'sending' | 'gone' } | StorageTrouble>>
    openTicket(callId: string): Promise<Result<Opened, OpenProblem>>
    openCaller(callId: string): Promise<Result<Opened, OpenProblem>>
  }
  intake: {
    /** Dropped or pasted files. The preload turns them into paths, so the page can name no path of its own. */
    readDropped(files: readonly File[]): Promise<readonly Intake[]>
    /** The system's open dialog, then the same. */
    pickFiles(): Promise<readonly Intake[]>
  }
}

/** What main tells the page, unasked. */
export interface DeskEvents {
  'account.changed': Account | null
  /** The sign-in in use can't be (keychain, revoked): writing goes on, sending waits. Null when it works again. */
  'account.trouble': SignInProblem | null
  'calls.changed': CallItem
  'sending.changed': Sending
  /** The disk takes nothing right now, or takes it again (null). */
  'storage.changed': StorageTrouble | null
}

export const CALLS = {
  app: ['start'],
  accounts: ['signIn', 'tryDemo', 'signOut'],
  settings: ['change'],
  drafts: ['keep', 'discard'],
  callers: ['find', 'open'],
  calls: ['save', 'today', 'sendNow', 'correct', 'openTicket', 'openCaller'],
  intake: ['readDropped', 'pickFiles'],
} as const satisfies { readonly [S in keyof Desk]: readonly (keyof Desk[S])[] }

export const EVENTS = [
  'account.changed',
  'account.trouble',
  'calls.changed',
  'sending.changed',
  'storage.changed',
] as const satisfies readonly (keyof DeskEvents)[]

/** The compiler's proof that CALLS and EVENTS name everything above. */
type Complete = {
  [S in keyof Desk]: Exclude<keyof Desk[S], (typeof CALLS)[S][number]> extends never ? true : never
}
const complete: Complete & Record<Exclude<keyof DeskEvents, (typeof EVENTS)[number]>, never> = {
  app: true,
  accounts: true,
  settings: true,
  drafts: true,
  callers: true,
  calls: true,
  intake: true, // prettier-ignore
}
void complete

/** What a channel carries back: the answer, or why there is none. Neither a stack nor a path crosses. */
export type Envelope =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: BridgeRefusal }
export type BridgeRefusal = 'stranger' | 'malformed' | 'bug'

/** `window.desk` in the page. */
export interface DeskBridge extends Desk {
  /** Hands back a function that stops listening. */
  on<E extends keyof DeskEvents>(event: E, listener: (payload: DeskEvents[E]) => void): () => void
}

export interface Start {
  readonly account: Account | null
  /** Why the kept sign-in can't be used right now; writing goes on. */
  readonly accountTrouble: SignInProblem | null
  /** Filled into the sign-in form: who was signed in last. */
  readonly lastSignIn: { readonly address: string; readonly email: string } | null
  readonly settings: Settings
  readonly drafts: readonly Draft[]
  readonly calls: readonly CallItem[]
  readonly sending: Sending
  readonly storage: StorageTrouble | null
  /** Set once when a damaged file of calls was set aside and what could be read was brought back. */
  readonly broughtBack: { readonly calls: number; readonly drafts: number } | null
  readonly version: string
  /** BCP 47, for numbers and times. */
  readonly locale: string
  readonly platform: 'mac' | 'windows' | 'linux'
}

export interface Account {
  /** Shown everywhere: whose Zendesk what you write goes to. */
  readonly subdomain: string
  readonly agent: { readonly id: number; readonly name: string; readonly email: string }
  readonly demo: boolean
  /** `session`: this computer has no keychain, so the sign-in ends with the program. */
  readonly keptIn: 'keychain' | 'session'
}

export type SignInAttempt = { readonly address: string; readonly email: string } & (
  { readonly with: 'token'; readonly token: string } | { readonly with: 'password'; readonly password: string }
)

export type SignInProblem =
  | { readonly kind: 'addressEmpty' | 'addressOther' | 'addressMalformed' | 'emailMissing' | 'secretMissing' }
  /** Nobody answers as Zendesk at that address. */
  | { readonly kind: 'noSuchAccount' | 'offline' | 'timeout' | 'certificate' | 'down' | 'unexpected' }
  | { readonly kind: 'refused' | 'notAnAgent' | 'lightAgent' }
  | { readonly kind: 'rateLimited'; readonly seconds: number }
  /** Only when a kept sign-in is brought back at start. */
  | { readonly kind: 'keychainLocked' | 'keychainWaiting' | 'keychainUnavailable' | 'keychainLost' }
  | { readonly kind: 'secretTooLong' }
  | { readonly kind: 'demoFailed' }

export interface Settings {
  /** Numbers without a country code are read in this country. */
  readonly country: Country
  /** The agent's own line, put into every new call. */
  readonly ourNumber: string
  readonly openTicket: boolean
  readonly theme: 'system' | 'light' | 'dark'
}

export type CallerAnswer =
  | { readonly is: 'empty' | 'withheld' | 'extension' | 'invalid' | 'nobody' }
  | { readonly is: 'found'; readonly callers: readonly FoundCaller[] }
  /** Zendesk can't be asked now: write on, it is looked up when the call is sent. */
  | { readonly is: 'unreachable'; readonly why: 'offline' | 'signIn' | 'busy' }

export interface FoundCaller {
  readonly id: number
  readonly name: string
  readonly email: string | null
  readonly organization: string | null
}

/** Where a ticket or profile was opened: popped in the agent's Zendesk tab, or by the system browser. */
export type Opened = 'zendesk' | 'browser'
export type OpenProblem = { readonly kind: 'noTicket' | 'noCaller' | 'signedOut' | 'browserFailed' }

export type StorageTrouble = { readonly kind: 'diskFull' | 'readOnly' | 'damaged' | 'busy' | 'failed' }
export type SaveProblem =
  | { readonly kind: 'invalid'; readonly problems: readonly DraftProblem[] }
  | { readonly kind: 'signedOut' }
  | StorageTrouble

/** One row of the list. */
export interface CallItem {
  readonly id: string
  readonly kind: CallKind
  readonly state: CallState
  /** UTC. */
  readonly startedAt: string
  readonly savedAt: string
  readonly durationSeconds: number
  readonly theirNumber: string | null
  /** Null until the caller is known. */
  readonly callerName: string | null
  readonly callerId: number | null
  readonly subject: string
}

export type CallState =
  | {
      readonly is: 'waiting'
      readonly why: WaitReason
      /** UTC; null when it goes out as soon as possible. */ readonly until: string | null
    }
  | { readonly is: 'sending' }
  | { readonly is: 'sent'; readonly ticketId: number }
  | { readonly is: 'needsYou'; readonly why: NeedsYou }

export type WaitReason =
  'next' | 'offline' | 'notZendesk' | 'certificate' | 'throttled' | 'down' | 'signIn' | 'checking'
export type NeedsYou =
  | { readonly kind: 'whoCalled'; readonly found: number }
  | { readonly kind: 'refusedFields'; readonly fields: readonly { readonly field: string; readonly text: string }[] }
  | { readonly kind: 'forbidden' | 'notFound' | 'tooBig' | 'unexpected' | 'unreadable' }

/** The account's sending as a whole: for the account line, the banner and the tray. */
export interface Sending {
  readonly state: 'idle' | 'sending' | 'offline' | 'paused' | 'signIn'
  /** UTC, while paused. */
  readonly until: string | null
  readonly waiting: number
  readonly needsYou: number
}
