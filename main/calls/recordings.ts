import type { StorageTrouble } from '../../preload/contract.ts'
import { ok, type Result } from '../../preload/result.ts'
import type { Database } from './database.ts'
import type { SealedCall, SealedDraft } from './rows.ts'
import { unseal } from './seal.ts'
import { blob, bytesOf } from './sqlite.ts'

/**
 * SHA-256 of every recording that a draft or a call of any account refers to. Null when a row can't be read: what it
 * refers to is then unknown, and nothing may be removed. Reads everything, so it is for a quiet moment.
 */
export function recordingsInUse(database: Pick<Database, 'run'>): Result<ReadonlySet<string> | null, StorageTrouble> {
  const read = database.run((sql) => ({
    drafts: sql.rows(`SELECT ${blob('body')} FROM drafts`),
    calls: sql.rows(`SELECT ${blob('call')} FROM entries`),
  }))
  if (!read.ok) return read
  const drafts = read.value.drafts.map(({ body }) => unseal('draft', bytesOf(body)) as SealedDraft | null)
  const calls = read.value.calls.map(({ call }) => unseal('call', bytesOf(call)) as SealedCall | null)
  if ([...drafts, ...calls].includes(null)) return ok(null)
  const recordings = [...drafts.map((one) => one?.draft), ...calls.map((one) => one?.call)].map(
    (one) => one?.voicemail?.recording,
  )
  return ok(new Set(recordings.flatMap((recording) => (recording ? [recording.sha256] : []))))
}
