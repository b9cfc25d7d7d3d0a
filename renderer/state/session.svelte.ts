import type {
  Account,
  Sending,
  Settings,
  SignInAttempt,
  SignInProblem,
  Start,
  StorageTrouble,
} from '../../preload/contract.ts'
import { messages } from '../../preload/messages/index.ts'
import type { Result } from '../../preload/result.ts'
import { desk } from './desk.ts'
import { tell } from './notice.svelte.ts'

interface Session {
  started: boolean
  account: Account | null
  /** Why the sign-in can't be used right now; writing goes on. */
  trouble: SignInProblem | null
  /** The sign-in form is asked for although an account is there: its secret has to be renewed. */
  signingIn: boolean
  last: Start['lastSignIn']
  settings: Settings
  sending: Sending
  storage: StorageTrouble | null
  broughtBack: Start['broughtBack']
  version: string
  locale: string
  platform: Start['platform']
}

/** Who is signed in, how the agent wants it, and how sending goes. */
export const session: Session = $state({
  started: false,
  account: null,
  trouble: null,
  signingIn: false,
  last: null,
  settings: { country: 'US', ourNumber: '', openTicket: true, theme: 'system' },
  sending: { state: 'idle', until: null, waiting: 0, needsYou: 0 },
  storage: null,
  broughtBack: null,
  version: '',
  locale: 'en',
  platform: 'linux',
})

/** Takes over what main knew at start and follows it from then on. */
export function followSession(start: Start): void {
  takeSession(start)
  session.started = true
  desk.on('account.changed', (account) => {
    session.account = account
  })
  desk.on('account.trouble', (trouble) => {
    session.trouble = trouble
  })
  desk.on('sending.changed', (sending) => {
    session.sending = sending
  })
  desk.on('storage.changed', (storage) => {
    session.storage = storage
  })
}

export function takeSession(start: Start): void {
  session.account = start.account
  session.trouble = start.accountTrouble
  session.last = start.lastSignIn
  session.settings = start.settings
  session.sending = start.sending
  session.storage = start.storage
  session.broughtBack = start.broughtBack
  session.version = start.version
  session.locale = start.locale
  session.platform = start.platform
}

export async function signIn(attempt: SignInAttempt): Promise<SignInProblem | null> {
  const answer = await desk.accounts.signIn(attempt)
  if (answer.ok) session.last = { address: attempt.address, email: attempt.email }
  return took(answer)
}

export async function tryDemo(): Promise<SignInProblem | null> {
  return took(await desk.accounts.tryDemo())
}

export async function signOut(): Promise<void> {
  const answer = await desk.accounts.signOut()
  session.account = null
  if (!answer.ok) tell(messages.problems.secretKept, 'bad')
}

/** Changes settings at once on screen; answers false when they could not be kept on disk. */
export async function changeSettings(patch: Partial<Settings>): Promise<boolean> {
  session.settings = { ...session.settings, ...patch }
  return (await desk.settings.change(patch)).ok
}

function took(answer: Result<Account, SignInProblem>): SignInProblem | null {
  if (!answer.ok) return answer.error
  session.account = answer.value
  session.trouble = null
  session.signingIn = false
  return null
}
