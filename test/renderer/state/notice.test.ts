// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hush, notice, tell } from '../../../renderer/state/notice.svelte.ts'

beforeEach(() => {
  vi.useFakeTimers()
  hush()
})
afterEach(() => vi.useRealTimers())

test('a notice goes away by itself', () => {
  tell('Saved.')
  expect(notice).toMatchObject({ text: 'Saved.', tone: 'ok' })
  vi.advanceTimersByTime(6000)
  expect(notice.text).toBe('')
})

test('the next notice stays its own time, and the same words again count as new', () => {
  tell('Saved.')
  const { key } = notice
  vi.advanceTimersByTime(5000)
  tell('Saved.', 'bad')
  expect(notice.key).not.toBe(key)
  vi.advanceTimersByTime(5000)
  expect(notice).toMatchObject({ text: 'Saved.', tone: 'bad' })
})
