import { expect, test } from 'vitest'
import type { CallerAnswer } from '../../preload/contract.ts'
import type { CallerChoice } from '../../preload/draft.ts'
import { decide } from '../../renderer/state/decide.ts'

const person = (id: number, name: string) => ({ id, name, email: null, organization: null })
const found = (...callers: ReturnType<typeof person>[]): CallerAnswer => ({ is: 'found', callers })
const jane: CallerChoice = { is: 'known', userId: 1, name: 'Jane Doe' }
const open: CallerChoice = { is: 'open' }
const somebodyNew: CallerChoice = { is: 'new', name: 'Amara' }

test.each<[what: string, answer: CallerAnswer, before: CallerChoice, after: CallerChoice]>([
  ['one person with the number is chosen', found(person(1, 'Jane Doe')), open, jane],
  ['several people are a question', found(person(1, 'Jane Doe'), person(2, 'Tom Murphy')), open, open],
  ['a person chosen among several stays', found(person(2, 'Tom Murphy'), person(1, 'Jane Doe')), jane, jane],
  ['somebody who lost the number is a question again', found(person(2, 'T'), person(3, 'U')), jane, open],
  ['nobody is a question', { is: 'nobody' }, open, open],
  ['somebody new stays new', { is: 'nobody' }, somebodyNew, somebodyNew],
  ['somebody new stays new beside others', found(person(1, 'Jane Doe')), somebodyNew, somebodyNew],
  ['no caller on purpose stays so', found(person(1, 'Jane Doe')), { is: 'none' }, { is: 'none' }],
  ['a withheld number has no caller', { is: 'withheld' }, open, { is: 'none' }],
  ['an extension has no caller', { is: 'extension' }, open, { is: 'none' }],
  ['while Zendesk is away it is asked later', { is: 'unreachable', why: 'offline' }, open, { is: 'later' }],
  ['a choice survives Zendesk being away', { is: 'unreachable', why: 'busy' }, jane, jane],
  ['what was left for later is decided once Zendesk is back', found(person(1, 'Jane Doe')), { is: 'later' }, jane],
  ['an emptied number takes the choice with it', { is: 'empty' }, jane, open],
])('%s', (_what, answer, before, after) => {
  expect(decide(answer, before)).toEqual(after)
})
