import { carve, type CarvedRow } from './carve.ts'
import type { Moment } from './moments.ts'
import { doubted, newProgress, phaseOf, type Progress } from './outbox.ts'
import { readPages } from './pages.ts'
import type { SealedCall, SealedDraft } from './rows.ts'
import { isSealed, seal, unseal, type Kind } from './seal.ts'
import type { Param, Sql } from './sqlite.ts'

/** What came back from a damaged database. */
export interface Salvaged {
  /** File name of the damaged database, which is kept. */
  readonly setAside: string
  readonly entries: number
  readonly drafts: number
}

/**
 * Copies every row that can be made out into a fresh database, inside its transaction. Rows are known by their seals,
 * so neither the tables nor the pages that lead to them need be whole.
 */
export function salvage(path: string, to: Sql, now: Moment): Omit<Salvaged, 'setAside'> {
  const found = { entries: 0, drafts: 0 }
  for (const row of carve(readPages(path))) {
    const part = (kind: Kind) => bytesIn(row).find((bytes) => isSealed(kind, bytes)) ?? null
    const [call, typed, progress, draft, attempt, hold] = [
      part('call'),
      part('typed'),
      part('progress'),
      part('draft'),
      part('attempt'),
      part('hold'), // prettier-ignore
    ]
    if (call || typed || progress) found.entries += putEntry(to, row, { call, typed, progress }, now)
    else if (draft) found.drafts += putDraft(to, row, draft)
    else if (attempt)
      insert(to, 'attempts', { account: text(row, 1), entry: text(row, 2), number: number(row, 3), body: attempt })
    else if (hold) insert(to, 'holds', { account: text(row, 1), body: hold })
  }
  return found
}

type Parts = Readonly<Record<'call' | 'typed' | 'progress', Buffer | null>>

function putEntry(to: Sql, row: CarvedRow, parts: Parts, now: Moment): number {
  const saved = unseal('call', parts.call) as SealedCall | null
  const known = unseal('progress', parts.progress) as Progress | null
  const progress = saved && doubted(known ?? newProgress(saved.call, 0), now)
  return insert(to, 'entries', {
    seq: row.seq,
    account: saved?.account ?? text(row, 1),
    id: saved?.call.id ?? text(row, 2),
    saved_at: saved?.at.wall ?? number(row, 3),
    phase: progress ? phaseOf(progress) : 'needsYou',
    call: parts.call ?? LOST,
    draft: parts.typed ?? LOST,
    progress: progress ? seal('progress', progress) : (parts.progress ?? LOST),
  })
}

function putDraft(to: Sql, row: CarvedRow, body: Buffer): number {
  const kept = unseal('draft', body) as SealedDraft | null
  return insert(to, 'drafts', { account: kept?.account ?? text(row, 1), id: kept?.draft.id ?? text(row, 2), body })
}

function insert(to: Sql, table: string, values: Readonly<Record<string, Param>>): number {
  const columns = Object.keys(values)
  const marks = columns.map(() => '?').join(', ')
  return to.run(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(values))
}

/** Stands where a part of a row is gone. */
const LOST = Buffer.from('lost')

const bytesIn = ({ columns }: CarvedRow): Buffer[] => columns.filter((value) => Buffer.isBuffer(value))

/** Names are ASCII; what damage made of one is kept as it is, so that the row is at least there. */
function text({ columns }: CarvedRow, column: number): string {
  const value = columns[column]
  return Buffer.isBuffer(value) ? value.toString('latin1').replaceAll('\0', '?') : ''
}

function number({ columns }: CarvedRow, column: number): number {
  const value = columns[column]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}
