import { chmodSync, cpSync, existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, type Database } from '../../main/calls/database.ts'
import { MIGRATIONS } from '../../main/calls/migrations.ts'
import { freshFolder, valueOf } from '../fakes/profile.ts'

const NOW = new Date('2026-11-23T09:00:00Z')

function open(folder: string, migrations: readonly string[] = MIGRATIONS): Database {
  const database = openDatabase({ folder, now: () => NOW, migrations })
  onTestFinished(() => database.close())
  return database
}

const addHold = (database: Database, account: string) =>
  database.transaction((sql) => sql.run("INSERT INTO holds (account, body) VALUES (?, x'01')", account))
const holds = (database: Database) => valueOf(database.run((sql) => sql.row('SELECT count(*) AS n FROM holds')?.n))

test('only the owner may read the folder and every file in it', () => {
  const folder = join(freshFolder(), 'profile')
  const database = open(folder)
  valueOf(addHold(database, 'acme'))
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  const names = readdirSync(folder)
  expect(names).toEqual(expect.arrayContaining(['calls-1.db', 'calls-1.db-wal', 'calls-1.db-shm']))
  for (const name of names) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
})

test('files that others could read are made private', () => {
  const folder = freshFolder()
  open(folder).close()
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'calls-1.db'), 0o644)
  open(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'calls-1.db')).mode & 0o777).toBe(0o600)
})

test('writes are durable at once: write-ahead log, full sync', () => {
  const database = open(freshFolder())
  const pragma = (name: string) => Object.values(valueOf(database.run((sql) => sql.row(`PRAGMA ${name}`))) ?? {})[0]
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map(pragma)).toEqual(['wal', 2, 1, 1])
})

test('a transaction that throws leaves nothing behind, and the database goes on working', () => {
  const database = open(freshFolder())
  const broken = () =>
    database.transaction((sql) => {
      sql.run("INSERT INTO holds (account, body) VALUES ('a', x'01')")
      throw new TypeError('a bug')
    })
  expect(broken).toThrow('a bug')
  expect(holds(database)).toBe(0)
  valueOf(addHold(database, 'b'))
  expect(holds(database)).toBe(1)
})

test('after a close in order nothing is checked, else everything is, and nothing is lost either way', () => {
  const folder = freshFolder()
  const first = open(folder)
  valueOf(addHold(first, 'a'))
  first.close()
  expect(readdirSync(folder)).toContain('closed-well')
  const second = open(folder)
  expect(readdirSync(folder)).not.toContain('closed-well')
  valueOf(addHold(second, 'b'))
  // Not closed: as after a crash.
  const third = open(folder)
  expect(holds(third)).toBe(2)
  expect(third.salvaged()).toEqual([])
})

test('a missing migration is run once, on top of a copy of what was there', () => {
  const folder = freshFolder()
  const before = open(folder)
  valueOf(addHold(before, 'a'))
  before.close()
  const more = [...MIGRATIONS, 'CREATE TABLE extra (seq INTEGER PRIMARY KEY) STRICT; INSERT INTO extra VALUES (1)']
  for (let n = 0; n < 2; n += 1) {
    const after = open(folder, more)
    expect(holds(after)).toBe(1)
    expect(valueOf(after.run((sql) => sql.row('SELECT count(*) AS n FROM extra')?.n))).toBe(1)
    after.close()
  }
  const copy = join(folder, 'calls-1-before-v2.db')
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(statSync(copy).size).toBeGreaterThan(0)
})

test('a migration that fails leaves the database as it was', () => {
  const folder = freshFolder()
  const before = open(folder)
  valueOf(addHold(before, 'a'))
  before.close()
  open(folder, [...MIGRATIONS, 'CREATE TABLE extra (seq INTEGER); SELECT nonsense FROM nowhere'])
  expect(holds(open(folder))).toBe(1)
})

test('a database of a later version is left alone and reported', () => {
  const folder = freshFolder()
  open(folder, [...MIGRATIONS, 'CREATE TABLE extra (seq INTEGER) STRICT']).close()
  const older = open(folder)
  expect(addHold(older, 'a')).toEqual({ ok: false, error: { kind: 'failed' } })
  expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toEqual(['calls-1.db'])
})

test('a file that is no database is set aside with the date, kept, and told', () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'calls-1.db'), 'not a database at all '.repeat(400))
  const database = open(folder)
  valueOf(addHold(database, 'a'))
  expect(database.salvaged()).toEqual([{ setAside: 'calls-1-damaged-2026-11-23T09-00-00.db', entries: 0, drafts: 0 }])
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.db'))
      .sort(),
  ).toEqual(['calls-1-damaged-2026-11-23T09-00-00.db', 'calls-2.db'])
})

test('a database that was emptied behind our back is damage, not a new beginning', () => {
  const folder = freshFolder()
  open(folder).close()
  // A copy, because this process has not let go of the original yet.
  const copy = freshFolder()
  cpSync(folder, copy, { recursive: true })
  truncateSync(join(copy, 'calls-1.db'), 0)
  expect(open(copy).salvaged()).toHaveLength(1)
})

test('a salvage that was interrupted starts again from the damaged file', () => {
  const folder = freshFolder()
  const first = open(folder)
  valueOf(addHold(first, 'a'))
  first.close()
  // The fresh database exists, but was not filled yet.
  writeFileSync(join(folder, 'calls-2.db'), '')
  const again = open(folder)
  expect(again.salvaged()).toHaveLength(1)
  expect(existsSync(join(folder, 'calls-2.db'))).toBe(true)
  valueOf(addHold(again, 'b'))
})

test('after the close every use is refused, not thrown', () => {
  const database = open(freshFolder())
  database.close()
  expect(addHold(database, 'a')).toEqual({ ok: false, error: { kind: 'failed' } })
  database.close()
})
