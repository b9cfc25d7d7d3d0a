// @vitest-environment node
import { expect, test } from 'vitest'
import type { CallState, Sending } from '../../preload/contract.ts'
import { accountLine } from '../../renderer/parts/account-line.ts'
import { fieldOf, sentenceOf } from '../../renderer/screens/sign-in/problem.ts'
import { whatNext } from '../../renderer/screens/today/what-next.ts'

const at = () => '2:31 PM'

test('a sent call needs no words, one that goes out next neither', () => {
  expect(whatNext({ is: 'sent', ticketId: 1 }, at)).toBeNull()
  expect(whatNext({ is: 'waiting', why: 'next', until: null }, at)).toBeNull()
})

test('while offline, a call that was not tried yet waits for the same reason', () => {
  expect(whatNext({ is: 'waiting', why: 'next', until: null }, at, 'offline')).toBe('Goes out when you’re back online')
})

test('a waiting call says why and until when', () => {
  const state: CallState = { is: 'waiting', why: 'throttled', until: '2026-11-22T14:31:00Z' }
  expect(whatNext(state, at)).toBe('Zendesk asked us to wait a moment · next try 2:31 PM')
})

test('a refused field is named with Zendesk’s own words', () => {
  const fields = [{ field: 'Order number', text: 'is needed.' }]
  expect(whatNext({ is: 'needsYou', why: { kind: 'refusedFields', fields } }, at)).toBe(
    'Zendesk didn’t take “Order number”: is needed.',
  )
  expect(whatNext({ is: 'needsYou', why: { kind: 'refusedFields', fields: [] } }, at)).toMatch(/Correct it/)
})

test('who called is asked according to how many were found', () => {
  expect(whatNext({ is: 'needsYou', why: { kind: 'whoCalled', found: 0 } }, at)).toMatch(/^Nobody/)
  expect(whatNext({ is: 'needsYou', why: { kind: 'whoCalled', found: 3 } }, at)).toMatch(/^3 people/)
})

const sending = (changes: Partial<Sending>): Sending => ({
  state: 'idle',
  until: null,
  waiting: 0,
  needsYou: 0,
  ...changes,
})

test.each<[Partial<Sending>, string, string]>([
  [{}, 'all sent', 'ok'],
  [{ state: 'sending', waiting: 1 }, 'sending…', 'ok'],
  [{ waiting: 2 }, '2 waiting', 'wait'],
  [{ state: 'offline', waiting: 2 }, 'offline', 'wait'],
  [{ state: 'offline', needsYou: 1 }, '1 needs you', 'bad'],
  [{ state: 'signIn', needsYou: 1 }, 'sign in again', 'bad'],
])('with %j the account says “%s”', (changes, text, tone) => {
  expect(accountLine(sending(changes))).toEqual({ text, tone })
})

test('a sign-in problem stands on the field where it can be mended', () => {
  expect(fieldOf({ kind: 'addressOther' })).toBe('address')
  expect(fieldOf({ kind: 'noSuchAccount' })).toBe('address')
  expect(fieldOf({ kind: 'refused' })).toBe('secret')
  expect(fieldOf({ kind: 'offline' })).toBe('form')
  expect(sentenceOf({ kind: 'rateLimited', seconds: 7 })).toContain('7 seconds')
})
