import type { Certainty, Fact, VoicemailFacts } from '../../preload/intake.ts'
import { displayName, splitExtension, withoutCopyMarks, withoutHidden } from './file-name.ts'
import { isExtension, isNumberLike, isWithheld } from './phone-words.ts'

/** Real sidecars are a few hundred bytes. */
export const SIDECAR_BYTES = 64 * 1024
const LONGEST_VALUE = 300

/** What a name says about a file in the store of Asterisk's `app_voicemail`. */
export type AsteriskName =
  | { readonly is: 'message' }
  | { readonly is: 'sidecar' }
  | { readonly is: 'greeting'; readonly of: 'mailbox' | 'forwarder' }

const AUDIO = /^(?:wav|wav49|gsm|ogg|mp3|sln|ulaw|alaw|g722)$/

/** Null for names Asterisk does not give. The number in `msg0003` is no identity: Asterisk renumbers messages. */
export function asteriskName(fileName: string): AsteriskName | null {
  const { stem, extension } = splitExtension(fileName)
  const name = withoutCopyMarks(stem)
  if (/^msg\d{4}$/i.test(name) && extension === 'txt') return { is: 'sidecar' }
  if (!AUDIO.test(extension)) return null
  if (/^msg\d{4}$/i.test(name)) return { is: 'message' }
  if (/^msgintro\d{4}$/i.test(name)) return { is: 'greeting', of: 'forwarder' }
  return /^(?:greet|busy|unavail|temp)$/i.test(name) ? { is: 'greeting', of: 'mailbox' } : null
}

const FOLDERS = /^(?:INBOX|Old|Work|Family|Friends|Cust[1-5]|Deleted|Urgent)$/

/** The mailbox of a message in `<context>/<mailbox>/<folder>/`, by the names of its two nearest folders. */
export function mailboxOfFolders(mailbox: string, folder: string): VoicemailFacts {
  if (!FOLDERS.test(folder) || !isExtension(mailbox)) return {}
  return {
    ourNumber: { value: mailbox, source: { is: 'folderName', folderName: displayName(mailbox) }, certainty: 'likely' },
  }
}

/**
 * Reads the text Asterisk keeps beside a message (`msgNNNN.txt`); null when this is some other text. `origtime` is
 * Unix seconds, `duration` whole seconds and missing while a message is still being recorded.
 */
export function readSidecar(bytes: Uint8Array, fileName: string): VoicemailFacts | null {
  if (bytes.length > SIDECAR_BYTES) return null
  const values = messageSection(decode(bytes))
  if (!values) return null
  const source = { is: 'sidecar', fileName: displayName(fileName) } as const
  const fact = <T>(value: T, certainty: Certainty = 'sure'): Fact<T> => ({ value, source, certainty })
  const of = (key: string) => values.get(key) ?? ''

  const caller = readCallerId(of('callerid'))
  const redirectedFrom = of('rdnis')
  const ourNumber = isNumberLike(redirectedFrom) && !isExtension(redirectedFrom) ? redirectedFrom : of('origmailbox')
  const started = unixSeconds(of('origtime'))
  const duration = /^\d{1,5}$/.test(of('duration')) ? Number(of('duration')) : null
  return {
    ...(caller.number !== null && { theirNumber: fact(caller.number) }),
    ...(caller.number === null && values.has('callerid') && { withheld: fact(true as const, 'likely') }),
    ...(caller.name !== null && { theirName: fact(caller.name) }),
    ...(isNumberLike(ourNumber) && { ourNumber: fact(ourNumber, 'likely') }),
    ...(started !== null && { startedAt: fact(started) }),
    ...(duration !== null && { durationSeconds: fact(duration) }),
    ...(/^urgent$/i.test(of('flag')) && { priority: fact('urgent' as const) }),
    ...(/^\d{9,11}-[\da-f]{8}$/i.test(of('msg_id')) && { id: fact(of('msg_id')) }),
    direction: fact('inbound' as const),
  }
}

/** Nothing in the file tells its encoding. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('latin1')
  }
}

/** Keys and values of the `[message]` section; null without one. A `;` starts a comment at the start of a line only. */
function messageSection(text: string): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>()
  let section = ''
  let found = false
  for (const line of text.split(/\r\n|\n|\r/).map((raw) => raw.trim())) {
    if (line === '' || line.startsWith(';')) continue
    if (/^\[[^[\]]{1,80}\]$/.test(line)) {
      section = line.slice(1, -1).toLowerCase()
      found ||= section === 'message'
      continue
    }
    const equals = line.indexOf('=')
    if (section !== 'message' || equals < 1) continue
    const key = line.slice(0, equals).trim().toLowerCase()
    const value = withoutHidden(line.slice(equals + 1)).trim()
    if (!values.has(key)) values.set(key, value.slice(0, LONGEST_VALUE))
  }
  return found ? values : null
}

/** One of `"Name" <number>`, a bare number, a bare name, `Unknown`; quotes within a name follow a backslash. */
function readCallerId(text: string): { readonly number: string | null; readonly name: string | null } {
  const bracket = text.endsWith('>') ? text.lastIndexOf('<') : -1
  const inBrackets = bracket === -1 ? null : text.slice(bracket + 1, -1).trim()
  const unquoted = unquote(bracket === -1 ? text : text.slice(0, bracket))
  const number = usableNumber(inBrackets ?? unquoted)
  const isName = unquoted !== '' && !isWithheld(unquoted) && !isNumberLike(unquoted)
  return { number, name: isName ? unquoted : null }
}

function usableNumber(text: string): string | null {
  const number = text.replace(/%2B/i, '+')
  return isNumberLike(number) && !isWithheld(number) ? number : null
}

function unquote(text: string): string {
  const trimmed = text.trim()
  const quoted = trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"')
  return (quoted ? trimmed.slice(1, -1) : trimmed).replace(/\\(.)/g, '$1').trim()
}

function unixSeconds(text: string): string | null {
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) : 0
  return seconds > 0 ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : null
}
