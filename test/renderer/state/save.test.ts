import { call, clearDesk } from '../fake-desk.ts'
import { beforeEach, expect, test } from 'vitest'
import { calls, takeCalls } from '../../../renderer/state/calls.svelte.ts'
import { currentCall, drafts, takeDrafts } from '../../../renderer/state/drafts.svelte.ts'
import { save } from '../../../renderer/state/save.svelte.ts'
import { takeSession } from '../../../renderer/state/session.svelte.ts'
import { item, start, written } from '../../page/stories.ts'

const saving = call('calls.save')
const known = {
  ...written,
  startedAt: '2026-11-22T14:18:00Z',
  caller: { is: 'known', userId: 1, name: 'Jane Doe' },
} as const
const row = item(1, { id: known.id })

beforeEach(() => {
  clearDesk()
  takeSession(start)
  takeCalls([])
  takeDrafts([known])
})

test('a saved call leaves the form and stands in the list', async () => {
  saving.mockResolvedValue({ ok: true, value: row })
  expect(await save(currentCall()!)).toEqual({ is: 'saved' })
  expect(saving).toHaveBeenCalledExactlyOnceWith(known)
  expect(calls.items).toEqual([row])
  expect(currentCall()!.id).not.toBe(known.id)
})

test('a call with something missing goes nowhere, and what is missing is told', async () => {
  takeDrafts([{ ...known, theirNumber: '', caller: { is: 'open' } }])
  const problems = [
    { field: 'theirNumber', code: 'numberMissing' },
    { field: 'caller', code: 'callerOpen' },
  ]
  expect(await save(currentCall()!)).toEqual({ is: 'refused', problem: { kind: 'invalid', problems } })
  expect(saving).not.toHaveBeenCalled()
})

test('a disk that refuses leaves the call in the form', async () => {
  saving.mockResolvedValue({ ok: false, error: { kind: 'diskFull' } })
  expect(await save(currentCall()!)).toEqual({ is: 'refused', problem: { kind: 'diskFull' } })
  expect(currentCall()).toEqual(known)
  expect(calls.items).toEqual([])
})

test('a bug leaves the call in the form, and it can be saved again', async () => {
  saving.mockRejectedValueOnce(new Error('bug'))
  await expect(save(currentCall()!)).rejects.toThrow('bug')
  expect(currentCall()).toEqual(known)
  saving.mockResolvedValue({ ok: true, value: row })
  expect(await save(currentCall()!)).toEqual({ is: 'saved' })
})

test('pressing again while it is under way is not another call', async () => {
  let answer = (_: unknown): void => {}
  saving.mockReturnValue(new Promise((done) => (answer = done)))
  const first = save(currentCall()!)
  expect(await save(currentCall()!)).toEqual({ is: 'busy' })
  answer({ ok: true, value: row })
  expect(await first).toEqual({ is: 'saved' })
  expect(saving).toHaveBeenCalledOnce()
  expect(drafts.calls).toHaveLength(1)
})
