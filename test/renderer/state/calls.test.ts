import { emit } from '../fake-desk.ts'
import { expect, test } from 'vitest'
import { calls, dropCall, followCalls, takeCalls, withItem } from '../../../renderer/state/calls.svelte.ts'
import { item } from '../../page/stories.ts'

const ids = () => calls.items.map(({ id }) => id)
const [newest, middle, oldest] = [item(1), item(2), item(3)]

test('a new call stands where its moment of saving puts it', () => {
  expect(withItem([newest, oldest], middle)).toEqual([newest, middle, oldest])
  expect(withItem([middle, oldest], newest)).toEqual([newest, middle, oldest])
  expect(withItem([newest, middle], oldest)).toEqual([newest, middle, oldest])
  expect(withItem([], newest)).toEqual([newest])
})

test('a changed call stays in its place, once', () => {
  const failed = { ...middle, state: { is: 'sending' } } as const
  expect(withItem([newest, middle, oldest], failed)).toEqual([newest, failed, oldest])
})

test('what main tells is followed; another account shows its own; a call taken back leaves', () => {
  followCalls([newest, oldest])
  emit('calls.changed', middle)
  expect(ids()).toEqual([newest.id, middle.id, oldest.id])
  dropCall(middle.id)
  expect(ids()).toEqual([newest.id, oldest.id])
  takeCalls([])
  expect(ids()).toEqual([])
})
