import type { FaultRule } from '../../main/demo/index.ts'
import { messages } from '../../preload/messages/index.ts'
import { goTo } from '../setup/app.ts'
import {
  accountLine,
  banner,
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
  typeSignIn,
} from './kit.ts'

const desk = sharedDesk()
const create = { method: 'POST', path: '/api/v2/channels/voice/tickets' }
const update = { method: 'PUT', path: '/api/v2/tickets/*' }
const cut = (match: FaultRule['match'], when: 'before' | 'after'): FaultRule => ({
  ...(match && { match }),
  when,
  fault: { kind: 'reset' },
})
const unauthorised = {
  kind: 'status',
  status: 401,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ error: 'Couldn’t authenticate you' }),
} as const
/** The creates the demo Zendesk was asked for; some of them in vain. */
const creates = () =>
  desk()
    .demo.requests()
    .filter(({ method, url }) => method === create.method && url === create.path).length

test('offline while typing: saved at once, the banner says so, and sent to the right caller when the network is back', async () => {
  const { page } = desk()
  await desk().zendeskGone()
  await number(page).fill(JANE)
  await expect(page.getByText(messages.caller.later).filter({ visible: true })).toHaveCount(1)
  await notes(page).fill('Typed on the train.')
  await saveByKey(page)
  await expect(page.getByText(messages.form.saved)).toBeVisible()
  await expect(number(page)).toBeFocused()
  await expect(banner(page, messages.banner.offline)).toBeVisible()
  await expect(accountLine(page)).toContainText(messages.account.offline)
  await goTo(page, 'Today')
  await expect(page.getByRole('region', { name: messages.today.waiting })).toContainText(
    messages.problems.waiting.offline,
  )
  await desk().zendeskBack()

  const ticket = await delivered(desk())
  expect(ticket).toMatchObject({ subject: 'Typed on the train.', requester_id: desk().demo.account.endUserId })
  await expect(banner(page, messages.banner.offline)).toHaveCount(0)
  await goTo(page, 'Log a call')
})

test('the answer to the create is lost: the ticket is found again instead of made twice', async () => {
  const before = creates()
  desk().demo.faults.add(cut(create, 'after'))
  await logJane(desk().page, 'Answer lost after the write.')
  const ticket = await delivered(desk())
  expect(creates()).toBe(before + 1)
  expect(ticket.comments.filter(({ voice }) => voice)).toHaveLength(1)
})

test('the answer to the voice comment is lost: the ticket has it once', async () => {
  desk().demo.faults.add(cut(update, 'after'))
  await logJane(desk().page, 'Comment written, answer lost.')
  const ticket = await delivered(desk())
  expect(ticket.comments.filter(({ voice }) => voice)).toHaveLength(1)
  expect(ticket.comments).toHaveLength(2)
})

test('Zendesk is ended in mid-request, after it wrote: one ticket once it is back', async () => {
  desk().demo.faults.add({ match: create, when: 'after', fault: { kind: 'hang' } })
  await logJane(desk().page, 'Written, never answered.')
  await expect.poll(() => desk().demo.requests().at(-1)?.fault).toBe('hang')
  await desk().zendeskGone()
  await expect(banner(desk().page, messages.banner.offline)).toBeVisible()
  await desk().zendeskBack()
  await banner(desk().page, messages.banner.offline).getByRole('button', { name: messages.banner.tryNow }).click()
  await delivered(desk())
})

test('Zendesk is down for a search and then asks to wait: it goes out by itself, to the right caller', async () => {
  const { page, demo } = desk()
  demo.faults.add(
    { match: { path: '/api/v2/search' }, times: 2, fault: { kind: 'status', status: 503 } },
    { match: create, fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } } },
  )
  await number(page).fill(JANE)
  await expect(page.getByText(messages.caller.laterBusy).filter({ visible: true })).toHaveCount(1)
  await notes(page).fill('Third time lucky.')
  await saveByKey(page)
  const ticket = await delivered(desk())
  expect(ticket).toMatchObject({ subject: 'Third time lucky.', requester_id: demo.account.endUserId })
})

test('a network that answers in Zendesk’s place is never taken for it', async () => {
  const { page, demo } = desk()
  demo.switches.captivePortal = true
  await number(page).fill(JANE)
  await notes(page).fill('From the hotel.')
  await saveByKey(page)
  await goTo(page, 'Today')
  await expect(page.getByRole('region', { name: messages.today.waiting })).toContainText(
    messages.problems.waiting.notZendesk,
  )
  expect(made(demo)).toHaveLength(desk().count)
  demo.switches.captivePortal = false
  // It may go out by itself just as it is asked for: then the button is gone, which is as good.
  await page
    .getByRole('region', { name: messages.today.waiting })
    .getByRole('button', { name: messages.today.tryNow })
    .click({ timeout: 5000 })
    .catch(() => undefined)
  expect((await delivered(desk())).subject).toBe('From the hotel.')
  await goTo(page, 'Log a call')
})

test('the token expires in mid-work: writing goes on, and signing in again sends it', async () => {
  const { page, demo } = desk()
  demo.faults.add({ match: { path: '/api/*' }, times: 100, fault: unauthorised })
  await number(page).fill(JANE)
  await expect(page.getByText(messages.caller.laterSignIn).filter({ visible: true })).toHaveCount(1)
  await expect(banner(page, messages.banner.signIn)).toBeVisible()
  await notes(page).fill('Said after the token ended.')
  await saveByKey(page)
  await expect(page.getByText(messages.form.saved)).toBeVisible()
  await notes(page).fill('Half a note about the next call')
  await banner(page, messages.banner.signIn).getByRole('button', { name: messages.banner.signInNow }).click()
  await expect(page.getByRole('heading', { name: messages.signIn.again })).toBeVisible()
  await expect(page.getByText(messages.problems.signIn.refused)).toBeVisible()
  await page.getByRole('button', { name: messages.signIn.notNow }).click()
  await expect(notes(page)).toHaveValue('Half a note about the next call')
  expect(made(demo)).toHaveLength(desk().count)

  await banner(page, messages.banner.signIn).getByRole('button', { name: messages.banner.signInNow }).click()
  demo.faults.clear()
  await typeSignIn(desk())
  const ticket = await delivered(desk())
  expect(ticket).toMatchObject({ subject: 'Said after the token ended.', requester_id: demo.account.endUserId })
  await expect(notes(page)).toHaveValue('Half a note about the next call')
  await expect(banner(page, messages.banner.signIn)).toHaveCount(0)
})
