import { call, clearDesk } from '../fake-desk.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Draft } from '../../../preload/draft.ts'
import {
  addVoicemails, currentCall, currentVoicemail, discard, drafts, edited, followDrafts, leave, startCall, takeBack, takeDrafts,
} from '../../../renderer/state/drafts.svelte.ts' // prettier-ignore
import { takeSession } from '../../../renderer/state/session.svelte.ts'
import { callDraft, playable, start, voicemailDraft, written } from '../../page/stories.ts'
import type { Intake } from '../../../preload/intake.ts'

const keep = call('drafts.keep')
const forget = call('drafts.discard')
const keptNotes = () => keep.mock.calls.map(([draft]) => (draft as Draft).notes)
const message: Intake = { is: 'voicemail', recording: playable(1).voicemail!.recording!, facts: {} }

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T14:18:00') })
  clearDesk()
  takeSession(start)
  takeDrafts([])
})
afterEach(() => vi.useRealTimers())

/** Types into the notes of the call in front. */
function type(text: string): void {
  const draft = currentCall()!
  draft.notes = text
  edited(draft)
}

describe('at start', () => {
  test('without drafts an empty inbound call with the agent’s usual values is in front', () => {
    expect(currentCall()).toMatchObject({
      kind: 'inbound',
      theirNumber: '',
      ourNumber: start.settings.ourNumber,
      openTicket: true,
    })
    expect(currentVoicemail()).toBeNull()
  })

  test('what was kept is taken up again, calls and voicemails apart', () => {
    takeDrafts([voicemailDraft(1), written, voicemailDraft(2)])
    expect(currentCall()).toEqual(written)
    expect(drafts.voicemails.map(({ id }) => id)).toEqual([voicemailDraft(1).id, voicemailDraft(2).id])
    expect(currentVoicemail()?.id).toBe(voicemailDraft(1).id)
  })
})

describe('keeping', () => {
  test('waits until typing rests, and keeps the last state once', async () => {
    type('W')
    await vi.advanceTimersByTimeAsync(200)
    type('Wants')
    await vi.advanceTimersByTimeAsync(200)
    expect(keptNotes()).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(keptNotes()).toEqual(['Wants'])
  })

  test('each draft rests for itself', async () => {
    type('first')
    startCall()
    type('second')
    await vi.advanceTimersByTimeAsync(300)
    expect(keptNotes()).toEqual(['first', 'second'])
  })

  test('a window that goes away keeps everything at once, and nothing twice', async () => {
    followDrafts([])
    type('Half a sen')
    dispatchEvent(new Event('pagehide'))
    expect(keptNotes()).toEqual(['Half a sen'])
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(keptNotes()).toEqual(['Half a sen'])
  })

  test('an emptied call is forgotten instead', async () => {
    type('')
    await vi.advanceTimersByTimeAsync(300)
    expect(keep).not.toHaveBeenCalled()
    expect(forget).toHaveBeenCalledWith(currentCall()!.id)
  })

  test('a disk that refuses is known, and known to be well again', async () => {
    keep.mockResolvedValueOnce({ ok: false, error: { kind: 'diskFull' } })
    type('a')
    await vi.advanceTimersByTimeAsync(300)
    expect(drafts.kept).toBe(false)
    type('ab')
    await vi.advanceTimersByTimeAsync(300)
    expect(drafts.kept).toBe(true)
  })

  test('without an account nothing is kept: there is nobody to keep it for', async () => {
    takeSession({ ...start, account: null })
    type('a')
    await vi.advanceTimersByTimeAsync(300)
    expect(keep).not.toHaveBeenCalled()
  })
})

describe('the start of a call', () => {
  test('moves to the first letter typed, and stays there', () => {
    vi.setSystemTime(new Date('2026-11-22T15:00:00'))
    type('S')
    expect(currentCall()!.startedAt).toMatch(/^2026-11-22T15:00:00/)
    vi.setSystemTime(new Date('2026-11-22T15:05:00'))
    type('Sm')
    expect(currentCall()!.startedAt).toMatch(/^2026-11-22T15:00:00/)
  })

  test('of a draft that was kept is not touched', () => {
    takeDrafts([written])
    vi.setSystemTime(new Date('2026-11-22T15:00:00'))
    type('More')
    expect(currentCall()!.startedAt).toBe(written.startedAt)
  })

  test('a running timer has set it already', () => {
    const draft = currentCall()!
    draft.timerSince = draft.startedAt = '2026-11-22T14:30:00+00:00'
    type('S')
    expect(currentCall()!.startedAt).toBe('2026-11-22T14:30:00+00:00')
  })
})

describe('leaving', () => {
  test('the last call makes room for an empty one', () => {
    takeDrafts([written])
    leave(written.id)
    expect(currentCall()).toMatchObject({ notes: '', theirNumber: '' })
    expect(drafts.calls).toHaveLength(1)
  })

  test('a saved call with changes at rest is not kept again', async () => {
    type('Saved a moment later')
    leave(currentCall()!.id)
    await vi.advanceTimersByTimeAsync(1000)
    expect(keep).not.toHaveBeenCalled()
  })

  test('the next voicemail comes to the front, at the end the one before, then none', () => {
    takeDrafts([1, 2, 3].map((n) => voicemailDraft(n)))
    drafts.voicemailId = voicemailDraft(2).id
    leave(voicemailDraft(2).id)
    expect(currentVoicemail()?.id).toBe(voicemailDraft(3).id)
    leave(voicemailDraft(3).id)
    expect(currentVoicemail()?.id).toBe(voicemailDraft(1).id)
    leave(voicemailDraft(1).id)
    expect(currentVoicemail()).toBeNull()
  })

  test('another one than that in front leaves the front as it is', () => {
    const second = callDraft({ id: '6f0f9a4e-9a4c-4a52-9d2e-5a6f1b1c0002' })
    takeDrafts([written, second])
    leave(second.id)
    expect(currentCall()?.id).toBe(written.id)
  })

  test('throwing away forgets it on disk too', async () => {
    takeDrafts([written])
    await discard(written.id)
    expect(forget).toHaveBeenCalledWith(written.id)
  })
})

test('a call taken back from the outbox comes to the front, once', () => {
  takeBack(written)
  takeBack(written)
  expect(currentCall()?.id).toBe(written.id)
  expect(drafts.calls.filter(({ id }) => id === written.id)).toHaveLength(1)
  takeBack(voicemailDraft(7))
  expect(currentVoicemail()?.id).toBe(voicemailDraft(7).id)
})

test('dropped voicemails join the list and are kept at once; what is being reviewed stays in front', () => {
  addVoicemails([message, { is: 'refused', fileName: 'a.txt', why: { kind: 'empty' } }, message])
  expect(drafts.voicemails).toHaveLength(2)
  const front = drafts.voicemailId
  expect(front).toBe(drafts.voicemails[0]!.id)
  addVoicemails([message])
  expect(drafts.voicemailId).toBe(front)
  expect(keep).toHaveBeenCalledTimes(3)
})
