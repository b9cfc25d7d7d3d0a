import { call, clearDesk } from '../fake-desk.ts'
import { beforeEach, expect, test } from 'vitest'
import { drafts, takeDrafts } from '../../../renderer/state/drafts.svelte.ts'
import { intake, pickFiles, takeFiles } from '../../../renderer/state/intake.svelte.ts'
import { screen, show } from '../../../renderer/state/screen.svelte.ts'
import { takeSession } from '../../../renderer/state/session.svelte.ts'
import { playable, refusals, start } from '../../page/stories.ts'

const message = { is: 'voicemail', recording: playable(1).voicemail!.recording!, facts: {} } as const

beforeEach(() => {
  clearDesk()
  takeSession(start)
  takeDrafts([])
  show('log')
})

test('dropped files show the voicemails, what came in and what did not', async () => {
  call('intake.readDropped').mockResolvedValue([message, ...refusals])
  const taken = takeFiles([new File(['RIFF'], 'msg0003.wav')])
  expect(screen.name).toBe('voicemail')
  expect(intake.reading).toBe(true)
  await taken
  expect(intake.reading).toBe(false)
  expect(drafts.voicemails).toHaveLength(1)
  expect(intake.refused).toEqual(refusals)
})

test('the next files clear what was refused before', async () => {
  call('intake.pickFiles').mockResolvedValueOnce(refusals).mockResolvedValueOnce([])
  await pickFiles()
  expect(intake.refused).toHaveLength(refusals.length)
  await pickFiles()
  expect(intake.refused).toEqual([])
})

test('a bug while reading ends the reading', async () => {
  call('intake.pickFiles').mockRejectedValue(new Error('bug'))
  await expect(pickFiles()).rejects.toThrow('bug')
  expect(intake.reading).toBe(false)
})
