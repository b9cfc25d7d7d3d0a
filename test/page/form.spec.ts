import { found, notes, number, people, saveButton, saved, saves } from './form-kit.ts'
import { expect, test } from './kit.ts'
import * as s from './stories.ts'

const blank = { ...s.started(), 'calls.save': saves }

test('typing a number groups its digits and never moves the focus', async ({ open }) => {
  const { page } = await open({ ...blank, 'callers.find': s.one })
  await expect(number(page)).toBeFocused()
  for (const key of '6617480240') {
    await page.keyboard.press(key)
    await expect(number(page)).toBeFocused()
  }
  await expect(found(page)).toBeVisible()
  await expect(number(page), 'nor does the answer').toBeFocused()
  await expect(number(page)).toHaveValue('(661) 748-0240')
})

test('a correction in the middle of a number keeps its place', async ({ open }) => {
  const { page } = await open(blank)
  await number(page).fill('(661) 748-0240')
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('9')
  const caret = await number(page).evaluate((field: HTMLInputElement) => field.selectionStart)
  await expect(number(page)).toHaveValue('(661) 7489' + '0240')
  expect(caret).toBe('(661) 7489'.length)
})

test('every part of a number can be taken back again', async ({ open }) => {
  const { page } = await open(blank)
  await number(page).pressSequentially('6617480240')
  for (let presses = 0; presses < '(661) 748-0240'.length; presses++) await page.keyboard.press('Backspace')
  await expect(number(page)).toHaveValue('')
})

test('after Save a fresh form is ready, with the cursor in the number', async ({ open }) => {
  const opened = await open({
    ...s.started({ drafts: [{ ...s.written, kind: 'outbound' }] }),
    'callers.find': s.one,
    'calls.save': saves,
  })
  const { page } = opened
  await expect(found(page)).toBeVisible()
  await notes(page).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await expect(number(page)).toBeFocused()
  await expect(number(page)).toHaveValue('')
  await expect(notes(page)).toHaveValue('')
  await expect(page.getByLabel('Subject')).toHaveValue('')
  await expect(page.getByLabel('To', { exact: true }), 'the agent’s own line').toHaveValue('+1 661 748 0123')
  await expect(page.getByRole('radio', { name: 'Inbound' })).toBeChecked()
  await expect(page.getByText('Jane Doe'), 'nothing of the last caller').toHaveCount(0)
  expect(await saved(opened)).toMatchObject([
    { id: s.written.id, kind: 'outbound', subject: s.written.subject, tags: s.written.tags },
  ])
})

const WRONG = [
  ['From', { theirNumber: '' }, 'Type their number, or say that it was withheld.'],
  ['From', { theirNumber: 'hello' }, 'This has letters in it.'],
  ['From', { theirNumber: '+49 12' }, 'This number is too short.'],
  ['To', { ourNumber: 'reception' }, 'This has letters in it.'],
  ['Started', { startedAt: '' }, 'Say when the call started.'],
  ['Started', { startedAt: '2099-01-01T00:00:00Z' }, 'This is in the future.'],
  ['Length', { duration: 'a while' }, 'Type a length like 4:37'],
  ['Length', { duration: '30:00:00' }, 'longer than a day'],
] as const
for (const [label, changes, says] of WRONG)
  test(`${JSON.stringify(changes)}: Save puts the cursor on ${label}, with what is wrong`, async ({ open }) => {
    const draft = s.callDraft({ theirNumber: '+1 661 748 0240', notes: 'Smoke', ...changes })
    const opened = await open({ ...s.started({ drafts: [draft] }), 'callers.find': s.one, 'calls.save': saves })
    const field = opened.page.getByLabel(label, { exact: true })
    await saveButton(opened.page).click()
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(new RegExp(says.replaceAll('.', '\\.')))
    await expect(notes(opened.page)).toHaveValue('Smoke')
    expect(await saved(opened)).toEqual([])
  })

test('with several things wrong the first one gets the cursor, and a mended one is no longer called wrong', async ({
  open,
}) => {
  const { page } = await open(s.started({ drafts: [s.wrongDraft] }))
  await saveButton(page).click()
  await expect(number(page)).toBeFocused()
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(4)
  await number(page).fill('+1 661 748 0240')
  await page.getByLabel('Length', { exact: true }).fill('4:37')
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(2)
})

test('nothing is called wrong before Save', async ({ open }) => {
  const { page } = await open(s.started({ drafts: [s.wrongDraft] }))
  await expect(notes(page)).toBeVisible()
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0)
})

test('a question left open gets the cursor, and says so', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': s.several })
  await expect(people(page)).toHaveCount(5)
  await saveButton(page).click()
  await expect(people(page).first()).toBeFocused()
  await expect(
    page.getByRole('radiogroup', { name: 'Who was it? Choose a person, or log without a caller.' }),
  ).toBeVisible()
})

test('the timer runs while the call does, and becomes its length', async ({ open }) => {
  const opened = await open({ ...blank, 'callers.find': s.one })
  const { page } = opened
  await number(page).fill('+1 661 748 0240')
  await page.getByRole('button', { name: 'Start timer' }).click()
  await expect(page.getByRole('timer')).toHaveText('00:01')
  await expect(page.getByLabel('Length', { exact: true })).toHaveAttribute('readonly', '')
  await page.getByRole('button', { name: 'End call' }).click()
  await expect(page.getByLabel('Length', { exact: true })).toHaveValue(/^0:0\d$/)
  await expect(page.getByRole('button', { name: 'Start timer' })).toBeVisible()
})

test('a timer that ran while the window was closed has gone on', async ({ open }) => {
  const since = new Date(Date.now() - 277_000).toISOString()
  const { page } = await open(
    s.started({ drafts: [s.callDraft({ theirNumber: '204', timerSince: since, startedAt: since })] }),
  )
  await expect(page.getByRole('timer')).toHaveText(/^04:(3[7-9]|4\d)$/)
})

test('a running timer can be saved as it is', async ({ open }) => {
  const since = new Date(Date.now() - 60_000).toISOString()
  const opened = await open({
    ...s.started({ drafts: [s.callDraft({ theirNumber: '204', timerSince: since })] }),
    'calls.save': saves,
  })
  await saveButton(opened.page).click()
  await expect.poll(() => saved(opened)).toMatchObject([{ timerSince: since }])
})

test('a length is shown the way it was understood', async ({ open }) => {
  const { page } = await open(blank)
  const length = page.getByLabel('Length', { exact: true })
  for (const [typed, shown] of [
    ['37', '0:37'],
    ['4m 37s', '4:37'],
    ['1h 5m', '1:05:00'],
    ['a while', 'a while'],
  ] as const) {
    await length.fill(typed)
    await length.blur()
    await expect(length).toHaveValue(shown)
  }
})

test('the start moves to the first letter typed, and can be changed', async ({ open }) => {
  const opened = await open({ ...blank, 'callers.find': s.one })
  const started = opened.page.getByLabel('Started')
  await expect(started).toHaveAttribute('type', 'datetime-local')
  await number(opened.page).fill('+1 661 748 0240')
  await started.fill('2026-11-01T09:30')
  await expect(found(opened.page)).toBeVisible()
  await saveButton(opened.page).click()
  await expect.poll(async () => (await saved(opened))[0]?.startedAt).toMatch(/^2026-11-01T09:30:00[+-]\d\d:\d\d$/)
})

test('tags are typed one after the other and taken back with Backspace', async ({ open }) => {
  const { page } = await open(blank)
  const tags = page.getByRole('button', { name: /^Remove / })
  await page.getByLabel('Tags').focus()
  await page.keyboard.type('Printer, on fire')
  await page.keyboard.press('Enter')
  await page.keyboard.type('fire ')
  await expect(tags).toHaveText(['printer', 'on', 'fire'])
  await page.keyboard.press('Backspace')
  await expect(tags).toHaveText(['printer', 'on'])
  await page.getByRole('button', { name: 'Remove printer' }).click()
  await expect(tags).toHaveText(['on'])
})

test('direction, priority and the ticket’s opening are saved as chosen', async ({ open }) => {
  const opened = await open(blank)
  const { page } = opened
  await page.getByRole('radio', { name: 'Outbound' }).click()
  await expect(page.getByLabel('From', { exact: true }), 'our line').toHaveValue('+1 661 748 0123')
  await page.getByPlaceholder('Their number').fill('204')
  await page.getByLabel(/^Priority/).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Urgent' }).click()
  await page.getByRole('switch', { name: 'Open ticket in browser' }).click()
  await saveButton(page).click()
  await expect
    .poll(() => saved(opened))
    .toMatchObject([{ kind: 'outbound', priority: 'urgent', openTicket: false, caller: { is: 'none' } }])
})
