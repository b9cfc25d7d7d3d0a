import type { StorageTrouble } from '../../preload/contract.ts'
import { ok, type Result } from '../../preload/result.ts'
import type { Database } from './database.ts'
import type { Action, Entry } from './outbox.ts'
import { seal, unseal } from './seal.ts'
import { blob, bytesOf, type Sql } from './sqlite.ts'

/** One request made for an entry: what was done when, and how it was answered. Never what was in it. */
export interface Attempt {
  readonly number: number
  /** UTC. */
  readonly at: string
  readonly action: Action
  /** `done`, `nothing`, or the kind of failure; null while there is no answer, or when the program ended before it came. */
  readonly answer: string | null
  /** HTTP status, where a failure carries one. */
  readonly status: number | null
}

export interface Attempts {
  /** In the order they were made. */
  attempts(account: string, id: string): Result<readonly Attempt[], StorageTrouble>
}

export function createAttempts(database: Database): Attempts {
  return {
    attempts(account, id) {
      const read = database.run((sql) =>
        sql.rows(`SELECT ${blob('body')} FROM attempts WHERE account = ? AND entry = ? ORDER BY number`, account, id),
      )
      return read.ok
        ? ok(
            read.value
              .map((row) => unseal('attempt', bytesOf(row.body)) as Attempt | null)
              .filter((one) => one !== null),
          )
        : read
    },
  }
}

/** Writes an attempt down as it begins, and over it as it ends. */
export function putAttempt(sql: Sql, { account, call }: Entry, attempt: Attempt): void {
  sql.run(
    `INSERT INTO attempts (account, entry, number, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (account, entry, number) DO UPDATE SET body = excluded.body`,
    account,
    call.id,
    attempt.number,
    seal('attempt', attempt),
  )
}

/** How many requests were made for a call so far, also before it was taken back and corrected. */
export const attemptsSoFar = (sql: Sql, account: string, id: string): number =>
  Number(
    sql.row('SELECT coalesce(max(number), 0) AS last FROM attempts WHERE account = ? AND entry = ?', account, id)?.last,
  )
