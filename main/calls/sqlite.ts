import Libsql from 'libsql'
import type { StorageTrouble } from '../../preload/contract.ts'

/**
 * What may be bound. libsql ends the whole process on a boolean, and on reading an empty blob back,
 * so the type has no boolean and no caller stores an empty buffer.
 */
export type Param = number | string | Buffer | null
export type Row = Readonly<Record<string, unknown>>

/** One open database. Every method throws what SQLite says; `troubleOf` sorts it. */
export interface Sql {
  /**
   * libsql also ends the process on reading text that is not UTF-8, which is what a damaged file holds.
   * So a query reads numbers, `CAST(… AS INTEGER)`, `hex(…)` or `blob(…)`, and never a text column itself.
   */
  rows(query: string, ...params: Param[]): Row[]
  row(query: string, ...params: Param[]): Row | null
  /** Answers how many rows changed. */
  run(statement: string, ...params: Param[]): number
}

export interface Connection extends Sql {
  exec(script: string): void
  close(): void
}

/** The column as bytes, or null where damage made it something else. */
export const blob = (column: string): string =>
  `CASE WHEN typeof(${column}) = 'blob' AND length(${column}) > 0 THEN ${column} END AS ${column}`

/** A value read through `blob(…)`. libsql hands out two shapes of it. */
export function bytesOf(value: unknown): Buffer | null {
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  return Buffer.isBuffer(value) ? value : null
}

/** Opens or creates a file. The busy timeout is short: one process writes, and a form is waiting for the answer. */
export function connect(path: string): Connection {
  const database = new Libsql(path, { timeout: 250 })
  const statements = new Map<string, Libsql.Statement>()
  const prepared = (text: string): Libsql.Statement => {
    const known = statements.get(text)
    if (known) return known
    const fresh = database.prepare(text)
    statements.set(text, fresh)
    return fresh
  }
  return {
    rows: (query, ...params) => prepared(query).all(params) as Row[],
    row: (query, ...params) => (prepared(query).get(params) as Row | undefined) ?? null,
    run: (statement, ...params) => prepared(statement).run(params).changes,
    exec: (script) => void database.exec(script),
    close() {
      statements.clear()
      database.close()
    },
  }
}

/** Damage that we found ourselves, where SQLite has not complained yet. */
export const damage = (what: string): Error => Object.assign(new Error(what), { code: 'SQLITE_CORRUPT' })

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT'])
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM'])

/** A database that is whole but not for us. */
export const unusable = (why: string): Error => Object.assign(new Error(why), { code: 'SQLITE_CANTOPEN' })

/** The code that SQLite and Node put on their errors; empty on others. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Sorts what SQLite or the file system threw; null when it was neither, and so a bug. */
export function troubleOf(error: unknown): StorageTrouble | null {
  if (!(error instanceof Error)) return null
  const code = codeOf(error)
  if (FULL.has(code)) return { kind: 'diskFull' }
  if (READ_ONLY.has(code) || code.startsWith('SQLITE_READONLY')) return { kind: 'readOnly' }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return { kind: 'damaged' }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { kind: 'busy' }
  if (/^SQLITE_(IOERR|CANTOPEN|PERM|NOMEM|PROTOCOL|NOLFS)/.test(code)) return { kind: 'failed' }
  if (error.message.startsWith('ConnectionFailed')) return { kind: 'failed' }
  return /^E[A-Z]+$/.test(code) ? { kind: 'failed' } : null
}
