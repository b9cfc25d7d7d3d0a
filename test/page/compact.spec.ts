import { unseen } from './checks.ts'
import { COMPACT, expect, SMALLEST, test, WIDE } from './kit.ts'
import { storyOf } from './screens.ts'

// In the small window the number, the notes and Save are in sight together; nothing has to be scrolled for them.
const NEEDED = ['form input', 'form textarea', 'form footer .primary']

for (const name of [
  'log-blank',
  'log-one',
  'log-withheld',
  'log-several',
  'log-nobody',
  'log-offline',
  'log-session-only',
])
  test(`${name}: number, notes and Save are in sight at 368 × 580`, async ({ open }) => {
    const { answers, arrive } = storyOf(name)
    const opened = await open(answers, COMPACT)
    await arrive(opened)
    expect(await unseen(opened.page, NEEDED)).toEqual([])
  })

for (const name of ['log-blank', 'log-one', 'log-withheld', 'log-offline'])
  test(`${name}: number, notes and Save are in sight at 360 × 480`, async ({ open }) => {
    const { answers, arrive } = storyOf(name)
    const opened = await open(answers, SMALLEST)
    await arrive(opened)
    expect(await unseen(opened.page, NEEDED)).toEqual([])
  })

test('once the question about the caller is answered, the notes and Save are in sight at 360 × 480', async ({
  open,
}) => {
  const { answers, arrive } = storyOf('log-several')
  const opened = await open(answers, SMALLEST)
  await arrive(opened)
  await opened.page.getByRole('radio', { name: 'Jane Doe' }).focus()
  await opened.page.keyboard.press('2')
  await expect(opened.page.getByLabel('Notes')).toBeFocused()
  expect(await unseen(opened.page, NEEDED.slice(1))).toEqual([])
})

for (const name of ['log-one', 'log-withheld', 'voicemail-one', 'voicemail-several'])
  test(`${name}: the whole form is in sight at 980 × 680`, async ({ open }) => {
    const { answers, arrive } = storyOf(name)
    const opened = await open(answers, WIDE)
    await arrive(opened)
    const hidden = await opened.page
      .locator('form .fields')
      .evaluate((fields) => fields.scrollHeight - fields.clientHeight)
    expect(hidden, 'pixels to scroll').toBeLessThanOrEqual(0)
  })
