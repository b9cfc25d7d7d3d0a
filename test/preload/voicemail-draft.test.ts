import { expect, test } from 'vitest'
import type { Intake, VoicemailFacts } from '../../preload/intake.ts'
import { voicemailDraft } from '../../preload/voicemail-draft.ts'

const now = new Date('2026-11-22T14:30:00Z')
const defaults = { ourNumber: '+1 661 748 0123', openTicket: true, now }
const sidecar = { is: 'sidecar', fileName: 'msg0003.txt' } as const
const sure = <T>(value: T) => ({ value, source: sidecar, certainty: 'sure' }) as const

function draftOf(facts: VoicemailFacts) {
  const recording = {
    sha256: 'a'.repeat(64),
    bytes: 1,
    mime: 'audio/wav',
    codec: 'pcm',
    plays: true,
    fileName: 'msg0003.wav',
  } as const
  const intake: Extract<Intake, { is: 'voicemail' }> = { is: 'voicemail', recording, facts }
  return voicemailDraft(intake, '6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0001', defaults)
}

test('the facts of a dropped voicemail fill the draft, each with its source', () => {
  const draft = draftOf({
    theirNumber: sure('+16617480240'),
    theirName: sure('Jane Doe'),
    ourNumber: sure('200'),
    startedAt: sure('2026-11-22T09:14:57Z'),
    durationSeconds: { value: 41, source: { is: 'audio' }, certainty: 'sure' },
    priority: sure('urgent'),
  })
  expect(draft).toMatchObject({
    kind: 'voicemail',
    theirNumber: '+1 661 748 0240',
    ourNumber: '200',
    duration: '0:41',
    priority: 'urgent',
  })
  expect(new Date(draft.startedAt).toISOString()).toBe('2026-11-22T09:14:57.000Z')
  expect(draft.voicemail).toMatchObject({ theirName: 'Jane Doe', recordingUrl: '' })
  expect(draft.voicemail?.facts.theirNumber).toEqual({ source: sidecar, certainty: 'sure' })
  expect(draft.voicemail?.facts.duration).toEqual({ source: { is: 'audio' }, certainty: 'sure' })
})

test('a caller the phone system does not know is a withheld number', () => {
  expect(draftOf({ withheld: sure(true) }).theirNumber).toBe('withheld')
})

test('without facts the agent’s usual values stand', () => {
  const draft = draftOf({})
  expect(draft).toMatchObject({ theirNumber: '', ourNumber: '+1 661 748 0123', duration: '', caller: { is: 'open' } })
  expect(draft.voicemail?.facts).toEqual({})
})
