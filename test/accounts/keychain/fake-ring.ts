import { callKeytar, type KeychainBackend } from '../../../main/accounts/keychain-call.ts'
import type { KeychainMarkers } from '../../../main/accounts/keychain.ts'
import type { Keytar } from '../../../main/accounts/keytar.ts'

/** The states of a desktop's keychain, each as keytar was measured to behave in it on Linux. */
export type RingState =
  'open' | 'noLibrary' | 'noBus' | 'noService' | 'noKeyring' | 'lockedDismissed' | 'lockedRejects' | 'unanswered'

const REFUSALS: { readonly [state in RingState]?: string } = {
  noBus: 'Cannot autolaunch D-Bus without X11 $DISPLAY',
  noService: 'The name org.freedesktop.secrets was not provided by any .service files',
  noKeyring: 'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
  lockedDismissed: 'Cannot create an item in a locked collection',
  lockedRejects: 'Cannot create an item in a locked collection',
}

/** A keychain in memory behind the real error handling; `state` and `items` can be changed at any time. */
export function createFakeRing(state: RingState, nullMayMeanLocked = true) {
  const items = new Map<string, string>()
  const calls: string[] = []
  const most = { inFlight: 0 }
  let inFlight = 0
  let stops = 0

  async function touch<T>(does: string, open: () => T, dismissed: T | 'reject'): Promise<T> {
    calls.push(does)
    await new Promise(setImmediate)
    if (ring.state === 'unanswered') return new Promise<T>(() => {})
    const answersQuietly = ring.state === 'lockedDismissed' || ring.state === 'noKeyring'
    if (answersQuietly && dismissed !== 'reject') return dismissed
    const refusal = REFUSALS[ring.state]
    if (refusal !== undefined) throw new Error(refusal)
    return open()
  }

  const keytar: Keytar = {
    getPassword: (_service, account) => touch(`get ${account}`, () => items.get(account) ?? null, null),
    setPassword: (_service, account, secret) =>
      touch(`set ${account}`, () => void items.set(account, ring.garble(secret)), 'reject'),
    deletePassword: (_service, account) => touch(`remove ${account}`, () => items.delete(account), false),
  }

  const backend: KeychainBackend = {
    nullMayMeanLocked,
    async call(request) {
      inFlight += 1
      most.inFlight = Math.max(most.inFlight, inFlight)
      const answer = await callKeytar(request, () => Promise.resolve(ring.state === 'noLibrary' ? null : keytar))
      inFlight -= 1
      ring.onAnswer(request.do)
      return answer
    },
    stop() {
      stops += 1
      inFlight = 0
    },
  }

  const ring = {
    state,
    items,
    /** Everything that reached the native library, like `get acme/ann@example.com`. */
    calls,
    most,
    backend,
    stops: () => stops,
    /** What the keychain makes of a secret. */
    garble: (secret: string) => secret,
    onAnswer: (_did: string) => {},
  }
  return ring
}

export function createMarkers(...marked: string[]): KeychainMarkers & { readonly marked: Set<string> } {
  const set = new Set(marked)
  return {
    marked: set,
    has: (account) => set.has(account),
    add: (account) => void set.add(account),
    remove: (account) => void set.delete(account),
  }
}

/** Time that passes only when told to. */
export function createClock() {
  let now = 0
  const jobs = new Set<{ readonly at: number; readonly job: () => void }>()
  return {
    waiting: () => jobs.size,
    after(ms: number, job: () => void) {
      const entry = { at: now + ms, job }
      jobs.add(entry)
      return () => void jobs.delete(entry)
    },
    /** Lets everything begin that can, then `ms` milliseconds pass. */
    async pass(ms: number) {
      for (let round = 0; round < 5; round += 1) await new Promise(setImmediate)
      now += ms
      for (const entry of [...jobs].sort((a, b) => a.at - b.at)) {
        if (entry.at > now || !jobs.delete(entry)) continue
        entry.job()
      }
    },
  }
}
