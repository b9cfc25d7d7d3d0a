import type { StorageTrouble } from '../../preload/contract.ts'
import type { Call, Draft } from '../../preload/draft.ts'
import { fail, ok, type Result } from '../../preload/result.ts'
import { attemptsSoFar, putAttempt, type Attempt } from './attempts.ts'
import type { Database } from './database.ts'
import { dropDraft, putDraft } from './drafts.ts'
import type { Moment } from './moments.ts'
import { advance, correctable, newProgress, phaseOf, type Entry, type Progress } from './outbox.ts'
import { ENTRY, entryOf, type SealedCall, type StoredEntry } from './rows.ts'
import { seal, unseal } from './seal.ts'
import { blob, bytesOf, type Row, type Sql } from './sqlite.ts'

type Stored<T> = Result<T, StorageTrouble>
export type CorrectProblem = { readonly kind: 'alreadySent' | 'sending' | 'gone' } | StorageTrouble

/** Saved calls. Everything of one account is found under its name only. */
export interface Entries {
  /** What was left half done, by another sender or by a write that failed, is cleared up at the next use. */
  begin(account: string): void
  /** Keeps a call for good and drops its draft, both or neither. Saved twice, it is the first one, unchanged. */
  saveCall(account: string, call: Call, draft: Draft, at: Moment): Stored<StoredEntry>
  entry(account: string, id: string): Stored<StoredEntry | null>
  /** Saved since then, or not finished yet; newest first. */
  list(account: string, since: Date): Stored<readonly StoredEntry[]>
  /** Makes an unsent call a draft again: as it was typed, with the question open that could not be answered. */
  correct(account: string, id: string): Result<Draft, CorrectProblem>
  /** The oldest entry that may be worked on at this monotonic time. */
  nextDue(account: string, monotonic: number): Stored<StoredEntry | null>
  /** Monotonic time of the earliest entry that waits; null when none does. */
  earliestDue(account: string): Stored<number | null>
  /** Records where an entry stands and what was asked for it. `due`: monotonic time before which it is left alone. */
  write(entry: Entry, due: number, attempts: readonly Attempt[]): Stored<null>
  /** An unreadable row is not tried again until somebody looked at it. */
  shelve(seq: number): Stored<null>
  counts(account: string): Stored<{ readonly waiting: number; readonly needsYou: number }>
}

const BY_ID = 'WHERE account = ? AND id = ?'
const DUE = "account = ? AND phase <> 'done' AND phase IN ('todo', 'followUp')"

export function createEntries(database: Database, now: () => Moment): Entries {
  const begun = new Set<string>()

  /** What the last run of the program left half done is cleared up before anything of an account is used. */
  function within<T>(account: string, work: (sql: Sql) => T, how: 'run' | 'transaction' = 'run'): Stored<T> {
    if (!begun.has(account)) {
      const cleared = database.transaction((sql) => clearUp(sql, account, now()))
      if (!cleared.ok) return cleared
      begun.add(account)
    }
    return database[how](work)
  }

  const one = (sql: Sql, account: string, id: string) => sql.row(`SELECT ${ENTRY} FROM entries ${BY_ID}`, account, id)

  return {
    begin: (account) => void begun.delete(account),

    saveCall: (account, call, draft, at) =>
      within(
        account,
        (sql) => {
          const sealed: SealedCall = { account, at, call }
          const progress = newProgress(call, attemptsSoFar(sql, account, call.id))
          sql.run(
            `INSERT OR IGNORE INTO entries (account, id, saved_at, phase, call, draft, progress) VALUES (?, ?, ?, ?, ?, ?, ?)`,
            ...[
              account,
              call.id,
              at.wall,
              phaseOf(progress),
              seal('call', sealed),
              seal('typed', draft),
              seal('progress', progress),
            ],
          )
          dropDraft(sql, account, call.id)
          return entryOf(one(sql, account, call.id) as Row)
        },
        'transaction',
      ),

    entry: (account, id) => within(account, (sql) => optional(one(sql, account, id))),

    list: (account, since) =>
      within(account, (sql) =>
        sql
          .rows(
            `SELECT ${ENTRY} FROM entries WHERE seq IN (
               SELECT seq FROM entries WHERE account = ?1 AND saved_at >= ?2
               UNION SELECT seq FROM entries WHERE account = ?1 AND phase <> 'done') ORDER BY seq DESC`,
            account,
            since.getTime(),
          )
          .map(entryOf),
      ),

    correct(account, id) {
      const taken = within(account, (sql) => takeBack(sql, account, id), 'transaction')
      return taken.ok ? taken.value : taken
    },

    nextDue: (account, monotonic) =>
      within(account, (sql) =>
        optional(
          sql.row(`SELECT ${ENTRY} FROM entries WHERE ${DUE} AND due <= ? ORDER BY seq LIMIT 1`, account, monotonic),
        ),
      ),

    earliestDue: (account) =>
      within(account, (sql) => {
        const due = sql.row(`SELECT CAST(min(due) AS INTEGER) AS due FROM entries WHERE ${DUE}`, account)?.due
        return typeof due === 'number' ? due : null
      }),

    write: (entry, due, attempts) =>
      database.transaction((sql) => {
        const { account, call, progress } = entry
        sql.run(
          `UPDATE entries SET phase = ?, due = ?, progress = ? ${BY_ID}`,
          ...[phaseOf(progress), Math.ceil(due), seal('progress', progress), account, call.id],
        )
        for (const attempt of attempts) putAttempt(sql, entry, attempt)
        return null
      }),

    shelve: (seq) =>
      database.run((sql) => {
        sql.run("UPDATE entries SET phase = 'needsYou' WHERE seq = ?", seq)
        return null
      }),

    counts: (account) =>
      within(account, (sql) => {
        const count = (phases: string) =>
          Number(
            sql.row(
              `SELECT count(*) AS n FROM entries WHERE account = ? AND phase <> 'done' AND phase IN (${phases})`,
              account,
            )?.n,
          )
        return { waiting: count("'todo', 'sending'"), needsYou: count("'needsYou'") }
      }),
  }
}

const optional = (row: Row | null): StoredEntry | null => row && entryOf(row)

function clearUp(sql: Sql, account: string, now: Moment): null {
  sql.run("UPDATE entries SET due = 0 WHERE account = ? AND phase <> 'done' AND due > 0", account)
  for (const row of sql.rows(
    `SELECT ${ENTRY} FROM entries WHERE account = ? AND phase <> 'done' AND phase = 'sending'`,
    account,
  )) {
    const found = entryOf(row)
    const progress = found.is === 'entry' ? advance(found.entry.progress, { did: 'breakOff' }, now) : null
    if (progress)
      sql.run(
        'UPDATE entries SET phase = ?, progress = ? WHERE seq = ?',
        phaseOf(progress),
        seal('progress', progress),
        Number(row.seq),
      )
    else sql.run("UPDATE entries SET phase = 'needsYou' WHERE seq = ?", Number(row.seq))
  }
  return null
}

function takeBack(sql: Sql, account: string, id: string): Result<Draft, CorrectProblem> {
  const row = sql.row(`SELECT ${blob('progress')}, ${blob('draft')} FROM entries ${BY_ID}`, account, id)
  const progress = unseal('progress', bytesOf(row?.progress)) as Progress | null
  const draft = unseal('typed', bytesOf(row?.draft)) as Draft | null
  if (!progress || !draft) return fail({ kind: 'gone' })
  const may = correctable(progress)
  if (may !== 'yes') return fail({ kind: may })
  const again = reopened(draft, progress)
  sql.run(`DELETE FROM entries ${BY_ID}`, account, id)
  putDraft(sql, account, again)
  return ok(again)
}

/** A caller made in the meantime is not made again, and a question nobody could answer is asked. */
function reopened(draft: Draft, { caller, state }: Progress): Draft {
  if (state.is === 'needsYou' && state.why.kind === 'whoCalled') return { ...draft, caller: { is: 'open' } }
  if (draft.caller.is !== 'new' || !caller?.userId) return draft
  return { ...draft, caller: { is: 'known', userId: caller.userId, name: caller.name ?? '' } }
}
