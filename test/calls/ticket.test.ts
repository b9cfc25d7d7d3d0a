import { expect, test } from 'vitest'
import type { Draft } from '../../preload/draft.ts'
import { composeTicket, composeVoiceComment, subjectOf } from '../../main/calls/ticket.ts'
import { call } from '../fakes/calls.ts'

const CORA = { userId: 4711, name: 'Cora Caller' }
const voicemail = (changes: Partial<NonNullable<Draft['voicemail']>> = {}): Partial<Draft> => ({
  kind: 'voicemail',
  voicemail: { recording: null, recordingUrl: '', transcript: '', location: '', theirName: '', facts: {}, ...changes },
})

test('an inbound call becomes a ticket with its notes and facts, for agents only', () => {
  expect(composeTicket(call({ id: 'aa-bb', subject: 'Invoice 17', priority: 'high', tags: ['vip'] }), CORA, 7)).toEqual(
    {
      viaId: 45,
      externalId: 'aa-bb',
      requesterId: 4711,
      subject: 'Invoice 17',
      priority: 'high',
      tags: ['vip'],
      comment: {
        public: false,
        body: [
          'Asked about invoice 17.',
          'Will call back.',
          '',
          'Inbound call',
          'From: +1 415 555 0123',
          'To: +49 30 5550100',
          'Started: 2026-11-23 09:31 (UTC+01:00)',
          'Duration: 4:37',
        ].join('\n'),
      },
    },
  )
})

test('an outbound call goes the other way', () => {
  const made = call({ kind: 'outbound', notes: '' })
  const ticket = composeTicket(made, CORA, 7)
  expect(ticket.viaId).toBe(46)
  expect(ticket.subject).toBe('Call to Cora Caller')
  expect(ticket.comment?.body).toMatch(/^Outbound call\nFrom: \+49 30 5550100\nTo: \+1 415 555 0123\n/)
  expect(composeVoiceComment(made, 7)).toMatchObject({ from: '+49305550100', to: '+14155550123' })
})

test('a voicemail carries its voice comment and a description', () => {
  const made = call({
    ...voicemail({ recordingUrl: 'https://acme.test/1.mp3', transcript: 'Please call me.', location: 'Berlin' }),
    notes: '',
  })
  expect(composeTicket(made, CORA, 7)).toMatchObject({
    viaId: 44,
    subject: 'Voicemail from Cora Caller',
    description: [
      'Please call me.',
      '',
      'Voicemail',
      'From: +1 415 555 0123',
      'To: +49 30 5550100',
      'Started: 2026-11-23 09:31 (UTC+01:00)',
      'Duration: 4:37',
      'Recording: https://acme.test/1.mp3',
      'Location: Berlin',
    ].join('\n'),
    voiceComment: {
      from: '+14155550123',
      to: '+49305550100',
      recordingUrl: 'https://acme.test/1.mp3',
      startedAt: '2026-11-23T08:31:44Z',
      callDuration: 277,
      answeredById: 7,
      transcriptionText: 'Please call me.',
      location: 'Berlin',
    },
  })
})

test('a call without a caller says so, and leaves out what is not known', () => {
  const made = call({ theirNumber: 'anonymous', ourNumber: '', notes: '', caller: { is: 'none' } })
  const ticket = composeTicket(made, { userId: null, name: null }, 7)
  expect(ticket).toMatchObject({ requesterId: null, subject: 'Call from withheld number' })
  expect(ticket.comment?.body).toBe(
    'Inbound call\nFrom: withheld number\nStarted: 2026-11-23 09:31 (UTC+01:00)\nDuration: 4:37',
  )
  expect(composeVoiceComment(made, 7)).toMatchObject({ from: '', to: '', recordingUrl: null })
})

test.each<{ name: string; changes: Partial<Draft>; caller: string | null; subject: string }>([
  { name: 'what was typed', changes: { subject: 'Refund' }, caller: null, subject: 'Refund' },
  { name: 'the first line of the notes', changes: {}, caller: 'Cora', subject: 'Asked about invoice 17.' },
  { name: 'who called', changes: { notes: '' }, caller: 'Cora', subject: 'Call from Cora' },
  { name: 'the number', changes: { notes: '' }, caller: null, subject: 'Call from +1 415 555 0123' },
  { name: 'the extension', changes: { notes: '', theirNumber: '204' }, caller: null, subject: 'Call from 204' },
])('the subject is $name', ({ changes, caller, subject }) => {
  expect(subjectOf(call(changes), caller)).toBe(subject)
})

test('a long first line is cut at 150 characters, never inside an emoji', () => {
  expect(subjectOf(call({ notes: 'x'.repeat(400) }), null)).toBe('x'.repeat(150))
  expect(subjectOf(call({ notes: 'x'.repeat(149) + '😀' }), null)).toBe('x'.repeat(149))
})

test('the body is never blank, which Zendesk refuses', () => {
  expect(composeTicket(call({ notes: '' }), CORA, 7).comment?.body).not.toBe('')
  expect(composeTicket(call({ ...voicemail(), notes: '' }), CORA, 7).description).not.toBe('')
})
