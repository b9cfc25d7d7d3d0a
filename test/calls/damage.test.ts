import { closeSync, cpSync, openSync, readdirSync, readSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../main/calls/database.ts'
import { advance } from '../../main/calls/outbox.ts'
import { createStore, type Store } from '../../main/calls/store.ts'
import { call, draft } from '../fakes/calls.ts'
import { freshFolder, valueOf } from '../fakes/profile.ts'
import { between, generator, oneOf, seeded } from '../fakes/random.ts'

/** How many places are damaged; a longer run asks for more. */
const RUNS = Number(process.env.AFTERCALL_DAMAGE_RUNS ?? 60)
const CALLS = 40
const AT = { wall: Date.UTC(2026, 10, 23, 9), monotonic: 1_000 }
const { seed } = seeded('damage')

function open(folder: string) {
  const database = openDatabase({ folder, now: () => new Date(AT.wall) })
  onTestFinished(() => database.close())
  return { database, store: createStore(database, () => AT) }
}

/** A profile with calls in every state, some of them too long for one page, and drafts. */
function filled(how: 'closed' | 'crashed'): string {
  const folder = freshFolder()
  const { database, store } = open(folder)
  for (let n = 0; n < CALLS; n += 1) {
    const typed = draft({ notes: `call ${n} `.repeat(n % 10 === 0 ? 600 : 5) })
    const stored = valueOf(store.saveCall('acme', call(typed), typed, AT))
    if (n % 3 === 0) valueOf(store.keepDraft('acme', draft({ notes: `draft ${n}` })))
    if (n % 2 === 0 && stored.is === 'entry') {
      const progress = advance(stored.entry.progress, { did: 'create', ticketId: n + 1 }, AT)
      valueOf(store.write({ ...stored.entry, progress: advance(progress, { did: 'completeAll' }, AT) }, 0, []))
    }
  }
  if (how === 'closed') database.close()
  return folder
}

interface Seen {
  readonly notes: readonly string[]
  readonly unreadable: number
  readonly drafts: number
}

function look(store: Store): Seen {
  const listed = valueOf(store.list('acme', new Date(0)))
  const drafts = valueOf(store.drafts('acme'))
  return {
    notes: listed.flatMap((stored) => (stored.is === 'entry' ? [stored.entry.call.notes] : [])),
    unreadable: listed.filter((stored) => stored.is === 'unreadable').length,
    drafts: drafts.drafts.length + drafts.unreadable,
  }
}

/** Reads again where damage was met on the way, as the program does with the next click. */
function lookAgain(store: Store): Seen {
  for (let tries = 0; tries < 5; tries += 1) {
    if (store.list('acme', new Date(0)).ok && store.drafts('acme').ok) break
  }
  return look(store)
}

function flip(path: string, random: () => number): string {
  const size = statSync(path).size
  // The first page leads to all others, so it is met more often than its size would have it.
  const at = random() < 0.3 ? between(random, 0, Math.min(size, 4096) - 1) : between(random, 0, size - 1)
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ (1 << between(random, 0, 7))
  writeSync(file, byte, 0, 1, at)
  closeSync(file)
  return `bit of byte ${at}`
}

function cut(path: string, random: () => number): string {
  const at = between(random, 0, statSync(path).size - 1)
  truncateSync(path, at)
  return `cut at ${at}`
}

test.each(['closed', 'crashed'] as const)(
  'one flipped bit in the files of a %s program costs no call unnoticed',
  (how) => {
    const folder = filled(how)
    const whole = lookAgain(open(folder).store)
    let [salvages, unreadable, lost] = [0, 0, 0]
    for (let run = 0; run < RUNS; run += 1) {
      const random = generator(seed + run)
      const copy = freshFolder()
      cpSync(folder, copy, { recursive: true })
      const file = oneOf(
        random,
        readdirSync(copy).filter((name) => /\.db(-wal)?$/.test(name) && statSync(join(copy, name)).size > 0),
      )
      const damage = `${file}, ${flip(join(copy, file), random)} (run ${run})`
      const { database, store } = open(copy)
      lookAgain(store)
      database.check()
      const seen = lookAgain(store)
      const found = [seen.notes.length + seen.unreadable, seen.drafts]
      const told = database.salvaged()
      // Where a salvage was reported its counts are the truth; where none was, everything has to be there.
      const last = told.at(-1)
      expect([damage, ...found]).toEqual([damage, ...(last ? [last.entries, last.drafts] : [CALLS, whole.drafts])])
      lost += CALLS + whole.drafts - seen.notes.length - seen.unreadable - seen.drafts
      expect([damage, seen.notes.filter((notes) => !whole.notes.includes(notes))]).toEqual([damage, []])
      salvages += told.length
      unreadable += seen.unreadable
      database.close()
    }
    console.log(
      `${RUNS} bits flipped (${how}): 0 rows lost unnoticed, ${lost} with a report; ${salvages} databases salvaged, ${unreadable} calls shown as unreadable`,
    )
  },
  120_000,
)

test('a database that was cut short is set aside with a report, and what is left of it is there', () => {
  const folder = filled('closed')
  let kept = 0
  for (let run = 0; run < RUNS; run += 1) {
    const random = generator(seed + run)
    const copy = freshFolder()
    cpSync(folder, copy, { recursive: true })
    const damage = cut(join(copy, 'calls-1.db'), random)
    const { database, store } = open(copy)
    const seen = lookAgain(store)
    const told = database.salvaged().reduce((sum, one) => sum + one.entries, 0)
    expect([damage, database.salvaged().length]).toEqual([damage, 1])
    expect([damage, told]).toEqual([damage, seen.notes.length + seen.unreadable])
    kept += told
    const typed = draft()
    valueOf(store.saveCall('acme', call(typed), typed, AT))
    database.close()
  }
  console.log(`${RUNS} databases cut short: ${kept} of ${RUNS * CALLS} calls brought back, every loss reported`)
}, 0)

test('calls brought back are looked up before they are sent, for they may be older than what Zendesk has', () => {
  const folder = filled('closed')
  truncateSync(join(folder, 'calls-1.db'), statSync(join(folder, 'calls-1.db')).size - 1)
  const { store } = open(folder)
  const unsent = valueOf(store.list('acme', new Date(0))).flatMap((stored) =>
    stored.is === 'entry' ? [stored.entry] : [],
  )
  const open_ = unsent.filter(({ progress }) => progress.state.is !== 'sent')
  expect(open_.length).toBeGreaterThan(0)
  for (const { progress } of open_) expect(progress.doubts.create).toBeDefined()
})
