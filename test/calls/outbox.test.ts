import { expect, test } from 'vitest'
import type { Draft } from '../../preload/draft.ts'
import {
  advance,
  correctable,
  doubted,
  newProgress,
  nextAction,
  phaseOf,
  type Entry,
  type Outcome,
  type Progress,
} from '../../main/calls/outbox.ts'
import { call } from '../fakes/calls.ts'

const NOW = { wall: 1_000_000, monotonic: 500_000 }

function entry(changes: Partial<Draft> = {}): Entry {
  const made = call(changes)
  return { account: 'acme', seq: 1, saved: NOW, call: made, progress: newProgress(made, 0) }
}

const after = (one: Entry, ...outcomes: Outcome[]): Entry => ({
  ...one,
  progress: outcomes.reduce<Progress>((progress, outcome) => advance(progress, outcome, NOW), one.progress),
})
const actionOf = (one: Entry, now = NOW) => nextAction(one, now)?.action ?? null

const CREATED: Outcome = { did: 'create', ticketId: 17 }
const BEGAN_CREATE: Outcome = { did: 'began', step: 'create', action: 'createTicket' }

test.each<{ name: string; changes: Partial<Draft>; steps: string[] }>([
  { name: 'an inbound call of a known caller', changes: {}, steps: ['createTicket', 'addVoiceComment'] },
  { name: 'a call without a caller', changes: { caller: { is: 'none' } }, steps: ['createTicket', 'addVoiceComment'] },
  {
    name: 'a call of a new caller',
    changes: { caller: { is: 'new', name: 'Cora' } },
    steps: ['createCaller', 'createTicket', 'addVoiceComment'],
  },
  {
    name: 'a call whose caller is looked up later',
    changes: { caller: { is: 'later' } },
    steps: ['findCaller', 'createTicket', 'addVoiceComment'],
  },
  { name: 'a call to be shown', changes: { openTicket: true }, steps: ['createTicket', 'addVoiceComment', 'display'] },
  { name: 'an outbound call', changes: { kind: 'outbound' }, steps: ['createTicket', 'addVoiceComment'] },
  { name: 'a voicemail', changes: { kind: 'voicemail', openTicket: true }, steps: ['createTicket', 'display'] },
])('$name takes the steps $steps', ({ changes, steps }) => {
  let one = entry(changes)
  const taken: string[] = []
  for (let next = nextAction(one, NOW); next; next = nextAction(one, NOW)) {
    taken.push(next.action)
    one = after(
      one,
      next.step === 'caller'
        ? { did: 'settleCaller', caller: { userId: 4, name: 'C' } }
        : next.step === 'create'
          ? CREATED
          : { did: 'finish', step: next.step },
    )
  }
  expect(taken).toEqual(steps)
  expect(phaseOf(after(one, { did: 'completeAll' }).progress)).toBe('done')
})

test('a write that was begun is in doubt until it is answered, so a crash leads to a look and not to a repeat', () => {
  const crashed = after(entry(), BEGAN_CREATE, { did: 'breakOff' })
  expect(crashed.progress.state).toEqual({ is: 'outcomeUnknown', until: null })
  expect(actionOf(after(crashed, { did: 'tryAgain' }))).toBe('lookUpTicket')
})

test('a write that was found missing is made again', () => {
  const again = after(
    entry(),
    BEGAN_CREATE,
    { did: 'breakOff' },
    { did: 'tryAgain' },
    { did: 'foundNothing', step: 'create' },
  )
  expect(actionOf(again)).toBe('createTicket')
})

test('a look that fails keeps the doubt', () => {
  const failed = after(
    entry(),
    BEGAN_CREATE,
    { did: 'breakOff' },
    { did: 'began', step: 'create', action: 'lookUpTicket' },
    { did: 'wait', step: 'create', why: 'offline', ms: 0, inDoubt: true, failed: false },
  )
  expect(actionOf(after(failed, { did: 'tryAgain' }))).toBe('lookUpTicket')
})

test('a repeat sends the ticket that was composed for the first try', () => {
  const [first, second] = ['first', 'second'].map((subject) => ({ subject }) as NonNullable<Progress['ticket']>)
  const begun = after(
    entry(),
    { ...BEGAN_CREATE, ticket: first! },
    { did: 'foundNothing', step: 'create' },
    { ...BEGAN_CREATE, ticket: second! },
  )
  expect(begun.progress.ticket).toBe(first)
})

test('a display is dropped when it is two minutes late, and never repeated', () => {
  const one = after(entry({ kind: 'voicemail', openTicket: true }), CREATED)
  expect(actionOf(one)).toBe('display')
  expect(actionOf(one, { wall: 0, monotonic: NOW.monotonic + 120_001 })).toBeNull()
  expect(actionOf(after(one, { did: 'began', step: 'display', action: 'display' }, { did: 'breakOff' }))).toBeNull()
})

test.each<{ name: string; outcomes: Outcome[]; may: ReturnType<typeof correctable> }>([
  { name: 'just saved', outcomes: [], may: 'yes' },
  {
    name: 'waiting after a refused create',
    outcomes: [BEGAN_CREATE, { did: 'wait', step: 'create', why: 'throttled', ms: 5, inDoubt: false, failed: false }],
    may: 'yes',
  },
  {
    name: 'asking',
    outcomes: [BEGAN_CREATE, { did: 'askUser', step: 'create', why: { kind: 'forbidden' }, inDoubt: false }],
    may: 'yes',
  },
  { name: 'sending', outcomes: [BEGAN_CREATE], may: 'sending' },
  {
    name: 'waiting after a create without an answer',
    outcomes: [BEGAN_CREATE, { did: 'wait', step: 'create', why: 'down', ms: 5, inDoubt: true, failed: true }],
    may: 'sending',
  },
  { name: 'created', outcomes: [BEGAN_CREATE, CREATED], may: 'alreadySent' },
])('an entry that is $name may be corrected: $may', ({ outcomes, may }) => {
  expect(correctable(after(entry(), ...outcomes).progress)).toBe(may)
})

test('an entry out of a damaged database is looked up before it is created, even after its caller is settled', () => {
  const one = entry({ caller: { is: 'later' } })
  const brought = { ...one, progress: doubted(one.progress, NOW) }
  const settled = after(brought, { did: 'tryAgain' }, { did: 'settleCaller', caller: { userId: 4, name: 'C' } })
  expect(actionOf(settled)).toBe('lookUpTicket')
})
