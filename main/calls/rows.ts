import type { Call, Draft } from '../../preload/draft.ts'
import type { Moment } from './moments.ts'
import type { Entry, Progress } from './outbox.ts'
import { unseal } from './seal.ts'
import { blob, bytesOf, type Row } from './sqlite.ts'

/** The part of an entry that never changes, as sealed. The account is in it, so that damage can't move a call. */
export interface SealedCall {
  readonly account: string
  readonly at: Moment
  readonly call: Call
}

/** A draft as sealed. */
export interface SealedDraft {
  readonly account: string
  readonly draft: Draft
}

/** A row that can't be read, because it is damaged or of a later version, is shown and never deleted. */
export type StoredEntry =
  | { readonly is: 'entry'; readonly entry: Entry }
  | { readonly is: 'unreadable'; readonly id: string; readonly seq: number; readonly savedAt: number }

/** What a query selects for `entryOf`. */
export const ENTRY = `seq, hex(id) AS id, CAST(saved_at AS INTEGER) AS saved_at, ${blob('call')}, ${blob('progress')}`

export function entryOf(row: Row): StoredEntry {
  const seq = Number(row.seq)
  const saved = unseal('call', bytesOf(row.call)) as SealedCall | null
  const progress = unseal('progress', bytesOf(row.progress)) as Progress | null
  if (saved && progress) {
    return { is: 'entry', entry: { account: saved.account, seq, saved: saved.at, call: saved.call, progress } }
  }
  const id = Buffer.from(String(row.id), 'hex').toString('latin1')
  return { is: 'unreadable', id, seq, savedAt: Number(row.saved_at) }
}
