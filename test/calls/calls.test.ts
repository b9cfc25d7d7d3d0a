import { expect, test } from 'vitest'
import { createCalls, type Calls } from '../../main/calls/calls.ts'
import { draft } from '../fakes/calls.ts'
import { desk, type Desk } from '../fakes/desk.ts'
import { valueOf } from '../fakes/profile.ts'
import { fakeZendesk, invalid } from '../fakes/zendesk.ts'

function callsOf({ store, clock, sender }: Desk, signedIn = true): Calls {
  return createCalls({
    store,
    accountId: 'acme',
    country: () => 'DE',
    now: clock.now,
    monotonic: clock.monotonic,
    sender: () => (signedIn ? sender : null),
  })
}

test('a saved call is on disk before it is said to be, is on its way, and is in the list of today', async () => {
  const made = desk()
  const calls = callsOf(made)
  const typed = draft({ theirNumber: '030 1234567' })
  const item = valueOf(calls.save(typed))
  expect(item).toEqual({
    id: typed.id,
    kind: 'inbound',
    state: { is: 'waiting', why: 'next', until: null },
    startedAt: '2026-11-23T08:31:44Z',
    savedAt: '2026-11-23T09:00:00.000Z',
    durationSeconds: 277,
    theirNumber: '+49301234567',
    callerName: 'Cora Caller',
    callerId: 4711,
    subject: 'Asked about invoice 17.',
  })
  await made.clock.advance(0)
  expect(valueOf(calls.today())).toEqual([{ ...item, state: { is: 'sent', ticketId: 100 } }])
  expect(valueOf(calls.item(typed.id))?.state).toEqual({ is: 'sent', ticketId: 100 })
  expect(valueOf(calls.item('no such call'))).toBeNull()
})

test('a double click is one call and one ticket', async () => {
  const made = desk()
  const calls = callsOf(made)
  const typed = draft()
  expect(
    [calls.save(typed), calls.save(typed), calls.save({ ...typed, notes: 'other' })].every((saved) => saved.ok),
  ).toBe(true)
  await made.clock.advance(60_000)
  expect(valueOf(calls.save(typed)).state).toEqual({ is: 'sent', ticketId: 100 })
  await made.clock.advance(60_000)
  expect(made.zendesk.tickets).toHaveLength(1)
  expect(valueOf(calls.today())).toHaveLength(1)
})

test('a draft that is not valid is not saved, and says all that is wrong', () => {
  const made = desk()
  const saved = callsOf(made).save(draft({ theirNumber: 'abc', caller: { is: 'open' } }))
  expect(saved).toEqual({
    ok: false,
    error: {
      kind: 'invalid',
      problems: [
        { field: 'theirNumber', code: 'numberLetters' },
        { field: 'caller', code: 'callerOpen' },
      ],
    },
  })
  expect(valueOf(callsOf(made).today())).toEqual([])
})

test('while nobody is signed in calls are saved all the same', () => {
  const made = desk()
  const calls = callsOf(made, false)
  const item = valueOf(calls.save(draft()))
  calls.sendNow(item.id)
  expect(valueOf(calls.today())).toHaveLength(1)
  expect(made.zendesk.asked).toEqual([])
})

test('a refused call can be corrected and sent again as one ticket', async () => {
  let refusals = 1
  const zendesk = fakeZendesk((asked) =>
    asked === 'createVoiceTicket' && refusals-- > 0 ? { failure: invalid('subject') } : null,
  )
  const made = desk({ zendesk })
  const calls = callsOf(made)
  const typed = draft({ subject: 'wrong' })
  valueOf(calls.save(typed))
  await made.clock.advance(0)
  const again = valueOf(calls.correct(typed.id))
  expect(again).toEqual(typed)
  expect(valueOf(calls.today())).toEqual([])
  valueOf(calls.save({ ...again, subject: 'right' }))
  await made.clock.advance(0)
  expect(zendesk.tickets.map(({ sent }) => sent.subject)).toEqual(['right'])
  expect(calls.correct(typed.id)).toEqual({ ok: false, error: { kind: 'alreadySent' } })
})

test('a call saved with its timer running has its length for good, also when it is corrected much later', async () => {
  const made = desk()
  const calls = callsOf(made, false)
  const typed = draft({ timerSince: '2026-11-23T08:55:00Z', duration: '' })
  expect(valueOf(calls.save(typed)).durationSeconds).toBe(300)
  await made.clock.advance(3_600_000)
  expect(valueOf(calls.correct(typed.id))).toMatchObject({ timerSince: null, duration: '5:00' })
})

test('a caller without a name yet is shown by the name that was typed, or by none', () => {
  const calls = callsOf(desk(), false)
  expect(valueOf(calls.save(draft({ caller: { is: 'new', name: 'Nia' } }))).callerName).toBe('Nia')
  expect(valueOf(calls.save(draft({ caller: { is: 'new', name: '' } }))).callerName).toBeNull()
  expect(valueOf(calls.save(draft({ caller: { is: 'later' }, notes: '' }))).subject).toBe('Call from +1 415 555 0123')
})
