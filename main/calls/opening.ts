import * as files from './files.ts'
import { PAGE, readWal } from './pages.ts'
import { codeOf, connect, damage, unusable, type Connection } from './sqlite.ts'

/** Opens or creates a file, set to keep what it is told: on disk when a transaction ends, and nowhere after a delete. */
export function prepared(path: string): Connection {
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

/** How closely a database is looked at: its header, also how its pages hang together, or every index too. */
export type Look = 'glance' | 'structure' | 'whole'

/** Null for a blank database beside an older one: filling it was interrupted. */
export function openChecked(
  folder: string,
  generation: number,
  look: Look,
  migrations: readonly string[],
): Connection | null {
  const path = files.pathOf(folder, generation)
  // Asked before SQLite opens it, which would shorten the log to its last whole transaction.
  if (look !== 'glance' && readWal(path).damaged) throw damage('finished transactions are missing')
  // SQLite reads the missing part of a last page as zeros.
  if (look === 'glance' && files.sizeOf(path) % PAGE !== 0) throw damage('the file was cut short')
  const opened = prepared(path)
  const version = examined(opened, look, migrations)
  if (version === 0 && files.generations(folder).length > 1) return null
  if (version === 0 && look === 'glance') throw damage('what was in it is gone')
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
function examined(opened: Connection, look: Look, migrations: readonly string[]): number {
  try {
    if (look !== 'glance') check(opened, look)
    const version = Number(opened.row('PRAGMA user_version')?.user_version)
    const asMade = sameSchema(opened, migrations.slice(0, version))
    // A later version has other tables; with ours, it is the number that is damaged.
    if (asMade !== version <= migrations.length) throw damage('the tables are not as they were made')
    return version
  } catch (error) {
    // Also an error in our own SQL: what it names was there when the file was written.
    throw codeOf(error) === 'SQLITE_ERROR' ? damage('the header is not as it was made') : error
  }
}

export function migrate(opened: Connection, migrations: readonly string[], from: number): void {
  try {
    for (const script of migrations.slice(from)) opened.exec(script)
    opened.exec(`PRAGMA user_version = ${migrations.length}`)
  } catch (error) {
    // A mistake in a migration must not keep the program from starting, nor be taken for damage.
    throw codeOf(error) === 'SQLITE_ERROR' ? unusable('a migration failed') : error
  }
}

export function check(opened: Connection, look: Exclude<Look, 'glance'>): void {
  const how = look === 'whole' ? 'integrity_check' : 'quick_check'
  // Counted, because the findings are text that may quote damaged text.
  const faults = opened.row(`SELECT count(*) AS faults FROM pragma_${how}(1) WHERE ${how} <> 'ok'`)?.faults
  if (faults !== 0) throw damage('the check found faults')
}

/** A flipped bit in the description of a table is valid SQL as often as not, and then means something else. */
function sameSchema(opened: Connection, migrations: readonly string[]): boolean {
  const model = connect(':memory:')
  migrate(model, migrations, 0)
  const [expected, found] = [model, opened].map((one) =>
    JSON.stringify(one.rows('SELECT hex(name || sql) AS made FROM sqlite_schema ORDER BY 1')),
  )
  model.close()
  return expected === found
}

export function inTransaction<T>(opened: Connection, work: () => T): T {
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
