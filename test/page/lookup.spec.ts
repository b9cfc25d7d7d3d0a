import { found, notes, number, people, saved, saves } from './form-kit.ts'
import { expect, test, type Opened } from './kit.ts'
import * as s from './stories.ts'

const JANE = '+1 661 748 0240'
const tom = { is: 'found', callers: [{ id: 7, name: 'Tom Murphy', email: null, organization: null }] } as const

/** An empty form whose calls.save works. */
const form = (finds: unknown) => ({ ...s.started(), 'callers.find': finds, 'calls.save': saves })
const save = ({ page }: Opened) => page.keyboard.press('Control+Enter')
const asked = async ({ made }: Opened) => (await made('callers.find')).map(([typed]) => typed)

test('one person with the number is the caller', async ({ open }) => {
  const opened = await open(form(s.one))
  await number(opened.page).fill(JANE)
  await expect(found(opened.page)).toBeVisible()
  await save(opened)
  await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'known', userId: 1, name: 'Jane Doe' } }])
})

test('several people are a question, and only its answer is saved', async ({ open }) => {
  const opened = await open(form(s.several))
  await number(opened.page).fill(JANE)
  await expect(people(opened.page)).toHaveCount(5)
  await save(opened)
  await expect(opened.page.getByText('Who was it? Choose a person, or log without a caller.')).toBeVisible()
  expect(await saved(opened), 'never a guess').toEqual([])
  await opened.page.getByRole('radio', { name: 'Tom Murphy' }).click()
  await save(opened)
  await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'known', userId: 2, name: 'Tom Murphy' } }])
})

test('a number nobody has asks for somebody new or for nobody', async ({ open }) => {
  const opened = await open(form(s.nobody))
  await number(opened.page).fill(JANE)
  await opened.page.getByLabel('Their name').fill('Ada Lovelace')
  await save(opened)
  await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'new', name: 'Ada Lovelace' } }])
})

for (const [typed, says] of [
  ['withheld', /withheld their number/],
  ['anonymous', /withheld their number/],
  ['204', /internal extension/],
] as const)
  test(`${typed} has no caller, and Zendesk is not asked`, async ({ open }) => {
    const opened = await open(form(s.one))
    await number(opened.page).fill(typed)
    await expect(opened.page.getByText(says).filter({ visible: true })).toBeVisible()
    await save(opened)
    await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'none' } }])
    expect(await asked(opened)).toEqual([])
  })

test('“Number withheld” fills the field in and keeps it in focus', async ({ open }) => {
  const { page } = await open(form(s.one))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(number(page)).toHaveValue('withheld')
  await expect(number(page)).toBeFocused()
})

for (const [why, says] of [
  ['offline', /can’t be reached now/],
  ['signIn', /Sign in again to see/],
  ['busy', /Zendesk is busy/],
] as const)
  test(`${why}: the caller is looked up later, and the call can be saved`, async ({ open }) => {
    const opened = await open(form({ is: 'unreachable', why }))
    await number(opened.page).fill(JANE)
    await expect(opened.page.getByText(says).filter({ visible: true })).toBeVisible()
    await save(opened)
    await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'later' } }])
  })

test('a bug in the lookup leaves the caller for later', async ({ open }) => {
  const opened = await open(form('bug'))
  await number(opened.page).fill(JANE)
  await expect(opened.page.getByText('later', { exact: true })).toBeVisible()
  await save(opened)
  await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'later' } }])
})

test('an answer for an earlier number is ignored, whenever it comes', async ({ open }) => {
  const opened = await open(form('held'))
  const { page } = opened
  await number(page).fill(JANE)
  await expect.poll(() => asked(opened)).toEqual(['+16617480240'])
  await number(page).fill('+1 661 748 0299')
  await expect.poll(() => asked(opened)).toEqual(['+16617480240', '+16617480299'])
  await opened.release('callers.find', tom, 1)
  await expect(found(page)).toBeVisible()
  await opened.release('callers.find', s.one, 0)
  await expect(page.getByRole('status').filter({ hasText: 'Caller found: Tom Murphy' })).toHaveCount(1)
  await expect(page.getByText('Jane Doe')).toHaveCount(0)
})

test('an answer that comes after the number was taken out again names nobody', async ({ open }) => {
  const opened = await open(form('held'))
  await number(opened.page).fill(JANE)
  await expect.poll(() => asked(opened)).toHaveLength(1)
  await number(opened.page).fill('')
  await opened.release('callers.find', s.one)
  await number(opened.page).fill('+1')
  await expect(found(opened.page)).toHaveCount(0)
  await expect(opened.page.getByText('Jane Doe')).toHaveCount(0)
})

test('typing digit by digit asks once, for the whole number', async ({ open }) => {
  const opened = await open(form(s.one))
  await number(opened.page).pressSequentially('6617480240')
  await expect(found(opened.page)).toBeVisible()
  await expect(number(opened.page)).toHaveValue('(661) 748-0240')
  expect((await asked(opened)).at(-1)).toBe('+16617480240')
})

test('writing the same number another way neither asks again nor forgets the answer', async ({ open }) => {
  const opened = await open(form('held'))
  await number(opened.page).fill('6617480240')
  await expect.poll(() => asked(opened)).toHaveLength(1)
  await number(opened.page).fill('+1 (661) 748-0240')
  await number(opened.page).fill('001 661 748 0240')
  await opened.release('callers.find', s.several)
  await opened.page.getByRole('radio', { name: 'Tom Murphy' }).click()
  await number(opened.page).fill(JANE)
  await expect(opened.page.getByRole('radio', { name: 'Tom Murphy' })).toBeChecked()
  expect(await asked(opened)).toHaveLength(1)
})

test('another number forgets who was chosen', async ({ open }) => {
  const opened = await open(form(s.several))
  await number(opened.page).fill(JANE)
  await opened.page.getByRole('radio', { name: 'Tom Murphy' }).click()
  await opened.answer('callers.find', s.nobody)
  await number(opened.page).fill('+1 661 748 0299')
  await expect(opened.page.getByText('Nobody in Zendesk has this number yet.')).toBeVisible()
  await save(opened)
  await expect(opened.page.getByText('Who was it? Choose a person')).toBeVisible()
  expect(await saved(opened)).toEqual([])
})

test('Save while Zendesk is asked waits for the answer', async ({ open }) => {
  const opened = await open(form('held'))
  await number(opened.page).fill(JANE)
  await expect.poll(() => asked(opened)).toHaveLength(1)
  await save(opened)
  expect(await saved(opened)).toEqual([])
  await opened.release('callers.find', s.one)
  await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'known', userId: 1 } }])
})

test('Save right after the last digit still finds the caller', async ({ open }) => {
  const opened = await open(form(s.one))
  await number(opened.page).fill(JANE)
  await save(opened)
  await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'known', userId: 1 } }])
})

test('Save does not wait for a Zendesk that never answers', async ({ open }) => {
  const opened = await open(form('never'))
  await number(opened.page).fill(JANE)
  await save(opened)
  await expect.poll(() => saved(opened)).toMatchObject([{ caller: { is: 'later' } }])
})

test('the caller of a draft that comes back is looked up again and kept', async ({ open }) => {
  const draft = s.callDraft({ theirNumber: JANE, caller: { is: 'known', userId: 2, name: 'Tom Murphy' } })
  const { page } = await open({ ...s.started({ drafts: [draft] }), 'callers.find': s.several })
  await expect(page.getByRole('radio', { name: 'Tom Murphy' })).toBeChecked()
  await expect(notes(page)).toBeFocused()
})

test('the profile opens in the browser, and what keeps it from opening is said', async ({ open }) => {
  const opened = await open({ ...form(s.one), 'callers.open': { ok: true, value: 'zendesk' } })
  await number(opened.page).fill(JANE)
  await opened.page.getByRole('button', { name: 'Open profile' }).click()
  await expect(opened.page.getByText('Opened in your Zendesk tab.')).toBeVisible()
  expect(await opened.made('callers.open')).toEqual([[1]])
  await opened.answer('callers.open', { ok: false, error: { kind: 'browserFailed' } })
  await opened.page.getByRole('button', { name: 'Open profile' }).click()
  await expect(opened.page.getByText(/Your browser didn’t open/)).toBeVisible()
})
