import type { StorageTrouble } from '../../preload/contract.ts'
import type { Draft } from '../../preload/draft.ts'
import { ok, type Result } from '../../preload/result.ts'
import type { Database } from './database.ts'
import type { SealedDraft } from './rows.ts'
import { seal, unseal } from './seal.ts'
import { blob, bytesOf, type Sql } from './sqlite.ts'

/** What is being written up, kept as typed. */
export interface Drafts {
  /** Keeps what was typed so far. A draft that was saved as a call meanwhile stays away. */
  keepDraft(account: string, draft: Draft): Result<null, StorageTrouble>
  /** Oldest first. Those that can't be read are counted and left alone on disk. */
  drafts(account: string): Result<{ readonly drafts: readonly Draft[]; readonly unreadable: number }, StorageTrouble>
  discardDraft(account: string, id: string): Result<null, StorageTrouble>
}

export function createDrafts(database: Database): Drafts {
  return {
    keepDraft: (account, draft) => database.run((sql) => putDraft(sql, account, draft)),
    drafts(account) {
      const read = database.run((sql) =>
        sql.rows(`SELECT ${blob('body')} FROM drafts WHERE account = ? ORDER BY seq`, account),
      )
      if (!read.ok) return read
      const kept = read.value.map((row) => unseal('draft', bytesOf(row.body)) as SealedDraft | null)
      const drafts = kept.filter((one) => one !== null).map((one) => one.draft)
      return ok({ drafts, unreadable: kept.length - drafts.length })
    },
    discardDraft: (account, id) => database.run((sql) => dropDraft(sql, account, id)),
  }
}

export function putDraft(sql: Sql, account: string, draft: Draft): null {
  const sealed: SealedDraft = { account, draft }
  sql.run(
    `INSERT INTO drafts (account, id, body)
     SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM entries WHERE account = ?1 AND id = ?2)
     ON CONFLICT (account, id) DO UPDATE SET body = excluded.body`,
    account,
    draft.id,
    seal('draft', sealed),
  )
  return null
}

export function dropDraft(sql: Sql, account: string, id: string): null {
  sql.run('DELETE FROM drafts WHERE account = ? AND id = ?', account, id)
  return null
}
