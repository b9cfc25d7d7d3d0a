import { expect, test } from 'vitest'
import { accountEffect, judge } from '../../main/calls/outcome.ts'
import { advance, newProgress, type Action, type Progress, type Step } from '../../main/calls/outbox.ts'
import type { ZendeskFailure } from '../../main/zendesk/zendesk.ts'
import { call } from '../fakes/calls.ts'
import { invalid } from '../fakes/zendesk.ts'

const NOW = { wall: 0, monotonic: 0 }
const STEP: Record<Action, Step> = {
  findCaller: 'caller',
  lookUpCaller: 'caller',
  createCaller: 'caller',
  lookUpTicket: 'create',
  createTicket: 'create',
  readComments: 'voiceComment',
  addVoiceComment: 'voiceComment',
  display: 'display', // prettier-ignore
}

function begun(action: Action, changes: Partial<Progress> = {}): Progress {
  const ticket = { requesterId: 4711 } as unknown as NonNullable<Progress['ticket']>
  return advance({ ...newProgress(call(), 0), ticket, ...changes }, { did: 'began', step: STEP[action], action }, NOW)
}
const verdict = (failure: ZendeskFailure, action: Action, changes: Partial<Progress> = {}) =>
  judge(failure, STEP[action], action, begun(action, changes))

const lost = { kind: 'offline', why: 'unreachable', maybeApplied: true } as const
const unreachable = { kind: 'offline', why: 'unreachable', maybeApplied: false } as const
const portal = { kind: 'offline', why: 'notZendesk', maybeApplied: false } as const
const down = { kind: 'temporarilyDown', retryAfterSeconds: null, maybeApplied: true } as const
const downFor = { kind: 'temporarilyDown', retryAfterSeconds: 20, maybeApplied: false } as const

test.each<{ name: string; failure: ZendeskFailure; expected: object }>([
  { name: 'no network', failure: unreachable, expected: { is: 'wait', why: 'offline', inDoubt: false, failed: false } },
  {
    name: 'an answer lost on the way',
    failure: lost,
    expected: { is: 'wait', why: 'offline', inDoubt: true, failed: true },
  },
  {
    name: 'a captive portal',
    failure: portal,
    expected: { is: 'wait', why: 'notZendesk', inDoubt: false, failed: true },
  },
  {
    name: 'a certificate nobody trusts',
    failure: { kind: 'certificate', maybeApplied: false },
    expected: { is: 'wait', why: 'certificate', inDoubt: false },
  },
  {
    name: 'a timeout',
    failure: { kind: 'timeout', maybeApplied: true },
    expected: { is: 'wait', why: 'down', inDoubt: true },
  },
  { name: 'a 503', failure: down, expected: { is: 'wait', why: 'down', inDoubt: true } },
  {
    name: 'a 409',
    failure: { kind: 'conflict', maybeApplied: false },
    expected: { is: 'wait', why: 'down', inDoubt: false },
  },
  {
    name: 'a 429',
    failure: { kind: 'rateLimited', retryAfterSeconds: 9, maybeApplied: false },
    expected: { is: 'wait', why: 'throttled', inDoubt: false, failed: false },
  },
  {
    name: 'a 401',
    failure: { kind: 'unauthorised', maybeApplied: false },
    expected: { is: 'wait', why: 'signIn', inDoubt: false, failed: false },
  },
  {
    name: 'a 403',
    failure: { kind: 'forbidden', maybeApplied: false },
    expected: { is: 'askUser', why: { kind: 'forbidden' } },
  },
  {
    name: 'a 404',
    failure: { kind: 'notFound', maybeApplied: false },
    expected: { is: 'askUser', why: { kind: 'notFound' } },
  },
  {
    name: 'a 422',
    failure: invalid('subject'),
    expected: {
      is: 'askUser',
      why: { kind: 'refusedFields', fields: [{ field: 'subject', text: 'subject: not accepted' }] },
    },
  },
  { name: 'a 413', failure: invalid('base', 'TooLarge'), expected: { is: 'askUser', why: { kind: 'tooBig' } } },
  {
    name: 'a requester that is gone',
    failure: invalid('requester'),
    expected: { is: 'askUser', why: { kind: 'whoCalled', found: 0 } },
  },
  {
    name: 'a status nobody expects',
    failure: { kind: 'unexpected', status: 418, maybeApplied: false },
    expected: { is: 'askUser', why: { kind: 'unexpected' } },
  },
  {
    name: 'a 201 that makes no sense',
    failure: { kind: 'unexpected', status: 201, maybeApplied: true },
    expected: { is: 'wait', why: 'down', inDoubt: true },
  },
])('a create that meets $name', ({ failure, expected }) => {
  expect(verdict(failure, 'createTicket')).toMatchObject(expected)
})

test.each<ZendeskFailure>([
  unreachable,
  portal,
  downFor,
  { kind: 'rateLimited', retryAfterSeconds: 9, maybeApplied: false },
])('a look for a lost ticket that meets $kind keeps the doubt', (failure) => {
  expect(verdict(failure, 'lookUpTicket', { doubts: { create: NOW } })).toMatchObject({ is: 'wait', inDoubt: true })
})

test('a caller that exists already is looked up, and asked about when it is not to be found', () => {
  expect(verdict(invalid('external_id', 'DuplicateValue'), 'createCaller')).toMatchObject({
    is: 'wait',
    why: 'checking',
    inDoubt: true,
  })
  expect(verdict(invalid('external_id', 'DuplicateValue'), 'createCaller', { checked: true })).toMatchObject({
    is: 'askUser',
  })
})

test.each<ZendeskFailure>([
  invalid('base'),
  { kind: 'forbidden', maybeApplied: false },
  { kind: 'notFound', maybeApplied: false },
])('once the ticket is there, an extra that is refused with $kind is left out', (failure) => {
  expect(verdict(failure, 'addVoiceComment', { ticketId: 17 })).toEqual({ is: 'skip' })
})

test.each<ZendeskFailure>([down, portal, { kind: 'unauthorised', maybeApplied: false }])(
  'a display that meets $kind is left out',
  (failure) => {
    expect(verdict(failure, 'display', { ticketId: 17 })).toEqual({ is: 'skip' })
  },
)

test.each<{ name: string; failure: ZendeskFailure; expected: object | null }>([
  { name: 'no network', failure: unreachable, expected: { is: 'outage', why: 'offline', atLeastMs: null } },
  { name: 'a captive portal', failure: portal, expected: { is: 'outage', why: 'notZendesk', atLeastMs: null } },
  { name: 'a 503 that names a time', failure: downFor, expected: { is: 'outage', why: 'down', atLeastMs: 20_000 } },
  {
    name: 'a 429',
    failure: { kind: 'rateLimited', retryAfterSeconds: 9, maybeApplied: false },
    expected: { is: 'throttled', atLeastMs: 9_000 },
  },
  { name: 'a 401', failure: { kind: 'unauthorised', maybeApplied: false }, expected: { is: 'signIn' } },
  { name: 'a 409', failure: { kind: 'conflict', maybeApplied: false }, expected: null },
  { name: 'a 422', failure: invalid('subject'), expected: null },
])('$name holds the account: $expected', ({ failure, expected }) => {
  expect(accountEffect(failure)).toEqual(expected)
})
