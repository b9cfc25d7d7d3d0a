import { fail, ok, type Result } from '../../preload/result.ts'
import type { StorageTrouble } from '../../preload/contract.ts'
import * as files from './files.ts'
import { MIGRATIONS } from './migrations.ts'
import { salvage, type Salvaged } from './salvage.ts'
import { troubleOf, type Connection, type Sql } from './sqlite.ts'
import { check, inTransaction, migrate, openChecked, prepared } from './opening.ts'

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
    const numbers = files.generations(folder)
    const newest = numbers.at(-1) ?? 1
    const wellClosed = files.takeMark(folder) && files.sizeOf(`${files.pathOf(folder, newest)}-wal`) === 0
    const look = suspicious ? 'whole' : wellClosed ? 'glance' : 'structure'
    let opened: Connection
    try {
      opened = openChecked(folder, newest, look, migrations) ?? moveOn(numbers.at(-2) ?? newest, newest)
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
        check(opened, 'whole')
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
