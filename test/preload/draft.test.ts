import { describe, expect, test } from 'vitest'
import {
  asTag,
  checkDraft,
  isBlank,
  LIMITS,
  newDraft,
  timerSeconds,
  type Draft,
  type DraftProblem,
} from '../../preload/draft.ts'

const now = new Date('2026-11-22T14:30:00Z')
const context = { country: 'US', now } as const
const defaults = { ourNumber: '+1 661 748 0123', openTicket: true, now }

function draft(changes: Partial<Draft> = {}): Draft {
  const base = newDraft('6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0001', changes.kind ?? 'inbound', defaults)
  return { ...base, theirNumber: '(661) 748-0240', caller: { is: 'known', userId: 7, name: 'Jane Doe' }, ...changes }
}

const voicemail = (link: string): Partial<Draft> => ({
  kind: 'voicemail',
  voicemail: { recording: null, recordingUrl: link, transcript: ' Hello. ', location: '', theirName: '', facts: {} },
})

describe('what keeps a draft from being saved', () => {
  test.each<[why: string, changes: Partial<Draft>, problem: DraftProblem]>([
    ['no number', { theirNumber: ' ' }, { field: 'theirNumber', code: 'numberMissing' }],
    ['a name as number', { theirNumber: 'Jane' }, { field: 'theirNumber', code: 'numberLetters' }],
    ['one digit', { theirNumber: '5' }, { field: 'theirNumber', code: 'numberTooShort' }],
    ['nineteen digits', { theirNumber: '+1661748024012345678' }, { field: 'theirNumber', code: 'numberTooLong' }],
    ['a number of no country', { theirNumber: '123456789' }, { field: 'theirNumber', code: 'numberUnknown' }],
    ['letters on our side', { ourNumber: 'desk' }, { field: 'ourNumber', code: 'numberLetters' }],
    ['no start', { startedAt: '' }, { field: 'startedAt', code: 'startMissing' }],
    ['a start that is no time', { startedAt: 'yesterday' }, { field: 'startedAt', code: 'startMissing' }],
    ['a start in the future', { startedAt: '2026-11-22T15:30:00Z' }, { field: 'startedAt', code: 'startInFuture' }],
    ['a length in words', { duration: 'a while' }, { field: 'duration', code: 'durationUnreadable' }],
    ['a length of two days', { duration: '48:00:00' }, { field: 'duration', code: 'durationTooLong' }],
    ['an open question', { caller: { is: 'open' } }, { field: 'caller', code: 'callerOpen' }],
    [
      'somebody new without a number',
      { theirNumber: 'withheld', caller: { is: 'new', name: 'X' } },
      { field: 'caller', code: 'callerOpen' },
    ],
    ['a long subject', { subject: 'x'.repeat(LIMITS.subject + 1) }, { field: 'subject', code: 'tooLong' }],
    ['endless notes', { notes: 'x'.repeat(LIMITS.notes + 1) }, { field: 'notes', code: 'tooLong' }],
    ['a tag with a space', { tags: ['two words'] }, { field: 'tags', code: 'tagUnusable' }],
    ['too many tags', { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, { field: 'tags', code: 'tagUnusable' }],
    ['a link that is none', voicemail('recordings/1.mp3'), { field: 'recordingUrl', code: 'linkUnreadable' }],
    [
      'a link with a password',
      voicemail('https://a:b@x.example/1.mp3'),
      { field: 'recordingUrl', code: 'linkUnreadable' },
    ],
    ['a link browsers refuse', voicemail('http://x.example/1.mp3'), { field: 'recordingUrl', code: 'linkNotHttps' }],
    ['a file on this computer', voicemail('file:///1.mp3'), { field: 'recordingUrl', code: 'linkNotHttps' }],
  ])('%s', (_why, changes, problem) => {
    expect(checkDraft(draft(changes), context)).toEqual({ call: null, problems: [problem] })
  })

  test('everything at once is said at once', () => {
    const { problems } = checkDraft(draft({ theirNumber: '', duration: '?', caller: { is: 'open' } }), context)
    expect(problems.map(({ field }) => field)).toEqual(['theirNumber', 'duration', 'caller'])
  })
})

test('a valid draft becomes a call with E.164 numbers, UTC start and whole seconds', () => {
  const { call } = checkDraft(
    draft({ duration: '4:37', startedAt: '2026-11-22T15:22:08+01:00', notes: ' Smoke. ' }),
    context,
  )
  expect(call).toMatchObject({
    id: '6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0001',
    theirNumber: '+16617480240',
    ourNumber: '+16617480123',
    startedAt: '2026-11-22T14:22:08Z',
    startedLocal: '2026-11-22T15:22:08+01:00',
    durationSeconds: 277,
    notes: 'Smoke.',
  })
})

test('a withheld number is a call without one', () => {
  expect(checkDraft(draft({ theirNumber: 'withheld', caller: { is: 'none' } }), context).call?.theirNumber).toBeNull()
})

test('a voicemail without a link is a call without one, not a refusal', () => {
  expect(checkDraft(draft(voicemail('  ')), context).call?.voicemail).toMatchObject({
    recordingUrl: null,
    transcript: 'Hello.',
  })
})

test('a running timer counts up to the moment of saving', () => {
  expect(checkDraft(draft({ timerSince: '2026-11-22T14:28:00Z' }), context).call?.durationSeconds).toBe(120)
})

test('a timer never runs backwards when the clock was set back', () => {
  expect(timerSeconds('2026-11-22T15:00:00Z', now)).toBe(0)
})

test('a timer whose start can’t be read is a length that can’t', () => {
  expect(checkDraft(draft({ timerSince: 'long ago' }), context).problems).toEqual([
    { field: 'duration', code: 'durationUnreadable' },
  ])
})

test('a timer left running for days is asked about', () => {
  expect(checkDraft(draft({ timerSince: '2026-11-20T09:00:00Z' }), context).problems).toEqual([
    { field: 'duration', code: 'durationTooLong' },
  ])
})

test.each([
  [1, 'https://x.example/1.mp3', null],
  [2, ' https://x.example/1.mp3 ', null],
  [3, 'HTTPS://X.example/a b.mp3?x=1#t', null],
  [4, 'javascript:alert(1)', 'linkNotHttps'],
  [5, 'data:audio/mpeg,x', 'linkNotHttps'],
  [6, '//x.example/1.mp3', 'linkUnreadable'],
  [7, `https://x.example/${'x'.repeat(LIMITS.link)}`, 'linkUnreadable'],
  [8, 'https://user@x.example/1.mp3', 'linkUnreadable'],
])('link %i: %s', (_n, link, code) => {
  const { problems } = checkDraft(draft(voicemail(link)), context)
  expect(problems.map((problem) => problem.code)).toEqual(code === null ? [] : [code])
})

test.each(['kunden-service', 'straße', 'p/1', 'a:b', '日本', 'x'.repeat(LIMITS.tag)])('%j can be a tag', (tag) => {
  expect(checkDraft(draft({ tags: [tag] }), context).problems).toEqual([])
})

test.each(['', ' ', 'a,b', '"a"', '<b>', 'x'.repeat(LIMITS.tag + 1)])('%j can be none', (tag) => {
  expect(checkDraft(draft({ tags: [tag] }), context).problems).toEqual([{ field: 'tags', code: 'tagUnusable' }])
})

test('checking changes nothing, and twice is the same as once', () => {
  const typed = draft({ duration: ' 4:37 ', notes: ' x ', tags: ['a'], ...voicemail('https://x.example/1.mp3') })
  const before = structuredClone(typed)
  const [first, second] = [checkDraft(typed, context), checkDraft(typed, context)]
  expect(typed).toEqual(before)
  expect(second).toEqual(first)
})

test.each(['inbound', 'outbound', 'voicemail'] as const)('%s keeps its kind, the caller its choice', (kind) => {
  for (const caller of [{ is: 'new', name: ' Jane ' }, { is: 'later' }, { is: 'none' }] as const) {
    const { call } = checkDraft(draft({ kind, caller }), context)
    expect(call).toMatchObject({ kind, caller: caller.is === 'new' ? { is: 'new', name: 'Jane' } : caller })
  }
})

test('a start a few minutes ahead is this clock being slow, not a mistake', () => {
  expect(checkDraft(draft({ startedAt: '2026-11-22T14:34:00Z' }), context).problems).toEqual([])
})

test('a fresh draft is blank until something is typed', () => {
  const fresh = newDraft('6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0001', 'inbound', defaults)
  expect(isBlank(fresh)).toBe(true)
  for (const changes of [{ notes: 'x' }, { theirNumber: '5' }, { tags: ['a'] }, { timerSince: now.toISOString() }]) {
    expect(isBlank({ ...fresh, ...changes })).toBe(false)
  }
})

test('a typed tag becomes what Zendesk keeps', () => {
  expect(asTag('  Follow  Up ')).toBe('follow_up')
})
