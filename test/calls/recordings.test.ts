import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../main/calls/database.ts'
import { recordingsInUse } from '../../main/calls/recordings.ts'
import { createStore } from '../../main/calls/store.ts'
import { checkDraft, newDraft, type Draft } from '../../preload/draft.ts'

const now = new Date('2026-11-22T10:00:00Z')
let folder: string
let database: Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aftercall-recordings-'))
  database = openDatabase({ folder, now: () => now })
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

function voicemail(id: string, sha256: string): Draft {
  const draft = newDraft(id, 'voicemail', { ourNumber: '', openTicket: false, now })
  const recording = { sha256, bytes: 1, mime: 'audio/wav', codec: 'pcm', plays: true, fileName: 'a.wav' } as const
  const facts = { recordingUrl: '', transcript: '', location: '', theirName: '', facts: {} }
  return { ...draft, theirNumber: '+16617480240', caller: { is: 'none' }, voicemail: { recording, ...facts } }
}

test('recordings of drafts and of saved calls of any account are in use', () => {
  const store = createStore(database, () => ({ wall: now.getTime(), monotonic: 1 }))
  store.keepDraft('acme/1', voicemail('6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0001', 'a'.repeat(64)))
  const saved = voicemail('6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0002', 'b'.repeat(64))
  const { call } = checkDraft(saved, { country: 'US', now })
  if (!call) throw new Error('the draft is valid')
  store.saveCall('other/2', call, saved, { wall: now.getTime(), monotonic: 1 })
  expect(recordingsInUse(database)).toEqual({ ok: true, value: new Set(['a'.repeat(64), 'b'.repeat(64)]) })
})

test('with a row that cannot be read, nothing is said to be out of use', () => {
  const store = createStore(database, () => ({ wall: now.getTime(), monotonic: 1 }))
  store.keepDraft('acme/1', voicemail('6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0001', 'a'.repeat(64)))
  database.run((sql) => sql.run('UPDATE drafts SET body = ?', Buffer.from('draft of a later version')))
  expect(recordingsInUse(database)).toEqual({ ok: true, value: null })
})
