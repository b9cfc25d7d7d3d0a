import { found, goTo, kept, notes, number, saveButton, saved, saves } from './form-kit.ts'
import { expect, test, type Opened } from './kit.ts'
import * as s from './stories.ts'

const writing = (saving: unknown) => ({
  ...s.started({ drafts: [s.written] }),
  'callers.find': s.one,
  'calls.save': saving,
})
/** Everything of the written draft is still in the form. */
async function stillThere({ page }: Opened): Promise<void> {
  await expect(notes(page)).toHaveValue(s.written.notes)
  await expect(number(page)).toHaveValue(s.written.theirNumber)
  await expect(page.getByLabel('Subject')).toHaveValue(s.written.subject)
  await expect(page.getByRole('button', { name: 'Remove printer' })).toBeVisible()
}

const TROUBLES = [
  ['diskFull', 'The disk is full'],
  ['readOnly', 'this isn’t saved'],
  ['damaged', 'this isn’t saved'],
  ['busy', 'Another program is using the file'],
  ['failed', 'The disk reported an error'],
  ['signedOut', 'Sign in first. Your text stays here.'],
] as const
for (const [kind, says] of TROUBLES)
  test(`Save answers ${kind}: it is said, and everything stays`, async ({ open }) => {
    const opened = await open(writing({ ok: false, error: { kind } }))
    await expect(found(opened.page)).toBeVisible()
    await saveButton(opened.page).click()
    await expect(opened.page.getByRole('alert')).toContainText(says)
    await stillThere(opened)
    await opened.answer('calls.save', saves)
    await saveButton(opened.page).click()
    await expect(opened.page.getByText('Saved.')).toBeVisible()
    const [first, second] = await saved(opened)
    expect(second, 'the same call again, so that it is one').toEqual(first)
  })

test('a bug in Save is said, and everything stays', async ({ open }) => {
  const opened = await open(writing('bug'))
  await saveButton(opened.page).click()
  await expect(opened.page.getByRole('alert')).toContainText('Something went wrong in Aftercall.')
  await stillThere(opened)
})

test('a Save without an answer keeps everything, and is not asked for twice', async ({ open }) => {
  const opened = await open(writing('never'))
  await saveButton(opened.page).click()
  await expect.poll(() => saved(opened)).toHaveLength(1)
  await saveButton(opened.page).click()
  await opened.page.keyboard.press('Control+Enter')
  await stillThere(opened)
  expect(await saved(opened)).toHaveLength(1)
})

test('a double click on Save is one call', async ({ open }) => {
  const opened = await open(writing(saves))
  await expect(found(opened.page)).toBeVisible()
  await saveButton(opened.page).dblclick()
  await expect(opened.page.getByText('Saved.')).toBeVisible()
  expect(await saved(opened)).toHaveLength(1)
})

test('a held-down Ctrl+Enter is one call', async ({ open }) => {
  const opened = await open(writing(saves))
  await expect(found(opened.page)).toBeVisible()
  await opened.page.keyboard.down('Control')
  for (let repeat = 0; repeat < 5; repeat++) await opened.page.keyboard.down('Enter')
  await opened.page.keyboard.up('Enter')
  await opened.page.keyboard.up('Control')
  await expect(opened.page.getByText('Saved.')).toBeVisible()
  expect(await saved(opened)).toHaveLength(1)
})

test('what is typed is kept as soon as typing rests, whole and not letter by letter', async ({ open }) => {
  const opened = await open(s.started())
  await notes(opened.page).pressSequentially('Wants a replacement')
  await expect.poll(async () => (await kept(opened)).at(-1)?.notes).toBe('Wants a replacement')
  expect((await kept(opened)).length).toBeLessThan('Wants a replacement'.length)
})

for (const [event, fire] of [
  ['the window goes away', () => dispatchEvent(new PageTransitionEvent('pagehide'))],
  ['the window is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
] as const)
  test(`${event}: what was typed last is kept at once`, async ({ open }) => {
    const opened = await open(s.started())
    await notes(opened.page).fill('Half a sen')
    await opened.page.evaluate(fire)
    expect((await kept(opened)).at(-1)?.notes).toBe('Half a sen')
  })

test('an emptied form is forgotten on disk too', async ({ open }) => {
  const opened = await open(s.started())
  await notes(opened.page).fill('No')
  await expect.poll(async () => (await kept(opened)).length).toBe(1)
  await notes(opened.page).fill('')
  await expect.poll(() => opened.made('drafts.discard')).toHaveLength(1)
})

test('typing that can’t be kept on disk is said, until it can', async ({ open }) => {
  const opened = await open({ ...s.started(), 'drafts.keep': { ok: false, error: { kind: 'diskFull' } } })
  const warning = opened.page.getByText(/can’t be kept on disk right now/)
  await notes(opened.page).fill('Important')
  await expect(warning).toBeVisible()
  await opened.answer('drafts.keep', { ok: true, value: null })
  await notes(opened.page).fill('Important!')
  await expect(warning).toHaveCount(0)
  await expect(notes(opened.page)).toHaveValue('Important!')
})

test('a bug in keeping drafts is said as well', async ({ open }) => {
  const opened = await open({ ...s.started(), 'drafts.keep': 'bug' })
  await notes(opened.page).fill('Important')
  await expect(opened.page.getByText(/can’t be kept on disk right now/)).toBeVisible()
  expect(opened.complaints()).toEqual(['bug'])
})

test('nothing is kept after it was saved: it would come back as a draft', async ({ open }) => {
  const opened = await open(writing(saves))
  await expect(found(opened.page)).toBeVisible()
  await notes(opened.page).press('End')
  await opened.page.keyboard.type('!')
  await opened.page.keyboard.press('Control+Enter')
  await expect(opened.page.getByText('Saved.')).toBeVisible()
  const before = (await kept(opened)).length
  await notes(opened.page).fill('the next call')
  await expect.poll(async () => (await kept(opened)).at(-1)?.notes).toBe('the next call')
  expect((await kept(opened)).slice(before).map(({ id }) => id)).not.toContain(s.written.id)
})

test('other screens leave the form as it was', async ({ open }) => {
  const opened = await open(writing(saves))
  for (const place of ['Voicemail', 'Today', 'Settings'] as const) {
    await goTo(opened.page, place)
    await goTo(opened.page, 'Log a call')
    await stillThere(opened)
  }
})

test('several calls can be written at once, each with its own text', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: s.manyDrafts }), 'callers.find': s.one })
  const drafts = page.getByRole('navigation', { name: 'Calls being written' }).getByRole('button')
  await expect(drafts).toHaveCount(s.manyDrafts.length)
  await drafts.nth(3).click()
  await notes(page).fill('three')
  await drafts.nth(5).click()
  await expect(notes(page)).toHaveValue(s.manyDrafts[5]!.notes)
  await drafts.nth(3).click()
  await expect(notes(page)).toHaveValue('three')
})

test('Clear asks first, and keeps everything unless it is confirmed', async ({ open }) => {
  const opened = await open(writing(saves))
  const { page } = opened
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await stillThere(opened)
  expect(await opened.made('drafts.discard')).toEqual([])
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Clear' }).click()
  await expect(notes(page)).toHaveValue('')
  await expect(number(page)).toBeFocused()
  expect(await opened.made('drafts.discard')).toEqual([[s.written.id]])
})

test('a tag still being typed goes along', async ({ open }) => {
  const opened = await open(writing(saves))
  await expect(found(opened.page)).toBeVisible()
  await opened.page.getByLabel('Tags').fill('vip')
  await opened.page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await saved(opened))[0]?.tags).toEqual(['printer', 'hardware', 'vip'])
})

test('a sign-in that ends while a call is written takes nothing away', async ({ open }) => {
  const opened = await open(writing(saves))
  await opened.emit('account.trouble', { kind: 'refused' })
  await opened.page.getByRole('button', { name: 'Sign in' }).click()
  await expect(opened.page.getByText('Sign in again')).toBeVisible()
  await opened.page.getByRole('button', { name: 'Not now' }).click()
  await stillThere(opened)
})
