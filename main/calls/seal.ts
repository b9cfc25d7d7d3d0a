import { createHash } from 'node:crypto'

/** What a row is, written in front of it, so that it is known again even when its table is gone. */
export type Kind = 'call' | 'typed' | 'progress' | 'draft' | 'attempt' | 'hold'

/** Rows of this layout. A row of a later one is left alone and shown as unreadable. */
const LAYOUT = '1'

/**
 * Plain data as bytes that tell what they are and whether they came back unharmed. SQLite notices damage to its own
 * structure, not to what is stored in it: a flipped bit in a phone number would be a call logged for somebody else.
 */
export function seal(kind: Kind, value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value), 'utf8')
  return Buffer.concat([Buffer.from(header(kind, json), 'latin1'), json])
}

/** What was sealed, or null when the bytes are damaged, of a later layout or of another kind. */
export function unseal(kind: Kind, bytes: Buffer | null): unknown {
  if (!bytes) return null
  const start = bytes.indexOf('{')
  const json = bytes.subarray(start)
  return start > 0 && bytes.toString('latin1', 0, start) === header(kind, json)
    ? JSON.parse(json.toString('utf8'))
    : null
}

/** Whether bytes were sealed as this kind, harmed or not. */
export const isSealed = (kind: Kind, bytes: Buffer): boolean =>
  bytes.subarray(0, kind.length + 1).equals(Buffer.from(`${kind} `))

const header = (kind: Kind, json: Buffer): string =>
  `${kind} ${LAYOUT} ${createHash('sha256').update(json).digest('hex').slice(0, 16)} `
