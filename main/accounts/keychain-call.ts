import { fail, ok, type Result } from '../../preload/result.ts'
import { loadKeytar, type Keytar } from './keytar.ts'

/** The name under which people find our items in their system's password manager. */
const SERVICE = 'Aftercall'

/** One question to the system's keychain. Plain data, for it may cross to the helper process. */
export type KeychainRequest =
  | { readonly do: 'get'; readonly account: string }
  | { readonly do: 'set'; readonly account: string; readonly secret: string }
  | { readonly do: 'remove'; readonly account: string }

/**
 * `library`: keytar or libsecret is missing · `service`: no session bus, no keyring service, or it refused ·
 * `noKeyring`: the service has no keyring yet and none was created · `crashed`: the helper process ended ·
 * `notKept`: what was read back differs from what was stored · `closed`: the app is quitting.
 */
type Unavailable = {
  readonly kind: 'unavailable'
  readonly why: 'library' | 'service' | 'noKeyring' | 'crashed' | 'notKept' | 'closed'
}
/** The user has to unlock the keyring. */
type Locked = { readonly kind: 'locked' }

/**
 * `waiting`: no answer in time, most likely a prompt nobody answered · `lost`: a secret was stored, the keychain works,
 * and the secret is not there · `tooLong`: more than 2560 UTF-8 bytes, nothing was stored.
 */
export type KeychainTrouble =
  | Unavailable
  | Locked
  | { readonly kind: 'waiting' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'tooLong'; readonly bytes: number }

/** get: the secret or null · set: null · remove: whether something was removed. */
export type KeychainAnswer = Result<string | boolean | null, Unavailable | Locked>

/** Where calls go: a helper process (Linux) or keytar in this process (Windows, macOS). */
export interface KeychainBackend {
  /** Never rejects, may never settle. Called again only after the last call settled or `stop` was called. */
  call(request: KeychainRequest): Promise<KeychainAnswer>
  /** Gives up the call in flight and lets go of everything held; a later call starts afresh. */
  stop(): void
  /** True on Linux, where a locked ring whose prompt was dismissed reads as null and removes nothing. */
  readonly nullMayMeanLocked: boolean
}

/** Makes one call to keytar. `load` is replaced in tests. */
export async function callKeytar(
  request: KeychainRequest,
  load: () => Promise<Keytar | null> = loadKeytar,
): Promise<KeychainAnswer> {
  const keytar = await load()
  if (!keytar) return fail({ kind: 'unavailable', why: 'library' })
  try {
    switch (request.do) {
      case 'get':
        return ok(await keytar.getPassword(SERVICE, request.account))
      case 'set':
        await keytar.setPassword(SERVICE, request.account, request.secret)
        return ok(null)
      case 'remove':
        return ok(await keytar.deletePassword(SERVICE, request.account))
    }
  } catch (error) {
    return fail(explain(error instanceof Error ? error.message : ''))
  }
}

/**
 * keytar passes on nothing but the text of the system's error. Only words that are never translated are looked for;
 * the text itself goes no further.
 */
function explain(message: string): Unavailable | Locked {
  // gnome-keyring: "Cannot create an item in a locked collection"; other services name the D-Bus error "IsLocked".
  if (/locked/i.test(message)) return { kind: 'locked' }
  // macOS: errSecInteractionNotAllowed, errSecUserCanceled, errSecAuthFailed.
  if (/interaction is not allowed|user cancel|passphrase you entered/i.test(message)) return { kind: 'locked' }
  // No default keyring, and the prompt to create one came to nothing: `Object does not exist at path "…/login"`.
  if (message.includes('/org/freedesktop/secrets/collection/')) return { kind: 'unavailable', why: 'noKeyring' }
  return { kind: 'unavailable', why: 'service' }
}
