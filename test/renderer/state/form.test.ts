// @vitest-environment node
import { expect, test } from 'vitest'
import { messages } from '../../../preload/messages/index.ts'
import { hintsOf, sentences } from '../../../renderer/state/form.ts'

test('each field that needs something gets its sentence', () => {
  expect(
    sentences([
      { field: 'theirNumber', code: 'numberTooShort' },
      { field: 'caller', code: 'callerOpen' },
    ]),
  ).toEqual({ theirNumber: messages.problems.draft.numberTooShort, caller: messages.problems.draft.callerOpen })
})

test('each fact says where it comes from, and a guess says so', () => {
  expect(
    hintsOf({
      theirNumber: { source: { is: 'sidecar', fileName: 'msg0003.txt' }, certainty: 'sure' },
      ourNumber: { source: { is: 'folderName', folderName: '200' }, certainty: 'likely' },
      startedAt: { source: { is: 'fileDate' }, certainty: 'guess' },
      duration: { source: { is: 'audio' }, certainty: 'sure' },
    }),
  ).toEqual({
    theirNumber: 'from msg0003.txt',
    ourNumber: 'from the folder',
    startedAt: 'file date · guess',
    duration: 'measured',
  })
})
