import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../main/calls/database.ts'
import { connect } from '../../main/calls/sqlite.ts'
import { createStore, type Store } from '../../main/calls/store.ts'
import type { Draft } from '../../preload/draft.ts'
import { call, draft } from '../fakes/calls.ts'
import { readOnlyView, smallDisk, whyNoDisks } from '../fakes/mounts.ts'
import { freshFolder, freshStore, valueOf } from '../fakes/profile.ts'

const AT = { wall: Date.UTC(2026, 10, 23, 9), monotonic: 1_000 }

function storeIn(folder: string): Store {
  const database = openDatabase({ folder, now: () => new Date(AT.wall) })
  onTestFinished(() => database.close())
  return createStore(database, () => AT)
}

const save = (store: Store, typed: Draft) => store.saveCall('acme', call(typed), typed, AT)
const ids = (store: Store) =>
  valueOf(store.list('acme', new Date(0))).map((one) => (one.is === 'entry' ? one.entry.call.id : one.id))
const long = () => draft({ notes: 'long '.repeat(1_500) })

const noDisks = whyNoDisks()
if (noDisks) console.log(`skipped: full and read-only disks (${noDisks})`)

describe.skipIf(noDisks !== null)('on a disk of its own', () => {
  test('when it is full nothing claims to be saved, what was saved stays, and it goes on when there is room', () => {
    const disk = smallDisk('400k')
    const store = storeIn(disk.folder)
    const kept: string[] = []
    let typed = long()
    let answer = save(store, typed)
    for (; answer.ok && kept.length < 500; answer = save(store, typed)) {
      kept.push(typed.id)
      typed = long()
    }
    expect(answer).toEqual({ ok: false, error: { kind: 'diskFull' } })
    const longest = draft({ notes: 'long '.repeat(100_000) })
    expect(store.keepDraft('acme', longest)).toEqual({ ok: false, error: { kind: 'diskFull' } })
    expect(ids(store)).toEqual(kept.toReversed())

    disk.resize('8m')
    expect(save(store, typed).ok).toBe(true)
    expect(ids(store)).toEqual([...kept, typed.id].toReversed())
  })

  test('when it is full at the start that is said, and with room again the next save works', () => {
    const disk = smallDisk('256k')
    const filler = join(disk.folder, 'filler')
    expect(() => writeFileSync(filler, Buffer.alloc(300_000))).toThrow('ENOSPC')
    const store = storeIn(disk.folder)
    expect(save(store, draft())).toEqual({ ok: false, error: { kind: 'diskFull' } })
    rmSync(filler)
    expect(save(store, draft()).ok).toBe(true)
  })

  test('when it fills up between two starts, everything saved is still there afterwards', () => {
    const disk = smallDisk('600k')
    const typed = draft()
    valueOf(save(storeIn(disk.folder), typed))
    const filler = join(disk.folder, 'filler')
    expect(() => writeFileSync(filler, Buffer.alloc(700_000))).toThrow('ENOSPC')
    const store = storeIn(disk.folder)
    expect(save(store, long())).toEqual({ ok: false, error: { kind: 'diskFull' } })
    rmSync(filler)
    expect(ids(store)).toEqual([typed.id])
  })

  test('when it is read-only that is said, and when it is writable again the next save works', () => {
    const folder = freshFolder()
    const before = draft()
    valueOf(save(storeIn(folder), before))
    const view = readOnlyView(folder)
    const store = storeIn(view.folder)
    expect(save(store, draft())).toEqual({ ok: false, error: { kind: 'readOnly' } })
    expect(store.keepDraft('acme', draft())).toEqual({ ok: false, error: { kind: 'readOnly' } })
    view.allowWrites()
    expect(save(store, draft()).ok).toBe(true)
    expect(ids(store)).toContain(before.id)
  })
})

test('when writing is no longer allowed in the middle of a session that is said too', () => {
  const { store, database } = freshStore()
  valueOf(save(store, draft()))
  valueOf(database.run((sql) => sql.row('PRAGMA query_only = ON')))
  expect(save(store, draft())).toEqual({ ok: false, error: { kind: 'readOnly' } })
  valueOf(database.run((sql) => sql.row('PRAGMA query_only = OFF')))
  expect(save(store, draft()).ok).toBe(true)
})

test('a limit on the size of the database is a full disk too', () => {
  const { store, database } = freshStore()
  valueOf(database.run((sql) => sql.row('PRAGMA max_page_count = 40')))
  let answer = save(store, long())
  for (let n = 0; answer.ok && n < 100; n += 1) answer = save(store, long())
  expect(answer).toEqual({ ok: false, error: { kind: 'diskFull' } })
})

const root = process.getuid?.() === 0
if (root)
  console.log('skipped: a folder nobody may write to (root may write anywhere; the read-only disk stands for it)')
test.skipIf(root || process.platform === 'win32')(
  'a profile folder that may not be written to is said to be so',
  () => {
    const folder = freshFolder()
    chmodSync(folder, 0o500)
    onTestFinished(() => chmodSync(folder, 0o700))
    expect(save(storeIn(join(folder, 'profile')), draft())).toEqual({ ok: false, error: { kind: 'readOnly' } })
  },
)

test('a profile that is no folder fails without taking the program down', () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'profile'), 'a file')
  expect(save(storeIn(join(folder, 'profile')), draft())).toEqual({ ok: false, error: { kind: 'failed' } })
})

test('while another program holds the database it is busy, and free again afterwards', () => {
  const { store, folder } = freshStore()
  valueOf(save(store, draft()))
  const other = connect(join(folder, 'calls-1.db'))
  other.exec('BEGIN IMMEDIATE')
  expect(save(store, draft())).toEqual({ ok: false, error: { kind: 'busy' } })
  other.exec('ROLLBACK')
  other.close()
  expect(save(store, draft()).ok).toBe(true)
})
