import { expect, test } from 'vitest'
import type { Attempt } from '../../main/calls/attempts.ts'
import { advance, type Entry, type Outcome } from '../../main/calls/outbox.ts'
import type { StoredEntry } from '../../main/calls/rows.ts'
import type { Store } from '../../main/calls/store.ts'
import { createStore } from '../../main/calls/store.ts'
import { call, draft } from '../fakes/calls.ts'
import { freshStore, valueOf } from '../fakes/profile.ts'

const AT = { wall: Date.UTC(2026, 10, 23, 9), monotonic: 1_000 }

function saved(store: Store, changes: Parameters<typeof draft>[0] = {}, account = 'acme'): Entry {
  const typed = draft(changes)
  return entryOf(valueOf(store.saveCall(account, call(typed), typed, AT)))
}

function entryOf(stored: StoredEntry | null): Entry {
  if (stored?.is !== 'entry') throw new Error('not readable')
  return stored.entry
}

function move(store: Store, entry: Entry, outcomes: Outcome[], due = 0, attempts: Attempt[] = []): Entry {
  const progress = outcomes.reduce((reached, outcome) => advance(reached, outcome, AT), entry.progress)
  valueOf(store.write({ ...entry, progress }, due, attempts))
  return { ...entry, progress }
}

const ids = (store: Store, account = 'acme') =>
  valueOf(store.list(account, new Date(0))).map((stored) => entryOf(stored).call.id)
const BEGAN: Outcome = { did: 'began', step: 'create', action: 'createTicket' }
const ASKS: Outcome = { did: 'askUser', step: 'create', why: { kind: 'forbidden' }, inDoubt: false }

test('a draft is kept as typed, replaced by what is typed next, and gone when discarded', () => {
  const { store } = freshStore()
  const typed = draft({ theirNumber: 'not a number', notes: '\0 \ud800 😀' })
  valueOf(store.keepDraft('acme', draft()))
  valueOf(store.keepDraft('acme', { ...typed, notes: 'first' }))
  valueOf(store.keepDraft('acme', typed))
  expect(valueOf(store.drafts('acme')).drafts[1]).toEqual(typed)
  valueOf(store.discardDraft('acme', typed.id))
  expect(valueOf(store.drafts('acme')).drafts).toHaveLength(1)
})

test('saving a call keeps it and drops its draft, and a late autosave does not bring the draft back', () => {
  const { store } = freshStore()
  const typed = draft()
  valueOf(store.keepDraft('acme', typed))
  saved(store, typed)
  valueOf(store.keepDraft('acme', typed))
  expect(valueOf(store.drafts('acme')).drafts).toEqual([])
  expect(ids(store)).toEqual([typed.id])
})

test('a call saved twice is the first one, unchanged, wherever it has got to', () => {
  const { store } = freshStore()
  const typed = draft({ notes: 'once' })
  const first = move(store, saved(store, typed), [BEGAN, { did: 'create', ticketId: 17 }])
  const second = saved(store, { ...typed, notes: 'twice' })
  expect(second).toEqual(first)
  expect(ids(store)).toHaveLength(1)
})

test('accounts see nothing of each other', () => {
  const { store } = freshStore()
  const typed = draft()
  saved(store, typed, 'acme')
  saved(store, typed, 'other')
  valueOf(store.keepDraft('acme', draft()))
  expect(ids(store, 'other')).toHaveLength(1)
  expect(valueOf(store.drafts('other')).drafts).toEqual([])
  valueOf(store.correct('other', typed.id))
  expect(ids(store, 'other')).toEqual([])
  expect(ids(store, 'acme')).toHaveLength(1)
})

test('the list has what was saved since, and whatever is not finished, newest first', () => {
  const { store } = freshStore()
  const [done, open, fresh] = [draft(), draft(), draft()]
  const old = { ...AT, wall: 0 }
  const sent = entryOf(valueOf(store.saveCall('acme', call(done), done, old)))
  move(store, sent, [{ did: 'create', ticketId: 1 }, { did: 'completeAll' }])
  valueOf(store.saveCall('acme', call(open), open, old))
  saved(store, fresh)
  const listed = valueOf(store.list('acme', new Date(1)))
  expect(listed.map((stored) => entryOf(stored).call.id)).toEqual([fresh.id, open.id])
})

test('entries come up in the order saved, those that wait only when their time has come', () => {
  const { store } = freshStore()
  const [first, second] = [saved(store), saved(store)]
  move(store, first, [{ did: 'wait', step: 'create', why: 'down', ms: 9, inDoubt: false, failed: true }], 5_000.2)
  const next = (monotonic: number) => entryOf(valueOf(store.nextDue('acme', monotonic))).call.id
  expect(next(5_000)).toBe(second.call.id)
  expect(next(5_001)).toBe(first.call.id)
  expect(valueOf(store.earliestDue('acme'))).toBe(0)
  move(store, second, [ASKS])
  expect(valueOf(store.nextDue('acme', 5_000))).toBeNull()
  expect(valueOf(store.earliestDue('acme'))).toBe(5_001)
  expect(valueOf(store.counts('acme'))).toEqual({ waiting: 1, needsYou: 1 })
})

test('an entry that asks becomes the draft it was, with its entry gone', () => {
  const { store } = freshStore()
  const typed = draft({ theirNumber: '0415 5550123', duration: '4m 37s' })
  move(store, saved(store, typed), [BEGAN, ASKS])
  expect(valueOf(store.correct('acme', typed.id))).toEqual(typed)
  expect(valueOf(store.drafts('acme')).drafts).toEqual([typed])
  expect(ids(store)).toEqual([])
  expect(store.correct('acme', typed.id)).toEqual({ ok: false, error: { kind: 'gone' } })
})

test('an entry that asks who called comes back with that question open', () => {
  const { store } = freshStore()
  const entry = saved(store, { caller: { is: 'later' } })
  move(store, entry, [{ did: 'askUser', step: 'caller', why: { kind: 'whoCalled', found: 2 }, inDoubt: false }])
  expect(valueOf(store.correct('acme', entry.call.id)).caller).toEqual({ is: 'open' })
})

test('a caller made before the call was taken back is not made again', () => {
  const { store } = freshStore()
  const entry = saved(store, { caller: { is: 'new', name: 'Cora' } })
  move(store, entry, [{ did: 'settleCaller', caller: { userId: 9000, name: 'Cora' } }, BEGAN, ASKS])
  expect(valueOf(store.correct('acme', entry.call.id)).caller).toEqual({ is: 'known', userId: 9000, name: 'Cora' })
})

test.each<{ name: string; outcomes: Outcome[]; kind: string }>([
  { name: 'is on its way', outcomes: [BEGAN], kind: 'sending' },
  {
    name: 'may have arrived',
    outcomes: [BEGAN, { did: 'wait', step: 'create', why: 'down', ms: 1, inDoubt: true, failed: true }],
    kind: 'sending',
  },
  { name: 'has its ticket', outcomes: [BEGAN, { did: 'create', ticketId: 17 }], kind: 'alreadySent' },
])('an entry that $name can not be corrected', ({ outcomes, kind }) => {
  const { store } = freshStore()
  const entry = saved(store)
  move(store, entry, outcomes)
  expect(store.correct('acme', entry.call.id)).toEqual({ ok: false, error: { kind } })
  expect(ids(store)).toHaveLength(1)
})

test('attempts are written down as they begin and end, and go on counting after a correction', () => {
  const { store } = freshStore()
  const typed = draft()
  const begun: Attempt = {
    number: 1,
    at: '2026-11-23T09:00:00.000Z',
    action: 'createTicket',
    answer: null,
    status: null,
  }
  const entry = move(store, saved(store, typed), [BEGAN], 0, [begun])
  expect(valueOf(store.attempts('acme', typed.id))).toEqual([begun])
  move(store, entry, [ASKS], 0, [{ ...begun, answer: 'forbidden' }])
  expect(valueOf(store.attempts('acme', typed.id))).toEqual([{ ...begun, answer: 'forbidden' }])
  valueOf(store.correct('acme', typed.id))
  expect(saved(store, typed).progress.requests).toBe(1)
})

test('what the last run left half done is in doubt for the next, and waits are over', () => {
  const { store, database } = freshStore()
  const [half, waiting] = [saved(store), saved(store)]
  move(store, half, [BEGAN])
  move(store, waiting, [{ did: 'wait', step: 'create', why: 'down', ms: 9, inDoubt: false, failed: true }], 99_999)
  const next = createStore(database, () => AT)
  expect(entryOf(valueOf(next.entry('acme', half.call.id))).progress.state.is).toBe('outcomeUnknown')
  expect(valueOf(next.earliestDue('acme'))).toBe(0)
  expect(valueOf(next.counts('acme'))).toEqual({ waiting: 2, needsYou: 0 })
})

test.each([
  ['a damaged call', "UPDATE entries SET call = CAST('call 1 0123456789abcdef {}' AS BLOB)"],
  ['a row of a later version', "UPDATE entries SET progress = CAST('progress 2 0123456789abcdef {}' AS BLOB)"],
  ['an emptied row', "UPDATE entries SET call = x''"],
])('%s stays, is shown as unreadable, is never sent and not deleted', (_name, damage) => {
  const { store, database } = freshStore()
  const entry = saved(store)
  valueOf(database.run((sql) => sql.run(damage)))
  const [stored] = valueOf(store.list('acme', new Date(0)))
  expect(stored).toEqual({ is: 'unreadable', id: entry.call.id, seq: 1, savedAt: AT.wall })
  valueOf(store.shelve(1))
  expect(valueOf(store.nextDue('acme', 1e9))).toBeNull()
  expect(valueOf(store.counts('acme'))).toEqual({ waiting: 0, needsYou: 1 })
  expect(valueOf(store.list('acme', new Date()))).toHaveLength(1)
})

test('names that are no longer text do not take the program down', () => {
  const { store, database } = freshStore()
  saved(store)
  valueOf(database.run((sql) => sql.run("UPDATE entries SET id = CAST(x'80ff' AS TEXT)")))
  expect(valueOf(store.list('acme', new Date(0)))).toMatchObject([{ is: 'entry' }])
})

test('a hold is kept per account, replaced and cleared', () => {
  const { store } = freshStore()
  const hold = { why: 'throttled', firm: true, since: AT, ms: 30_000, tries: 1, began: AT, hinted: false } as const
  valueOf(store.keepHold('acme', hold))
  valueOf(store.keepHold('acme', { ...hold, tries: 2 }))
  expect(valueOf(store.hold('acme'))).toEqual({ ...hold, tries: 2 })
  expect(valueOf(store.hold('other'))).toBeNull()
  valueOf(store.keepHold('acme', null))
  expect(valueOf(store.hold('acme'))).toBeNull()
})
