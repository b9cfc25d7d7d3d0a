import type { Draft } from '../../preload/draft.ts'
import { newDraft } from '../../preload/draft.ts'

const UUID = '6a0d8a5e-7b1c-4c0e-9a53-0f5f0c1d2e3f'

export const plainDraft = (): Draft =>
  newDraft(UUID, 'inbound', { ourNumber: '+14155550100', openTicket: true, now: new Date('2026-11-22T13:00:00Z') })

const voicemailDraft = (): Draft => ({
  ...plainDraft(),
  kind: 'voicemail',
  theirNumber: 'not a number',
  startedAt: '',
  duration: 'a while',
  caller: { is: 'known', userId: 35_436, name: 'Ada Baker' },
  notes: 'line\nline\u0000\u202e',
  priority: 'urgent',
  tags: ['no good', ''],
  voicemail: {
    recording: {
      sha256: 'ab'.repeat(32),
      bytes: 8000,
      mime: 'audio/wav',
      codec: 'gsm',
      plays: false,
      fileName: 'msg0001.wav',
    },
    recordingUrl: 'no link',
    transcript: '',
    location: '',
    theirName: '',
    facts: {
      theirNumber: { source: { is: 'sidecar', fileName: 'msg0001.txt' }, certainty: 'sure' },
      startedAt: { source: { is: 'fileDate' }, certainty: 'guess' },
    },
  },
})

/** Arguments that each call takes, as they arrive in main. */
export const VALID: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'app.start': [[]],
  'accounts.signIn': [
    [{ address: 'acme', email: 'ada@acme.example', with: 'token', token: 'secret' }],
    [{ address: '', email: '', with: 'password', password: '' }],
  ],
  'accounts.tryDemo': [[]],
  'accounts.signOut': [[]],
  'settings.change': [
    [{}],
    [{ theme: 'dark' }],
    [{ country: 'DE', ourNumber: '030', openTicket: false, theme: 'system' }],
  ],
  'drafts.keep': [[plainDraft()], [voicemailDraft()]],
  'drafts.discard': [[UUID]],
  'callers.find': [['+1 415'], ['']],
  'callers.open': [[35_436]],
  'calls.save': [[plainDraft()], [voicemailDraft()]],
  'calls.today': [[]],
  'calls.sendNow': [[UUID]],
  'calls.correct': [[UUID]],
  'calls.openTicket': [[UUID]],
  'calls.openCaller': [[UUID]],
  'intake.readDropped': [[[]], [['/v/msg0001.wav', '']]],
  'intake.pickFiles': [[]],
}
