import { fail, ok, type Result } from '../../preload/result.ts'
import type { StorageTrouble } from '../../preload/contract.ts'
import * as files from './files.ts'
import { MIGRATIONS } from './migrations.ts'
import { PAGE, readWal } from './pages.ts'
import { salvage, type Salvaged } from './salvage.ts'
import { codeOf, connect, damage, troubleOf, unusable, type Connection, type Sql } from './sqlite.ts'

/** The calls of this computer, on disk. Whatever fails on the way is a value; only bugs are thrown. */
export interface Database {
  /** Reads, or a single write. */
  run<T>(work: (sql: Sql) => T): Result<T, StorageTrouble>
  /** All the writes in `work` or none of them; on disk when this returns. */
  transaction<T>(work: (sql: Sql) => T): Result<T, StorageTrouble>
  /**
   * Looks through everything, for damage that only shows later. Slow for what it is (0.1 s for 10,000 calls), so it is
   * for a quiet moment. After damage the next use brings back what can be read.
   */
  check(): Result<null, StorageTrouble>
  /** What was brought back from a damaged database since the program started. */
  salvaged(): readonly Salvaged[]
  /** Saves the next start its check. Nothing is lost without it. */
  close(): void
}

interface DatabaseParts {
  /** Created when missing; nobody but its owner may read it. */
  readonly folder: string
  readonly now: () => Date
  readonly migrations?: readonly string[]
}

/** A disk that damages one file after the other is not cured by more files. */
const MOST_SALVAGES = 3

/**
 * Opens at once if it can, else again at every use: a full disk or a missing profile may come right while the program
 * runs, and the next save should then work.
 */
export function openDatabase({ folder, now, migrations = MIGRATIONS }: DatabaseParts): Database {
  let connection: Connection | null = null
  let closed = false
  let suspicious = false
  const salvages: Salvaged[] = []

  function open(): Connection {
    files.makePrivateFolder(folder)
    const wellClosed = files.takeMark(folder) && !suspicious
    const numbers = files.generations(folder)
    const newest = numbers.at(-1) ?? 1
    let opened: Connection
    try {
      opened = openChecked(folder, newest, wellClosed, migrations) ?? moveOn(numbers.at(-2) ?? newest, newest)
    } catch (error) {
      if (troubleOf(error)?.kind !== 'damaged' || salvages.length >= MOST_SALVAGES) throw error
      opened = moveOn(newest, newest + 1)
    }
    for (const number of files.generations(folder).slice(0, -1)) files.setAside(folder, number, now())
    suspicious = false
    return opened
  }

  /** Fills a fresh database with what can be read of a damaged one. */
  function moveOn(from: number, to: number): Connection {
    const fresh = prepared(files.pathOf(folder, to))
    const found = inTransaction(fresh, () => {
      migrate(fresh, migrations, 0)
      return salvage(files.pathOf(folder, from), fresh, { wall: now().getTime(), monotonic: 0 })
    })
    salvages.push({ ...found, setAside: files.setAside(folder, from, now()) })
    return fresh
  }

  function troubled(error: unknown): Result<never, StorageTrouble> {
    const trouble = troubleOf(error)
    if (!trouble) throw error
    if (trouble.kind === 'damaged') {
      connection?.close()
      connection = null
      suspicious = true
    }
    if (trouble.kind !== 'failed') return fail(trouble)
    return fail({ kind: files.folderTrouble(folder) ?? 'failed' })
  }

  function run<T>(work: (connection: Connection) => T): Result<T, StorageTrouble> {
    if (closed) return fail({ kind: 'failed' })
    try {
      connection ??= open()
      return ok(work(connection))
    } catch (error) {
      return troubled(error)
    }
  }

  run(() => null)
  return {
    run,
    transaction: (work) => run((opened) => inTransaction(opened, () => work(opened))),
    check: () =>
      run((opened) => {
        check(opened, 'integrity_check')
        return null
      }),
    salvaged: () => salvages,
    close() {
      run((opened) => {
        // Anything not yet in the main file is moved there, so that the next start finds one whole file.
        const moved = opened.row('PRAGMA wal_checkpoint(TRUNCATE)')
        opened.close()
        if (moved?.busy === 0) files.markClosedWell(folder)
      })
      closed = true
      connection = null
    },
  }
}

function prepared(path: string): Connection {
  files.makePrivateFile(path)
  const opened = connect(path)
  opened.exec('PRAGMA journal_mode = WAL')
  opened.exec('PRAGMA synchronous = FULL')
  // macOS: a plain fsync leaves data in the drive's cache.
  opened.exec('PRAGMA fullfsync = ON')
  opened.exec('PRAGMA foreign_keys = ON')
  opened.exec('PRAGMA secure_delete = ON')
  opened.exec('PRAGMA cell_size_check = ON')
  return opened
}

/** Null for a blank database beside an older one: filling it was interrupted. */
function openChecked(
  folder: string,
  generation: number,
  wellClosed: boolean,
  migrations: readonly string[],
): Connection | null {
  const path = files.pathOf(folder, generation)
  const orderly = wellClosed && files.sizeOf(`${path}-wal`) === 0
  // Asked before SQLite opens it, which would shorten the log to its last whole transaction.
  if (!orderly && readWal(path).damaged) throw damage('finished transactions are missing')
  // SQLite reads the missing part of a last page as zeros.
  if (orderly && files.sizeOf(path) % PAGE !== 0) throw damage('the file was cut short')
  const opened = prepared(path)
  const version = examined(opened, orderly, migrations)
  if (version === 0 && files.generations(folder).length > 1) return null
  if (version === 0 && wellClosed) throw damage('what was in it is gone')
  if (version > migrations.length) throw unusable('written by a later version')
  if (version > 0 && version < migrations.length) {
    opened.row('PRAGMA wal_checkpoint(TRUNCATE)')
    files.copyPrivately(path, path.replace(/\.db$/, `-before-v${version + 1}.db`))
  }
  for (let reached = version; reached < migrations.length; reached += 1) {
    inTransaction(opened, () => migrate(opened, migrations.slice(0, reached + 1), reached))
  }
  return opened
}

/** The version of a database that is as it should be. */
function examined(opened: Connection, orderly: boolean, migrations: readonly string[]): number {
  try {
    if (!orderly) check(opened, 'quick_check')
    const version = Number(opened.row('PRAGMA user_version')?.user_version)
    if (version <= migrations.length) compareSchema(opened, migrations.slice(0, version))
    return version
  } catch (error) {
    // Also an error in our own SQL: what it names was there when the file was written.
    throw codeOf(error) === 'SQLITE_ERROR' ? damage('the header or the tables are not as they were made') : error
  }
}

function migrate(opened: Connection, migrations: readonly string[], from: number): void {
  try {
    for (const script of migrations.slice(from)) opened.exec(script)
    opened.exec(`PRAGMA user_version = ${migrations.length}`)
  } catch (error) {
    // A mistake in a migration must not keep the program from starting, nor be taken for damage.
    throw codeOf(error) === 'SQLITE_ERROR' ? unusable('a migration failed') : error
  }
}

function check(opened: Connection, how: 'quick_check' | 'integrity_check'): void {
  // Counted, because the findings are text that may quote damaged text.
  const faults = opened.row(`SELECT count(*) AS faults FROM pragma_${how}(1) WHERE ${how} <> 'ok'`)?.faults
  if (faults !== 0) throw damage('the check found faults')
}

/** A flipped bit in the description of a table is valid SQL as often as not, and then means something else. */
function compareSchema(opened: Connection, migrations: readonly string[]): void {
  const model = connect(':memory:')
  migrate(model, migrations, 0)
  const [expected, found] = [model, opened].map((one) =>
    JSON.stringify(one.rows('SELECT hex(name || sql) AS is_ FROM sqlite_schema ORDER BY 1')),
  )
  model.close()
  if (expected !== found) throw damage('the tables are not as they were made')
}

function inTransaction<T>(opened: Connection, work: () => T): T {
  opened.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    opened.exec('COMMIT')
    return result
  } catch (error) {
    try {
      opened.exec('ROLLBACK')
    } catch {
      // SQLite has already rolled back by itself, as it does on a full disk.
    }
    throw error
  }
}
