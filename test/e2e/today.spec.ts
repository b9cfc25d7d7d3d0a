import type { Page } from '@playwright/test'
import { messages } from '../../preload/messages/index.ts'
import { goTo } from '../setup/app.ts'
import {
  callerFound,
  delivered,
  expect,
  JANE,
  logJane,
  made,
  notes,
  number,
  saveByKey,
  sharedDesk,
  test,
} from './kit.ts'

const desk = sharedDesk()
const words = messages.today
const voiceTickets = { method: 'POST', path: '/api/v2/channels/voice/tickets' }
const row = (page: Page, subject: string) => page.getByRole('listitem').filter({ hasText: subject })
const section = (page: Page, title: string) => page.getByRole('region', { name: title })

test.afterEach(() => goTo(desk().page, 'Log a call'))

test('a sent call shows its state and number, and opens in the agent’s Zendesk tab', async () => {
  const { page, demo, running } = desk()
  await logJane(page, 'Toner arrived after all.')
  const { id } = await delivered(desk())
  const pops = demo.pops().length
  await goTo(page, 'Today')
  await expect(section(page, words.sent)).toContainText('Toner arrived after all.')
  const one = row(page, 'Toner arrived after all.')
  await expect(one).toContainText('Jane Doe')
  await expect(one).toContainText(words.state.sent)
  await expect(one).toContainText(`#${id}`)

  await one.getByRole('button', { name: words.openTicket(id) }).click()
  await expect(page.getByText(words.openedZendesk)).toBeVisible()
  await one.getByRole('button', { name: words.openCallerLong('Jane Doe') }).click()
  await expect.poll(() => demo.pops().length).toBe(pops + 2)
  const { agentId, endUserId } = demo.account
  expect(demo.pops().slice(pops)).toMatchObject([
    { agentId, target: { kind: 'ticket', id }, delivered: true },
    { agentId, target: { kind: 'user', id: endUserId }, delivered: true },
  ])
  expect(await running.opened()).toEqual([])
})

test('with no Zendesk tab open, ticket and caller open by their links in the browser', async () => {
  const { page, demo, running } = desk()
  demo.switches.agentBrowser = 'closedAnswers404'
  await logJane(page, 'Nobody is looking at Zendesk.')
  const { id } = await delivered(desk())
  const ticket = `${demo.url}/agent/tickets/${id}`
  await expect.poll(() => running.opened()).toEqual([ticket])
  await goTo(page, 'Today')
  const one = row(page, 'Nobody is looking at Zendesk.')
  await one.getByRole('button', { name: words.openTicket(id) }).click()
  await expect(page.getByText(words.openedBrowser)).toBeVisible()
  await one.getByRole('button', { name: words.openCallerLong('Jane Doe') }).click()
  await expect
    .poll(() => running.opened())
    .toEqual([ticket, ticket, `${demo.url}/agent/users/${demo.account.endUserId}`])
})

test('a call refused with its reason is corrected in the form, everything still typed, and becomes one ticket', async () => {
  const { page, demo } = desk()
  const details = { priority: [{ description: 'Priority is not open to you', error: 'InvalidValue' }] }
  demo.faults.add({
    match: voiceTickets,
    fault: {
      kind: 'status',
      status: 422,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ error: 'RecordInvalid', description: 'Record validation errors', details }),
    },
  })
  await number(page).fill(JANE)
  await expect(callerFound(page)).toBeVisible()
  await notes(page).fill('A long story\nof two lines.')
  await page.getByLabel('Subject').fill('Refused at first')
  await page.getByRole('textbox', { name: messages.form.duration }).fill('4:37')
  await page.getByLabel('Tags').fill('printer')
  await page.getByLabel(/^Priority/).click()
  await page.getByRole('option', { name: 'Urgent' }).click()
  await saveByKey(page)
  await expect(page.getByRole('button', { name: `${messages.nav.today}, ${messages.nav.needYou(1)}` })).toBeVisible()
  await goTo(page, 'Today')
  const one = section(page, words.needsYou).getByRole('listitem')
  await expect(one).toContainText(words.state.needsYou)
  await expect(one).toContainText(/Zendesk didn’t take “priority”: Priority is not open to you/i)
  expect(made(demo)).toHaveLength(desk().count)

  await one.getByRole('button', { name: words.correct }).click()
  await expect(notes(page)).toHaveValue('A long story\nof two lines.')
  await expect(number(page)).toHaveValue(JANE)
  await expect(callerFound(page)).toBeVisible()
  await expect(page.getByLabel('Subject')).toHaveValue('Refused at first')
  await expect(page.getByRole('textbox', { name: messages.form.duration })).toHaveValue('4:37')
  await expect(page.getByRole('button', { name: messages.form.removeTag('printer') })).toBeVisible()
  await page.getByLabel('Priority: Urgent').click()
  await page.getByRole('option', { name: 'High' }).click()
  await saveByKey(page)
  const ticket = await delivered(desk())
  expect(ticket).toMatchObject({ subject: 'Refused at first', priority: 'high', tags: ['printer'] })
  await goTo(page, 'Today')
  await expect(row(page, 'Refused at first')).toHaveCount(1)
  await expect(row(page, 'Refused at first')).toContainText(words.state.sent)
})

test('a call whose caller turned out to be several people waits for the agent’s word', async () => {
  const { page, demo } = desk()
  demo.faults.add({ match: { path: '/api/v2/search*' }, fault: { kind: 'status', status: 503 } })
  await number(page).fill('+353 1 555 0142')
  await expect(page.getByText(messages.caller.laterBusy).filter({ visible: true })).toHaveCount(1)
  await notes(page).fill('One of three.')
  await saveByKey(page)
  await goTo(page, 'Today')
  const one = section(page, words.needsYou).getByRole('listitem')
  await expect(one).toContainText(messages.problems.whoCalled(3))
  await one.getByRole('button', { name: words.correct }).click()
  await page.getByRole('radio', { name: 'Aoife Byrne' }).click()
  await saveByKey(page)
  const ticket = await delivered(desk())
  expect(demo.users().find(({ id }) => id === ticket.requester_id)?.name).toBe('Aoife Byrne')
})
