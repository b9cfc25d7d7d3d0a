import type { Account, SignInAttempt, SignInProblem } from '../../preload/contract.ts'
import { fail, ok, type Result } from '../../preload/result.ts'
import { parseAddress, type ZendeskAddress } from '../zendesk/address.ts'
import type { Credentials } from '../zendesk/client.ts'
import type { Zendesk } from '../zendesk/zendesk.ts'
import type { openAccountFile, KeptAccount } from './account-file.ts'
import type { Keychain, KeychainMarkers } from './keychain.ts'
import { problemOfAddress, problemOfKeychain, problemOfZendesk } from './sign-in-problems.ts'

/** The signed-in account, and its Zendesk once the secret is at hand. */
export interface ActiveAccount {
  /** Under this everything of the account is kept: the same agent in the same Zendesk. */
  readonly id: string
  readonly agentId: number
  readonly address: ZendeskAddress
  readonly shown: Account
  /** Null while the secret can't be had: writing goes on, sending waits. */
  readonly zendesk: Zendesk | null
}

export interface Accounts {
  current(): ActiveAccount | null
  trouble(): SignInProblem | null
  lastSignIn(): { readonly address: string; readonly email: string } | null
  /** Brings a kept sign-in back; the account itself is `current` at once, before any keychain answers. */
  restore(): Promise<void>
  signIn(attempt: SignInAttempt): Promise<Result<Account, SignInProblem>>
  tryDemo(): Promise<Result<Account, SignInProblem>>
  signOut(): Promise<Result<null, SignInProblem>>
  /** Zendesk no longer takes the secret (401). */
  refused(): void
}

/** A running demo Zendesk on this computer and how to sign in to it. */
export interface DemoLogin {
  readonly origin: string
  readonly email: string
  readonly token: string
}

export interface AccountsDeps {
  readonly file: ReturnType<typeof openAccountFile>
  readonly keychain: Keychain
  /** A client of that Zendesk with these credentials. */
  readonly connect: (address: ZendeskAddress, credentials: Credentials) => Zendesk
  readonly startDemo: () => Promise<DemoLogin>
  /** Development and tests: a loopback address is a Zendesk too. */
  readonly allowLoopback: boolean
  readonly onChange: (active: ActiveAccount | null) => void
  readonly onTrouble: (trouble: SignInProblem | null) => void
}

/** A keyring's own prompt may need somebody to type a password, in milliseconds. */
const UNLOCK_MS = 60_000

/** Who is signed in. The secret goes from the form to Zendesk and the keychain and is never handed out again. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const { file, keychain, connect, onChange, onTrouble } = deps
  let active: ActiveAccount | null = null
  let trouble: SignInProblem | null = null

  const keptAtStart = file.read().active
  if (keptAtStart) active = { ...describe(keptAtStart, 'keychain'), zendesk: null }

  function become(next: ActiveAccount | null): void {
    active = next
    setTrouble(null)
    onChange(next)
  }

  function setTrouble(next: SignInProblem | null): void {
    trouble = next
    onTrouble(next)
  }

  async function restore(): Promise<void> {
    const kept = file.read().active
    if (!kept) return
    if (kept.demo) {
      const demo = await tryDemo()
      if (!demo.ok) setTrouble(demo.error)
      return
    }
    const secret = await keychain.get(keychainKey(kept))
    const still = active?.id === accountId(kept)
    if (!still || active?.zendesk) return
    if (!secret.ok) setTrouble(problemOfKeychain(secret.error))
    else if (secret.value === null) setTrouble({ kind: 'keychainLost' })
    else {
      const described = describe(kept, 'keychain')
      become({
        ...described,
        zendesk: connect(described.address, credentialsOf(kept.method, kept.email, secret.value)),
      })
    }
  }

  async function signIn(attempt: SignInAttempt): Promise<Result<Account, SignInProblem>> {
    const address = parseAddress(attempt.address, { allowLoopback: deps.allowLoopback })
    if (!address.ok) return fail(problemOfAddress(address.error))
    const email = attempt.email.trim()
    if (email === '') return fail({ kind: 'emailMissing' })
    const secret = attempt.with === 'token' ? attempt.token.trim() : attempt.password
    if (secret === '') return fail({ kind: 'secretMissing' })

    const zendesk = connect(address.value, credentialsOf(attempt.with, email, secret))
    const me = await zendesk.me()
    if (!me.ok) return fail(problemOfZendesk(me.error))
    if (me.value.light) return fail({ kind: 'lightAgent' })

    const kept: KeptAccount = {
      ...address.value,
      email,
      agentId: me.value.id,
      agentName: me.value.name,
      method: attempt.with,
      demo: false,
    }
    const stored = await keychain.set(keychainKey(kept), secret, { patienceMs: UNLOCK_MS })
    if (!stored.ok && stored.error.kind === 'tooLong') return fail({ kind: 'secretTooLong' })
    // Without a keychain nothing of the sign-in is kept: it ends with the program, and the page says so.
    const last = { address: attempt.address.trim(), email }
    const before = file.read().active
    file.write({ ...file.read(), active: stored.ok ? kept : null, last })
    // Nobody could sign out of the account before any more, so its secret goes now.
    if (stored.ok && before && !before.demo && keychainKey(before) !== keychainKey(kept))
      void keychain.remove(keychainKey(before))
    const next = { ...describe(kept, stored.ok ? 'keychain' : 'session'), zendesk }
    become(next)
    return ok(next.shown)
  }

  async function tryDemo(): Promise<Result<Account, SignInProblem>> {
    let demo: DemoLogin
    try {
      demo = await deps.startDemo()
    } catch {
      return fail({ kind: 'demoFailed' })
    }
    const address = { origin: demo.origin, subdomain: 'demo' }
    const zendesk = connect(address, credentialsOf('token', demo.email, demo.token))
    const me = await zendesk.me()
    if (!me.ok) return fail(problemOfZendesk(me.error))
    const kept: KeptAccount = {
      ...address,
      email: demo.email,
      agentId: me.value.id,
      agentName: me.value.name,
      method: 'token',
      demo: true,
    }
    file.write({ ...file.read(), active: kept })
    const next = { ...describe(kept, 'session'), zendesk }
    become(next)
    return ok(next.shown)
  }

  async function signOut(): Promise<Result<null, SignInProblem>> {
    const kept = file.read().active
    const removed = kept && !kept.demo ? await keychain.remove(keychainKey(kept), { patienceMs: UNLOCK_MS }) : ok(null)
    file.write({ ...file.read(), active: null })
    become(null)
    return removed.ok ? removed : fail(problemOfKeychain(removed.error))
  }

  return {
    current: () => active,
    trouble: () => trouble,
    lastSignIn: () => file.read().last,
    restore,
    signIn,
    tryDemo,
    signOut,
    refused() {
      // Without a secret at hand nothing was refused: the reason it is missing says more.
      if (active?.zendesk && trouble?.kind !== 'refused') setTrouble({ kind: 'refused' })
    },
  }
}

/** Which accounts have a secret in the keychain, kept beside them in the file. */
export function markersIn(file: AccountsDeps['file']): KeychainMarkers {
  const keep = (stored: readonly string[]) => void file.write({ ...file.read(), stored })
  return {
    has: (account: string) => file.read().stored.includes(account),
    add: (account: string) => keep([...file.read().stored, account]),
    remove: (account: string) => keep(file.read().stored.filter((other) => other !== account)),
  }
}

const accountId = (kept: KeptAccount): string => `${kept.subdomain}/${kept.agentId}`
const keychainKey = (kept: KeptAccount): string => `${kept.subdomain}/${kept.email}`

function credentialsOf(method: 'token' | 'password', email: string, secret: string): Credentials {
  return method === 'token' ? { kind: 'token', email, token: secret } : { kind: 'password', email, password: secret }
}

function describe(kept: KeptAccount, keptIn: Account['keptIn']): Omit<ActiveAccount, 'zendesk'> {
  return {
    id: accountId(kept),
    agentId: kept.agentId,
    address: { origin: kept.origin, subdomain: kept.subdomain },
    shown: {
      subdomain: kept.subdomain,
      agent: { id: kept.agentId, name: kept.agentName, email: kept.email },
      demo: kept.demo,
      keptIn,
    },
  }
}
