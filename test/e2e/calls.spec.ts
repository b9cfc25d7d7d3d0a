import type { Locator, Page } from '@playwright/test'
import { messages } from '../../preload/messages/index.ts'
import { goTo } from '../setup/app.ts'
import {
  callerFound,
  delivered,
  expect,
  JANE,
  made,
  notes,
  number,
  saveButton,
  saveByKey,
  sharedDesk,
  test,
} from './kit.ts'

const desk = sharedDesk()
const TOM_AND_OTHERS = '+353 1 555 0142'
const NOBODY = '+44 20 7946 0999'

const length = (page: Page) => page.getByRole('textbox', { name: messages.form.duration })

/** Presses Tab until that field has the focus: a keyboard user finds it too. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  const focused = () => field.evaluate((element) => element.contains(document.activeElement))
  for (let presses = 0; presses < 25 && !(await focused()); presses += 1) await page.keyboard.press('Tab')
  await expect(field).toBeFocused()
}

test('an inbound call by keyboard alone: number, Tab, notes, Ctrl+Enter', async () => {
  const { page, demo } = desk()
  await expect(number(page)).toBeFocused()
  await page.keyboard.type('6617480240')
  await expect(number(page)).toHaveValue('(661) 748-0240')
  await expect(callerFound(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(notes(page)).toBeFocused()
  const typedAt = Date.now()
  await page.keyboard.type('Smoke from the rear vent.\nUnplugged it.')
  await saveByKey(page)
  await expect(page.getByText(messages.form.saved)).toBeVisible()
  await expect(number(page)).toBeFocused()
  await expect(number(page)).toHaveValue('')

  const ticket = await delivered(desk())
  const { agentId, endUserId } = demo.account
  expect(ticket).toMatchObject({ via_id: 45, requester_id: endUserId, priority: null, tags: [] })
  expect(ticket.subject).toBe('Smoke from the rear vent.')
  expect(ticket.external_id).toMatch(/^[0-9a-f-]{36}$/)
  const [written, voice] = ticket.comments
  expect(written).toMatchObject({ public: false, author_id: agentId, voice: null })
  expect(written?.body).toMatch(
    /^Smoke from the rear vent\.\nUnplugged it\.\n\nInbound call\nFrom: \+1 661 748 0240\nStarted: .+ \(UTC\+05:30\)\nDuration: 0:00$/,
  )
  expect(voice?.voice).toMatchObject({ from: '+16617480240', to: '', call_duration: 0, answered_by_id: agentId })
  expect(Math.abs(Date.parse(voice!.voice!.started_at!) - typedAt)).toBeLessThan(60_000)
  expect(demo.pops()).toMatchObject([{ agentId, target: { kind: 'ticket', id: ticket.id }, delivered: true }])
})

test('an outbound call by keyboard alone, with every field filled in and the browser left closed', async () => {
  const { page, demo } = desk()
  const pops = demo.pops().length
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(page.getByRole('radio', { name: 'Outbound' })).toBeChecked()
  await tabTo(page, number(page))
  await page.keyboard.type('+49305550199')
  await expect(callerFound(page)).toBeVisible()
  await tabTo(page, notes(page))
  await page.keyboard.type('He will be there after nine.')
  await tabTo(page, page.getByLabel('Subject'))
  await page.keyboard.type('Delivery moved to Thursday')
  await tabTo(page, page.getByPlaceholder(messages.form.ourPlaceholder))
  await page.keyboard.type('+16617480123')
  await tabTo(page, length(page))
  await page.keyboard.type('2m 10s')
  await tabTo(page, page.getByLabel(/^Priority/))
  await expect(length(page)).toHaveValue('2:10')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ur')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Priority: Urgent')).toBeFocused()
  await tabTo(page, page.getByLabel('Tags'))
  await page.keyboard.type('Delivery call_back, ')
  const openTicket = page.getByRole('switch', { name: messages.form.openTicket })
  await tabTo(page, openTicket)
  await page.keyboard.press('Space')
  await expect(openTicket).not.toBeChecked()
  await saveByKey(page)

  const ticket = await delivered(desk())
  const jonas = demo.users().find((user) => user.name === 'Jonas Weber')
  expect(ticket).toMatchObject({ via_id: 46, requester_id: jonas?.id, subject: 'Delivery moved to Thursday' })
  expect(ticket).toMatchObject({ priority: 'urgent', tags: ['delivery', 'call_back'] })
  const [written, voice] = ticket.comments
  expect(written?.public).toBe(false)
  expect(written?.body).toMatch(
    /^He will be there after nine\.\n\nOutbound call\nFrom: \+1 661 748 0123\nTo: \+49 30 5550199\n.+\nDuration: 2:10$/,
  )
  expect(voice?.voice).toMatchObject({ from: '+16617480123', to: '+49305550199', call_duration: 130 })
  expect(voice?.voice?.answered_by_id).toBe(demo.account.agentId)
  expect(voice?.voice?.started_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  expect(ticket.comments).toHaveLength(2)
  expect(demo.pops()).toHaveLength(pops)
})

test('with several callers Save asks who it was, and a key answers', async () => {
  const { page, demo } = desk()
  await number(page).fill(TOM_AND_OTHERS)
  await expect(page.getByText(messages.caller.several(3))).toBeVisible()
  await notes(page).fill('Wants the renewal quote.')
  await saveByKey(page)
  await expect(page.getByText(messages.problems.draft.callerOpen)).toBeVisible()
  const people = page.getByRole('radiogroup', { name: messages.problems.draft.callerOpen }).getByRole('radio')
  await expect(people.first()).toBeFocused()
  expect(made(demo)).toHaveLength(desk().count)
  const second = await people.nth(1).getAttribute('aria-label')
  await page.keyboard.press('2')
  await expect(notes(page)).toBeFocused()
  await saveByKey(page)

  const ticket = await delivered(desk())
  expect(demo.users().find((user) => user.id === ticket.requester_id)?.name).toBe(second)
})

test('a caller nobody knows is created, with the number in E.164', async () => {
  const { page, demo } = desk()
  await number(page).fill(NOBODY)
  await expect(page.getByText(messages.caller.nobody)).toBeVisible()
  await number(page).press('Tab')
  await page.keyboard.press('0')
  await expect(page.getByLabel(messages.caller.newName)).toBeFocused()
  await page.keyboard.type('Ada Okoye')
  await page.keyboard.press('Enter')
  await expect(notes(page)).toBeFocused()
  await page.keyboard.type('First time she rings.')
  await saveByKey(page)

  const ticket = await delivered(desk())
  const ada = demo.users().filter((user) => user.name === 'Ada Okoye')
  expect(ada).toMatchObject([
    { phone: '+442079460999', role: 'end-user', external_id: `aftercall-${ticket.external_id}` },
  ])
  expect(ticket.requester_id).toBe(ada[0]?.id)
})

test('a withheld number: the screen says that the ticket will be in the agent’s own name, and so it is', async () => {
  const { page, demo } = desk()
  await page.getByRole('button', { name: messages.form.withheld }).click()
  await expect(page.getByText(messages.caller.withheld).filter({ visible: true })).toHaveCount(1)
  await notes(page).fill('Would not say who.')
  await saveByKey(page)

  const ticket = await delivered(desk())
  expect(ticket.requester_id).toBe(demo.account.agentId)
  expect(ticket.comments[1]?.voice).toMatchObject({ from: '' })
  await goTo(page, 'Today')
  await expect(page.getByText(messages.today.withheld).first()).toBeVisible()
  await goTo(page, 'Log a call')
})

test('what is no number is refused with its sentence, and everything typed stays', async () => {
  const { page, demo } = desk()
  const asked = demo.requests().length
  for (const [typed, code] of [
    ['call me', 'numberLetters'],
    ['+1 555 1', 'numberTooShort'],
    ['+12345678901234567890', 'numberTooLong'],
    ['+999 123 456 789', 'numberUnknown'],
    ['', 'numberMissing'],
  ] as const) {
    await number(page).fill(typed)
    await notes(page).fill(`Not lost after “${typed}”`)
    await saveByKey(page)
    await expect(page.getByText(messages.problems.draft[code])).toBeVisible()
    await expect(number(page)).toBeFocused()
    expect((await number(page).inputValue()).replaceAll(' ', '')).toBe(typed.replaceAll(' ', ''))
    await expect(number(page)).toHaveAttribute('aria-invalid', 'true')
    await expect(notes(page)).toHaveValue(`Not lost after “${typed}”`)
  }
  expect(demo.requests()).toHaveLength(asked)
  expect(made(demo)).toHaveLength(desk().count)
  await page.getByRole('button', { name: messages.form.clear }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: messages.form.clearConfirm }).click()
  await expect(notes(page)).toHaveValue('')
})

test('the running timer becomes the length of the call', async () => {
  const { page } = desk()
  await page.getByRole('button', { name: messages.form.startTimer }).click()
  await number(page).fill(JANE)
  await notes(page).fill('Short one.')
  await expect(page.getByRole('timer')).toHaveText('00:01')
  await page.getByRole('button', { name: messages.form.stopTimer }).click()
  const shown = await length(page).inputValue()
  expect(shown).toMatch(/^0:0[1-9]$/)
  await saveByKey(page)
  const ticket = await delivered(desk())
  expect(`0:0${ticket.comments[1]?.voice?.call_duration}`).toBe(shown)
})

test('a tag still being typed is saved too, and Ctrl+Enter on a button saves instead of pressing it', async () => {
  const { page } = desk()
  await number(page).fill(JANE)
  await expect(callerFound(page)).toBeVisible()
  await page.getByLabel('Tags').pressSequentially('half-typed')
  await saveByKey(page)
  expect((await delivered(desk())).tags).toEqual(['half-typed'])
  await expect(page.getByLabel('Tags')).toHaveValue('')

  await number(page).fill(JANE)
  await expect(callerFound(page)).toBeVisible()
  await notes(page).fill('Saved from a button.')
  await page.getByRole('button', { name: messages.form.clear }).focus()
  await saveByKey(page)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  expect((await delivered(desk())).subject).toBe('Saved from a button.')
})

test('a double click on Save is one call', async () => {
  const { page } = desk()
  await number(page).fill(JANE)
  await expect(callerFound(page)).toBeVisible()
  await notes(page).fill('Clicked twice.')
  await saveButton(page).dblclick()
  await expect(notes(page)).toHaveValue('')
  await delivered(desk())
})

test('Ctrl+Enter pressed twice, faster than anything can be written, is one call', async () => {
  const { page } = desk()
  await number(page).fill(JANE)
  await expect(callerFound(page)).toBeVisible()
  await notes(page).fill('Pressed twice.')
  await page.evaluate(() => {
    const press = () => new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true })
    for (let presses = 0; presses < 2; presses += 1) document.activeElement?.dispatchEvent(press())
  })
  await expect(notes(page)).toHaveValue('')
  await delivered(desk())
  await goTo(page, 'Today')
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Pressed twice.' })).toHaveCount(1)
  await goTo(page, 'Log a call')
})
