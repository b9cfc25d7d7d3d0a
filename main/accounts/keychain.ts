import { fail, ok, type Result } from '../../preload/result.ts'
import type { KeychainBackend, KeychainTrouble } from './keychain-call.ts'
import { createTurns, type After, type Ask } from './keychain-turns.ts'

/** How the keychain itself is doing, as far as the last call showed. `lost` and `tooLong` say nothing about that. */
export type KeychainStatus =
  { readonly kind: 'untried' } | { readonly kind: 'ready' } | Exclude<KeychainTrouble, { kind: 'lost' | 'tooLong' }>

/** Remembers, without any secret, for which accounts one was stored: null from the keychain is not "signed out". */
export interface KeychainMarkers {
  has(account: string): boolean | Promise<boolean>
  add(account: string): void | Promise<void>
  remove(account: string): void | Promise<void>
}

/**
 * For what the user asked for just now: how long a prompt of the system may stay open, in milliseconds. Giving up closes
 * the prompt, and five seconds are too short to type a password.
 */
interface Patience {
  readonly patienceMs?: number
}

/**
 * Accounts are `{subdomain}/{email}`. Calls are made one after the other. Each may bring up the system's own prompt, so
 * repeat a failed one only when the user asks. What the markers throw is passed on.
 */
export interface Keychain {
  /** The secret, or null when none was ever stored. Read from the system once, then from memory. */
  get(account: string, patience?: Patience): Promise<Result<string | null, KeychainTrouble>>
  /** Ok means: stored, read back and found equal. */
  set(account: string, secret: string, patience?: Patience): Promise<Result<null, KeychainTrouble>>
  /** Ok means: it is not there any more. */
  remove(account: string, patience?: Patience): Promise<Result<null, KeychainTrouble>>
  status(): KeychainStatus
  /** Immediate, also in the middle of a call: everything pending answers "closed". */
  close(): void
}

export interface KeychainOptions {
  readonly backend: KeychainBackend
  readonly markers: KeychainMarkers
  /** Milliseconds until an unanswered call is `waiting` and, without more patience, given up. */
  readonly timeoutMs?: number
  readonly after?: After
  /** Told after every call, and when one starts to wait. */
  readonly onStatus?: (status: KeychainStatus) => void
}

/** What the Windows credential store takes, in UTF-8 bytes; kept everywhere, so that no platform is a surprise. */
const MOST_BYTES = 2560
/** No account of ours has this name. */
const PROBE = 'keychain check'

const realAfter: After = (ms, job) => {
  const timer = setTimeout(job, ms)
  return () => clearTimeout(timer)
}

/** The one door to the system's keychain: tells the states of `KeychainTrouble` apart, deletes nothing it could not read. */
export function createKeychain(options: KeychainOptions): Keychain {
  const { backend, markers, timeoutMs = 5000, after = realAfter } = options
  const cache = new Map<string, string>()
  let status: KeychainStatus = { kind: 'untried' }
  let onStatus = options.onStatus
  const turns = createTurns({ backend, timeoutMs, after, onWaiting: () => tell({ kind: 'waiting' }) })

  function tell(next: KeychainStatus): void {
    status = next
    onStatus?.(next)
  }

  async function take<T>(patience: Patience | undefined, job: (ask: Ask) => Promise<Result<T, KeychainTrouble>>) {
    const result = await turns.take(Math.max(timeoutMs, patience?.patienceMs ?? 0), job)
    const trouble = result.ok ? null : result.error
    tell(!trouble || trouble.kind === 'lost' || trouble.kind === 'tooLong' ? { kind: 'ready' } : trouble)
    return result
  }

  async function remember(account: string, secret: string): Promise<Result<string, never>> {
    if (!(await markers.has(account))) await markers.add(account)
    cache.set(account, secret)
    return ok(secret)
  }

  /**
   * A locked ring reads as null once its prompt is dismissed, but refuses to store. The user may unlock it at the prompt
   * of this very attempt, so afterwards ask again for what seemed to be missing.
   */
  async function findLock(ask: Ask): Promise<KeychainTrouble | null> {
    if (!backend.nullMayMeanLocked) return null
    const stored = await ask({ do: 'set', account: PROBE, secret: 'not a secret' })
    if (!stored.ok) return stored.error
    await ask({ do: 'remove', account: PROBE })
    return null
  }

  async function read(ask: Ask, account: string): Promise<Result<string | null, KeychainTrouble>> {
    const known = cache.get(account)
    if (known !== undefined) return ok(known)
    const first = await ask({ do: 'get', account })
    if (!first.ok) return first
    if (typeof first.value === 'string') return remember(account, first.value)
    if (!(await markers.has(account))) return ok(null)
    const trouble = await findLock(ask)
    if (trouble) return fail(trouble)
    const second = await ask({ do: 'get', account })
    if (!second.ok) return second
    return typeof second.value === 'string' ? remember(account, second.value) : fail({ kind: 'lost' })
  }

  async function store(ask: Ask, account: string, secret: string): Promise<Result<null, KeychainTrouble>> {
    cache.delete(account)
    const stored = await ask({ do: 'set', account, secret })
    if (!stored.ok) return stored
    const kept = await ask({ do: 'get', account })
    if (!kept.ok) return kept
    if (kept.value === secret) {
      await remember(account, secret)
      return ok(null)
    }
    // Cut short or garbled (a NUL, say): nobody should take it for the secret later.
    if (kept.value !== null) await ask({ do: 'remove', account })
    return fail({ kind: 'unavailable', why: 'notKept' })
  }

  async function erase(ask: Ask, account: string): Promise<Result<null, KeychainTrouble>> {
    cache.delete(account)
    const removed = await ask({ do: 'remove', account })
    if (!removed.ok) return removed
    if (removed.value !== true && (await markers.has(account))) {
      const trouble = await findLock(ask)
      if (trouble) return fail(trouble)
      const again = await ask({ do: 'remove', account })
      if (!again.ok) return again
    }
    await markers.remove(account)
    return ok(null)
  }

  return {
    async get(account, patience) {
      const known = cache.get(account)
      return known === undefined ? take(patience, (ask) => read(ask, account)) : ok(known)
    },
    async set(account, secret, patience) {
      const bytes = Buffer.byteLength(secret)
      if (bytes > MOST_BYTES) return fail({ kind: 'tooLong', bytes })
      cache.delete(account)
      return take(patience, (ask) => store(ask, account, secret))
    },
    async remove(account, patience) {
      cache.delete(account)
      return take(patience, (ask) => erase(ask, account))
    },
    status: () => status,
    close() {
      cache.clear()
      // Whoever listens may be gone by the time the pending calls are answered.
      onStatus = undefined
      turns.close()
    },
  }
}
