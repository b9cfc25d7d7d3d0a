import type { Account, CallerAnswer, CallItem, Sending, Start } from '../../preload/contract.ts'
import { newDraft, type Draft } from '../../preload/draft.ts'
import type { Intake } from '../../preload/intake.ts'

/** What the page is shown in the tests, from nothing at all to too much of everything. */
export const account: Account = {
  subdomain: 'acme',
  agent: { id: 28, name: 'Maya Rossi', email: 'maya.rossi@acme.example' },
  demo: false,
  keptIn: 'keychain',
}
export const idle: Sending = { state: 'idle', until: null, waiting: 0, needsYou: 0 }

export const start: Start = {
  account,
  accountTrouble: null,
  lastSignIn: null,
  settings: { country: 'US', ourNumber: '+1 661 748 0123', openTicket: true, theme: 'system' },
  drafts: [],
  calls: [],
  sending: idle,
  storage: null,
  broughtBack: null,
  version: '0.1.0',
  locale: 'en-US',
  platform: 'linux',
}

export const started = (changes: Partial<Start> = {}): Record<string, unknown> => ({
  'app.start': { ...start, ...changes },
  'callers.find': nobody,
  'calls.today': [],
  'intake.readDropped': [],
  'intake.pickFiles': [],
})

const person = (id: number, name: string, organization: string | null, email: string | null) => ({
  id,
  name,
  organization,
  email,
})
export const nobody: CallerAnswer = { is: 'nobody' }
export const one: CallerAnswer = {
  is: 'found',
  callers: [person(1, 'Jane Doe', 'Northwind Labs', 'jane.doe@northwind.example')],
}
export const several: CallerAnswer = {
  is: 'found',
  callers: [
    person(1, 'Jane Doe', 'Northwind Labs', 'jane.doe@northwind.example'),
    person(2, 'Tom Murphy', 'Northwind Labs', null),
    person(3, 'Northwind front desk', null, 'desk@northwind.example'),
  ],
}
export const crowd: CallerAnswer = {
  is: 'found',
  callers: Array.from({ length: 12 }, (_, n) =>
    person(n + 1, `Person ${n + 1}`, 'Northwind Labs', `person.${n + 1}@northwind.example`),
  ),
}
export const offline: CallerAnswer = { is: 'unreachable', why: 'offline' }

const LONG = 'Wolfeschlegelsteinhausenbergerdorff the Third of the Northern Regional Purchasing Department'
const LONG_TEXT =
  'Smoke from the rear vent since this morning’s update. Unplugged it. Wants a replacement before Friday. '

export function callDraft(changes: Partial<Draft> = {}): Draft {
  const base = newDraft('6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0001', 'inbound', {
    ourNumber: '+1 661 748 0123',
    openTicket: true,
    now: new Date('2026-11-22T14:18:00'),
  })
  return { ...base, ...changes }
}
export const written = callDraft({
  theirNumber: '+1 661 748 0240',
  notes: LONG_TEXT,
  subject: 'Printer on fire after firmware update',
  priority: 'urgent',
  tags: ['printer', 'hardware'],
  duration: '4:37',
})
export const longDraft = callDraft({
  theirNumber: '+1 661 748 0240',
  notes: LONG_TEXT.repeat(12),
  subject: `${LONG} says the printer is on fire again`,
  tags: ['printer', 'hardware', 'a_very_long_tag_that_goes_on_and_on_without_end', 'one', 'two', 'three', 'four'],
})
/** Everything wrong that the form can say at once. */
export const wrongDraft = callDraft({
  theirNumber: '+49 12',
  ourNumber: 'reception',
  startedAt: '2099-01-01T10:00:00Z',
  duration: 'a while',
  notes: LONG_TEXT,
})
export const rtlDraft = callDraft({
  theirNumber: '+972 3 555 0123',
  notes: 'ההזמנה לא הגיעה, רוצה החלפה עד יום שישי.',
  subject: 'ההזמנה לא הגיעה',
})
export const manyDrafts: Draft[] = [
  written,
  ...Array.from({ length: 7 }, (_, n) =>
    callDraft({
      id: `6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c01${String(n).padStart(2, '0')}`,
      notes: `${n + 1}. ${LONG_TEXT}`,
    }),
  ),
]
export const longAccount: Account = {
  ...account,
  demo: true,
  agent: { id: 28, name: LONG, email: 'a.very.long.address.of.somebody@subdomain.of.a.very.long.company.example' },
}
export const longOne: CallerAnswer = {
  is: 'found',
  callers: [
    person(1, LONG, `${LONG} Incorporated`, 'a.very.long.address.of.somebody@subdomain.of.a.very.long.company.example'),
  ],
}
export const rtlOne: CallerAnswer = {
  is: 'found',
  callers: [person(1, 'ליאת בן־דוד', 'מרכז שירות', 'liat@service.example')],
}

export function voicemailDraft(n: number, changes: Partial<Draft> = {}): Draft {
  const draft = newDraft(`6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1d${String(n).padStart(4, '0')}`, 'voicemail', {
    ourNumber: '+1 661 748 0123',
    openTicket: true,
    now: new Date('2026-11-22T09:14:57'),
  })
  return {
    ...draft,
    theirNumber: '+1 661 748 0240',
    duration: '0:41',
    voicemail: {
      recording: {
        sha256: 'ab'.repeat(32),
        bytes: 66_000,
        mime: 'audio/wav',
        codec: 'gsm',
        plays: false,
        fileName: 'msg0003.WAV',
      },
      recordingUrl: '',
      transcript: '',
      location: '',
      theirName: 'Jane Doe',
      facts: {
        theirNumber: { source: { is: 'sidecar', fileName: 'msg0003.txt' }, certainty: 'sure' },
        startedAt: { source: { is: 'fileDate' }, certainty: 'guess' },
        duration: { source: { is: 'audio' }, certainty: 'sure' },
      },
    },
    ...changes,
  }
}

/** A voicemail whose recording the host has. */
export function playable(n: number): Draft {
  const draft = voicemailDraft(n)
  const { recording } = draft.voicemail!
  return {
    ...draft,
    voicemail: {
      ...draft.voicemail!,
      recording: { ...recording!, sha256: '00'.repeat(32), codec: 'pcm', plays: true },
    },
  }
}
export const manyVoicemails: Draft[] = Array.from({ length: 40 }, (_, n) =>
  voicemailDraft(n, n % 3 === 0 ? { theirNumber: '' } : {}),
)
export const refusals: Intake[] = [
  { is: 'refused', fileName: 'empty.wav', why: { kind: 'empty' } },
  {
    is: 'refused',
    fileName: 'A very long name of a file that somebody once exported from a phone system.wav',
    why: { kind: 'tooBig', limitBytes: 50_000_000, bytes: 2_147_483_648 },
  },
  { is: 'refused', fileName: 'הודעה.txt', why: { kind: 'notAudio', looksLike: 'text' } },
  { is: 'refused', fileName: 'Old messages', why: { kind: 'folder', why: 'nothingInside' } },
]

export function item(n: number, changes: Partial<CallItem> = {}): CallItem {
  const savedAt = new Date(Date.now() - n * 60_000).toISOString()
  return {
    id: `6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1e${String(n).padStart(4, '0')}`,
    kind: 'inbound',
    state: { is: 'sent', ticketId: 35_131 - n },
    startedAt: savedAt,
    savedAt,
    durationSeconds: 277,
    theirNumber: '+16617480240',
    callerName: 'Jane Doe',
    callerId: 1,
    subject: 'Printer on fire after firmware update',
    ...changes,
  }
}
export const mixed: CallItem[] = [
  item(1, {
    state: {
      is: 'needsYou',
      why: {
        kind: 'refusedFields',
        fields: [{ field: 'Order number', text: 'is needed before this ticket can be made.' }],
      },
    },
    subject: 'Wrong size delivered',
    callerName: 'Amara Okafor',
  }),
  item(2, {
    state: { is: 'needsYou', why: { kind: 'whoCalled', found: 3 } },
    subject: 'Invoice question',
    callerName: null,
    callerId: null,
    theirNumber: '+35315550142',
  }),
  item(3, {
    kind: 'outbound',
    state: { is: 'waiting', why: 'offline', until: new Date(Date.now() + 90_000).toISOString() },
    subject: 'Delivery moved to Thursday',
    callerName: 'Amara Okafor',
  }),
  item(4, {
    kind: 'voicemail',
    state: { is: 'waiting', why: 'checking', until: null },
    subject: 'Voicemail from Jane Doe',
    durationSeconds: 41,
  }),
  item(5, {
    state: { is: 'sending' },
    callerName: null,
    callerId: null,
    theirNumber: '+49305550199',
    subject: 'Call from +49 30 5550199',
  }),
  item(6),
  item(7, { kind: 'voicemail', subject: 'ההזמנה לא הגיעה', callerName: 'ליאת בן־דוד', durationSeconds: 12 }),
  item(8, { kind: 'outbound', subject: LONG, callerName: LONG }),
  item(9, {
    theirNumber: null,
    callerName: null,
    callerId: null,
    subject: 'Call from withheld number',
    durationSeconds: 0,
  }),
]
