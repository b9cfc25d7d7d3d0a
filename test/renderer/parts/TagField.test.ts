import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import TagField from '../../../renderer/parts/TagField.svelte'

function setUp(tags: string[] = []) {
  const onedit = vi.fn()
  render(TagField, { tags, onedit })
  return { onedit, field: screen.getByLabelText('Tags'), user: userEvent.setup() }
}
const shown = () => screen.queryAllByRole('button').map((button) => button.textContent.trim())

test('a tag is taken at a blank, a comma, Enter, and when the field is left', async () => {
  const { field, user, onedit } = setUp()
  await user.type(field, 'one two,three{Enter}Four')
  await user.tab()
  expect(shown()).toEqual(['one', 'two', 'three', 'four'])
  expect(onedit).toHaveBeenCalledTimes(4)
})

test('the same tag is taken once', async () => {
  const { field, user } = setUp(['one'])
  await user.type(field, 'ONE ')
  expect(shown()).toEqual(['one'])
})

test('a tag goes by its button, the last one by Backspace in the empty field', async () => {
  const { field, user } = setUp(['one', 'two', 'three'])
  await user.click(screen.getByRole('button', { name: 'Remove one' }))
  await user.type(field, '{Backspace}')
  expect(shown()).toEqual(['two'])
})
