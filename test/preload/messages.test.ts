import { expect, test } from 'vitest'
import type { RefusalReason } from '../../preload/intake.ts'
import { messages } from '../../preload/messages/index.ts'

/** Every plain text of the catalogue with its place. */
function texts(value: unknown, place: string): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${place}.${key}`))
}

const all = texts(messages, 'messages')
const JARGON =
  /\b(HTTP|JSON|null|undefined|NaN|E[A-Z]{5,}|4\d\d|5\d\d|SQLite|stack|exception|IPC|payload|timeout|queued?)\b/

test('the catalogue was walked', () => {
  expect(all.length).toBeGreaterThan(200)
})

test('no text is empty', () => {
  expect(all.filter(([, text]) => text.trim() === '')).toEqual([])
})

test('no text speaks in codes or jargon', () => {
  expect(all.filter(([, text]) => JARGON.test(text))).toEqual([])
})

test('every problem is told in whole sentences', () => {
  const problems = all.filter(([place]) => place.startsWith('messages.problems.') && !place.includes('.waiting.'))
  expect(problems.filter(([, text]) => !/[.]$|https:\/\/$/.test(text))).toEqual([])
})

const refusals: readonly RefusalReason[] = [
  { kind: 'folder', why: 'nothingInside' },
  { kind: 'folder', why: 'nested' },
  { kind: 'folderTooFull', limit: 200 },
  { kind: 'notAFile' },
  { kind: 'networkPath' },
  ...(['gone', 'denied', 'busy', 'failed'] as const).map((why) => ({ kind: 'unreadable' as const, why })),
  { kind: 'empty' },
  { kind: 'tooBig', limitBytes: 50 * 1024 * 1024, bytes: 2_000_000_000 },
  ...(['text', 'html', 'zip', 'unknown'] as const).map((looksLike) => ({ kind: 'notAudio' as const, looksLike })),
  { kind: 'notWavOrMp3', container: 'amr', codec: 'amrnb' },
  { kind: 'notWavOrMp3', container: 'ogg', codec: 'unknown' },
  { kind: 'greeting', of: 'mailbox' },
  { kind: 'greeting', of: 'forwarder' },
  { kind: 'sidecarAlone' },
  { kind: 'changed' },
  ...(['diskFull', 'denied', 'failed'] as const).map((why) => ({ kind: 'notKept' as const, why })),
]

test.each(refusals)('a file refused as %j gets a sentence of its own', (why) => {
  const sentence = messages.problems.refused(why)
  expect(sentence).toMatch(/^[A-Z].{15,}\.$/)
  expect(sentence).not.toMatch(JARGON)
})

test('one is said differently from many', () => {
  expect(messages.nav.needYou(1)).toBe('1 needs you')
  expect(messages.nav.needYou(3)).toBe('3 need you')
  expect(messages.caller.several(3)).toContain('3 people')
})
