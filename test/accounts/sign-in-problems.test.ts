import { expect, test } from 'vitest'
import type { KeychainTrouble } from '../../main/accounts/keychain-call.ts'
import { problemOfAddress, problemOfKeychain, problemOfZendesk } from '../../main/accounts/sign-in-problems.ts'
import type { ZendeskFailure } from '../../main/zendesk/zendesk.ts'
import type { SignInProblem } from '../../preload/contract.ts'
import { messages } from '../../preload/messages/index.ts'

const no = { maybeApplied: false } as const

test.each<[ZendeskFailure, SignInProblem]>([
  [{ kind: 'offline', why: 'unreachable', ...no }, { kind: 'offline' }],
  [{ kind: 'offline', why: 'unknownHost', ...no }, { kind: 'offline' }],
  [{ kind: 'offline', why: 'notZendesk', ...no }, { kind: 'noSuchAccount' }],
  [{ kind: 'certificate', ...no }, { kind: 'certificate' }],
  [{ kind: 'timeout', ...no }, { kind: 'timeout' }],
  [{ kind: 'unauthorised', ...no }, { kind: 'refused' }],
  [{ kind: 'forbidden', ...no }, { kind: 'notAnAgent' }],
  [{ kind: 'notFound', ...no }, { kind: 'noSuchAccount' }],
  [
    { kind: 'rateLimited', retryAfterSeconds: 9, ...no },
    { kind: 'rateLimited', seconds: 9 },
  ],
  [{ kind: 'temporarilyDown', retryAfterSeconds: null, ...no }, { kind: 'down' }],
  [{ kind: 'invalid', details: [], ...no }, { kind: 'unexpected' }],
  [{ kind: 'conflict', ...no }, { kind: 'unexpected' }],
  [{ kind: 'unexpected', status: 418, ...no }, { kind: 'unexpected' }],
])('%j while signing in is %j', (failure, problem) => {
  expect(problemOfZendesk(failure)).toEqual(problem)
})

test.each<[KeychainTrouble, SignInProblem['kind']]>([
  [{ kind: 'unavailable', why: 'library' }, 'keychainUnavailable'],
  [{ kind: 'locked' }, 'keychainLocked'],
  [{ kind: 'waiting' }, 'keychainWaiting'],
  [{ kind: 'lost' }, 'keychainLost'],
  [{ kind: 'tooLong', bytes: 3_000 }, 'secretTooLong'],
])('a keychain that says %j is %s', (trouble, kind) => {
  expect(problemOfKeychain(trouble)).toEqual({ kind })
})

test.each(['empty', 'otherHost', 'malformed'] as const)('an address that is %s has its own sentence', (kind) => {
  const problem = problemOfAddress({ kind })
  expect(messages.problems.signIn[problem.kind as 'addressEmpty']).toMatch(/\.$/)
})
