import { goTo, notes, number, people } from './form-kit.ts'
import { expect, test } from './kit.ts'
import * as s from './stories.ts'

const failed = s.mixed[0]!
const back = s.callDraft({
  id: failed.id,
  theirNumber: '+1 661 748 0240',
  subject: failed.subject,
  notes: 'Wants the smaller one',
})

test('10,000 calls: the newest of each kind are there at once, more on demand', async ({ open }) => {
  const calls = Array.from({ length: 10_000 }, (_, n) =>
    s.item(n, n % 3 ? {} : { state: { is: 'waiting', why: 'offline', until: null } }),
  )
  const { page, emit } = await open(s.started({ calls }))
  await goTo(page, 'Today')
  await expect(page.getByText('Waiting · 3334')).toBeVisible()
  const sent = page.getByRole('region', { name: 'Sent' })
  await expect(sent.locator('li')).toHaveCount(200)
  await sent.getByRole('button', { name: 'Show more' }).click()
  await expect(sent.locator('li')).toHaveCount(400)
  await emit('calls.changed', s.item(0))
  await expect(page.getByText('Waiting · 3333')).toBeVisible()
  await goTo(page, 'Log a call')
  await number(page).pressSequentially('204')
  await expect(number(page)).toHaveValue('204')
})

test('each call says what it is, who it was with, and what became of it', async ({ open }) => {
  const { page } = await open(s.started({ calls: s.mixed }))
  await goTo(page, 'Today')
  const row = (text: string) => page.locator('main li').filter({ hasText: text })
  await expect(row('Wrong size delivered')).toContainText('Zendesk didn’t take “Order number”: is needed')
  await expect(row('Delivery moved')).toContainText('Goes out when you’re back online · next try')
  await expect(row('Checking whether it already arrived')).toContainText('waiting')
  await expect(row('Call from +49 30 5550199')).toContainText('sending')
  await expect(row('Printer on fire').first()).toContainText('sent')
  await expect(row('Call from withheld number')).toContainText('withheld number')
  await expect(page.getByRole('button', { name: 'Open ticket #35125' })).toBeVisible()
})

test('a right-to-left name leaves time and length where they are', async ({ open }) => {
  const { page } = await open(
    s.started({ calls: [s.item(7, { callerName: 'ליאת בן־דוד', subject: 'ההזמנה לא הגיעה' })] }),
  )
  await goTo(page, 'Today')
  const places = await page
    .locator('main li bdi')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)))
  expect(places).toHaveLength(3)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('a failed call is taken back into the form, corrected and saved as the same call', async ({ open }) => {
  const opened = await open({
    ...s.started({ calls: s.mixed }),
    'callers.find': s.several,
    'calls.correct': { ok: true, value: back },
  })
  const { page } = opened
  await goTo(page, 'Today')
  await page.getByRole('button', { name: 'Correct' }).first().click()
  await expect(notes(page)).toHaveValue('Wants the smaller one')
  await expect(page.getByLabel('Subject')).toHaveValue(failed.subject)
  await expect(people(page)).toHaveCount(5)
  await people(page).nth(1).click()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => opened.made('calls.save')).toMatchObject([[{ id: failed.id, caller: { userId: 2 } }]])
  await goTo(page, 'Today')
  await expect(
    page.locator('main li').filter({ hasText: failed.subject }),
    'it is no longer in the list as failed',
  ).toHaveCount(0)
})

test('a failed voicemail goes back to the voicemails', async ({ open }) => {
  const draft = { ...s.voicemailDraft(1), id: failed.id }
  const opened = await open({
    ...s.started({ calls: s.mixed }),
    'callers.find': s.one,
    'calls.correct': { ok: true, value: draft },
  })
  await goTo(opened.page, 'Today')
  await opened.page.getByRole('button', { name: 'Correct' }).first().click()
  await expect(opened.page.getByLabel('What was said')).toBeVisible()
})

for (const [kind, says] of [
  ['alreadySent', 'has just been sent'],
  ['sending', 'on its way right now'],
  ['gone', 'no longer here'],
  ['diskFull', 'The disk is full'],
] as const)
  test(`Correct answers ${kind}: it is said, and the row stays`, async ({ open }) => {
    const { page } = await open({ ...s.started({ calls: s.mixed }), 'calls.correct': { ok: false, error: { kind } } })
    await goTo(page, 'Today')
    await page.getByRole('button', { name: 'Correct' }).first().click()
    await expect(page.getByText(says)).toBeVisible()
    await expect(page.getByText(failed.subject)).toBeVisible()
  })

test('a call by another version can’t be corrected, only tried again', async ({ open }) => {
  const { page } = await open(
    s.started({ calls: [s.item(1, { state: { is: 'needsYou', why: { kind: 'unreadable' } } })] }),
  )
  await goTo(page, 'Today')
  await expect(page.getByText(/written by another version/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Correct' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('waiting and failed calls can be tried now', async ({ open }) => {
  const { page, made } = await open(s.started({ calls: s.mixed }))
  await goTo(page, 'Today')
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await page.getByRole('button', { name: 'Try now' }).first().click()
  expect(await made('calls.sendNow')).toEqual([[s.mixed[0]!.id], [s.mixed[2]!.id]])
})

test('tickets and callers open in the browser, and what keeps them from opening is said', async ({ open }) => {
  const opened = await open({
    ...s.started({ calls: s.mixed }),
    'calls.openTicket': { ok: true, value: 'browser' },
    'calls.openCaller': { ok: false, error: { kind: 'signedOut' } },
  })
  const { page, made } = opened
  await goTo(page, 'Today')
  await page.getByRole('button', { name: 'Open ticket #35125' }).click()
  await expect(page.getByText('Opened in your browser.')).toBeVisible()
  expect(await made('calls.openTicket')).toEqual([[s.mixed[5]!.id]])
  await page.getByRole('button', { name: 'Caller Jane Doe: open profile' }).first().click()
  await expect(page.getByText('Sign in first to open it.')).toBeVisible()
})

test('a bug behind a button is said', async ({ open }) => {
  const opened = await open({ ...s.started({ calls: s.mixed }), 'calls.openTicket': 'bug' })
  await goTo(opened.page, 'Today')
  await opened.page.getByRole('button', { name: 'Open ticket #35125' }).click()
  await expect(opened.page.getByText(/Something went wrong in Aftercall/)).toBeVisible()
  expect(opened.complaints()).toEqual(['bug'])
})

test('the latest calls stand beside a new one, the caller’s own once he is known', async ({ open }) => {
  const calls = [
    s.item(1, { callerId: 9, callerName: 'Tom Murphy', subject: 'Toner' }),
    s.item(2, { subject: 'Smoke' }),
  ]
  const { page, made } = await open({
    ...s.started({ calls }),
    'callers.find': s.one,
    'calls.openTicket': { ok: true, value: 'zendesk' },
  })
  await expect(page.getByRole('region', { name: 'Latest calls' }).getByRole('listitem')).toHaveCount(2)
  await number(page).fill('+1 661 748 0240')
  const earlier = page.getByRole('region', { name: 'Earlier calls today' })
  await expect(earlier.getByRole('listitem')).toHaveCount(1)
  await earlier.getByRole('button', { name: /Smoke/ }).click()
  await expect(page.getByText('Opened in your Zendesk tab.')).toBeVisible()
  expect(await made('calls.openTicket')).toEqual([[calls[1]!.id]])
})
