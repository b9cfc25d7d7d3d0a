// @vitest-environment node
import { expect, test } from 'vitest'
import type { CallerAnswer } from '../../../preload/contract.ts'
import type { CallerChoice } from '../../../preload/draft.ts'
import { decide } from '../../../renderer/state/decide.ts'
import { nobody, offline, one, several } from '../../page/stories.ts'

const open: CallerChoice = { is: 'open' }
const jane: CallerChoice = { is: 'known', userId: 1, name: 'Jane Doe' }
const stranger: CallerChoice = { is: 'known', userId: 99, name: 'Somebody else' }
const ada: CallerChoice = { is: 'new', name: 'Ada' }
const none: CallerChoice = { is: 'none' }
const later: CallerChoice = { is: 'later' }

const CASES: [string, CallerAnswer, CallerChoice, CallerChoice][] = [
  ['one person is chosen', one, open, jane],
  ['one person is chosen where it was left for later', one, later, jane],
  ['several people stay a question', several, open, open],
  ['nobody stays a question', nobody, open, open],
  ['a chosen person who is among several stays chosen', several, jane, jane],
  ['a chosen person who is not among several becomes a question', several, stranger, open],
  ['a chosen person who no longer has the number gives way to the one who has', one, stranger, jane],
  ['a chosen person nobody finds any more becomes a question', nobody, jane, open],
  ['somebody new stays new although people were found', several, ada, ada],
  ['somebody new stays new when nobody was found', nobody, ada, ada],
  ['no caller on purpose stays so', one, none, none],
  ['no caller on purpose stays so when nobody was found', nobody, none, none],
  ['out of reach leaves a question for later', offline, open, later],
  ['out of reach keeps who was chosen', offline, jane, jane],
  ['out of reach keeps a new name', offline, ada, ada],
  ['a withheld number has no caller', { is: 'withheld' }, jane, none],
  ['an extension has no caller', { is: 'extension' }, open, none],
  ['no number is a question again', { is: 'empty' }, jane, open],
  ['a number that is none is a question again', { is: 'invalid' }, none, open],
]

test.each(CASES)('%s', (_, answer, before, after) => {
  expect(decide(answer, before)).toEqual(after)
})

test('an answer with no person in it is a question, not a guess', () => {
  expect(decide({ is: 'found', callers: [] }, open)).toEqual(open)
})
