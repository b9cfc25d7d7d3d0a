import type { SignInProblem } from '../../preload/contract.ts'
import type { AddressProblem } from '../zendesk/address.ts'
import type { ZendeskFailure } from '../zendesk/zendesk.ts'
import type { KeychainTrouble } from './keychain-call.ts'

export function problemOfAddress(problem: AddressProblem): SignInProblem {
  const kinds = { empty: 'addressEmpty', otherHost: 'addressOther', malformed: 'addressMalformed' } as const
  return { kind: kinds[problem.kind] }
}

/** What a failed `users/me` means to somebody who is signing in. */
export function problemOfZendesk(failure: ZendeskFailure): SignInProblem {
  switch (failure.kind) {
    case 'offline':
      return { kind: failure.why === 'notZendesk' ? 'noSuchAccount' : 'offline' }
    case 'notFound':
      return { kind: 'noSuchAccount' }
    case 'certificate':
      return { kind: 'certificate' }
    case 'timeout':
      return { kind: 'timeout' }
    case 'unauthorised':
      return { kind: 'refused' }
    case 'forbidden':
      return { kind: 'notAnAgent' }
    case 'rateLimited':
      return { kind: 'rateLimited', seconds: failure.retryAfterSeconds }
    case 'temporarilyDown':
      return { kind: 'down' }
    default:
      return { kind: 'unexpected' }
  }
}

export function problemOfKeychain(trouble: KeychainTrouble): SignInProblem {
  const kinds = {
    unavailable: 'keychainUnavailable',
    locked: 'keychainLocked',
    waiting: 'keychainWaiting',
    lost: 'keychainLost',
    tooLong: 'secretTooLong',
  } as const
  return { kind: kinds[trouble.kind] }
}
