import { goTo, notes, number } from './form-kit.ts'
import { expect, test } from './kit.ts'
import * as s from './stories.ts'

const banner = /You’re offline/
const rows = 'main li'

test('a call that changes changes its row, and a new one goes on top', async ({ open }) => {
  const { page, emit } = await open(s.started({ calls: [s.item(5), s.item(9)] }))
  await goTo(page, 'Today')
  await expect(page.getByText('Sent · 2')).toBeVisible()
  await emit('calls.changed', s.item(5, { state: { is: 'needsYou', why: { kind: 'whoCalled', found: 3 } } }))
  await expect(page.getByText('Needs you · 1')).toBeVisible()
  await expect(page.getByText('3 people have this number. Say who called.')).toBeVisible()
  await emit('calls.changed', s.item(1, { state: { is: 'sending' }, subject: 'Just saved' }))
  await expect(page.getByRole('region', { name: 'Waiting' })).toContainText('Just saved')
  await emit('calls.changed', s.item(1, { subject: 'Just saved' }))
  await expect(page.getByRole('region', { name: 'Sent' }).locator('li').first()).toContainText('Just saved')
  await expect(page.getByRole('region', { name: 'Waiting' })).toHaveCount(0)
  await expect(page.locator(rows)).toHaveCount(3)
})

test('sending as a whole shows beside the account and at Today', async ({ open }) => {
  const { page, emit } = await open(s.started())
  const nav = page.getByRole('navigation', { name: 'Main' })
  await expect(nav).toContainText('acme · all sent')
  await emit('sending.changed', { state: 'idle', until: null, waiting: 2, needsYou: 0 })
  await expect(nav.getByRole('button', { name: 'Today, 2 waiting' })).toBeVisible()
  await emit('sending.changed', { state: 'idle', until: null, waiting: 2, needsYou: 1 })
  await expect(nav.getByRole('button', { name: 'Today, 1 needs you' })).toBeVisible()
  await expect(nav).toContainText('acme · 1 needs you')
  await emit('sending.changed', s.idle)
  await expect(nav.getByRole('button', { name: 'Today', exact: true })).toBeVisible()
  await expect(nav).toContainText('acme · all sent')
})

test('offline is said in the banner and goes away by itself; Try now tries', async ({ open }) => {
  const { page, emit, made } = await open(s.started({ calls: s.mixed }))
  await expect(number(page)).toBeFocused()
  await emit('sending.changed', { state: 'offline', until: null, waiting: 2, needsYou: 0 })
  await expect(page.getByText(banner)).toBeVisible()
  await expect(number(page), 'and takes no focus').toBeFocused()
  await page.getByRole('button', { name: 'Try now' }).click()
  expect(await made('calls.sendNow')).toEqual([[s.mixed[2]!.id]])
  await emit('sending.changed', s.idle)
  await expect(page.getByText(banner)).toHaveCount(0)
})

test('a pause says until when', async ({ open }) => {
  const { page, emit } = await open(s.started())
  await expect(number(page)).toBeVisible()
  const until = new Date()
  until.setHours(14, 20, 0, 0)
  await emit('sending.changed', { state: 'paused', until: until.toISOString(), waiting: 1, needsYou: 0 })
  await expect(page.getByText(/Sending goes on at 2:20\sPM\./)).toBeVisible()
})

test('a disk that takes nothing is said before everything else, until it takes again', async ({ open }) => {
  const { page, emit } = await open(s.started())
  await expect(number(page)).toBeVisible()
  await emit('sending.changed', { state: 'offline', until: null, waiting: 1, needsYou: 0 })
  await emit('storage.changed', { kind: 'diskFull' })
  await expect(page.getByText(/can’t write to this computer’s disk/)).toBeVisible()
  await expect(page.getByText(banner)).toHaveCount(0)
  await emit('storage.changed', null)
  await expect(page.getByText(banner)).toBeVisible()
})

test('a sign-in that ends is a banner, from which one can sign in again without losing the call', async ({ open }) => {
  const opened = await open({
    ...s.started({ lastSignIn: { address: 'acme', email: s.account.agent.email } }),
    'accounts.signIn': { ok: true, value: s.account },
  })
  const { page, emit, made } = opened
  await notes(page).fill('Half a sentence')
  await emit('account.trouble', { kind: 'refused' })
  await expect(page.getByText(/Your sign-in has ended/)).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Calls you saved are safe on this computer')).toBeVisible()
  await expect(page.getByLabel('API token', { exact: true }).last()).toBeFocused()
  await page.keyboard.type('new token')
  await page.keyboard.press('Enter')
  await expect(notes(page)).toHaveValue('Half a sentence')
  expect(await made('accounts.signIn')).toEqual([
    [{ address: 'acme', email: s.account.agent.email, with: 'token', token: 'new token' }],
  ])
  await expect(page.getByText(/Your sign-in has ended/)).toHaveCount(0)
})

test('trouble that passes takes its banner along', async ({ open }) => {
  const { page, emit } = await open(s.started({ accountTrouble: { kind: 'keychainWaiting' } }))
  await expect(page.getByText(/Your sign-in has ended/)).toBeVisible()
  await emit('account.trouble', null)
  await expect(page.getByText(/Your sign-in has ended/)).toHaveCount(0)
})

test('another account brings its own drafts and calls', async ({ open }) => {
  const opened = await open(s.started({ drafts: [s.written], calls: [s.item(1)] }))
  const { page } = opened
  await expect(notes(page)).toHaveValue(s.written.notes)
  const other = { ...s.account, subdomain: 'globex' }
  await opened.answer('app.start', {
    ...s.start,
    account: other,
    drafts: [s.callDraft({ notes: 'Globex' })],
    calls: [],
  })
  await opened.emit('account.changed', other)
  await expect(notes(page)).toHaveValue('Globex')
  await goTo(page, 'Today')
  await expect(page.getByText('No calls yet today')).toBeVisible()
})

test('signed out elsewhere: the sign-in screen', async ({ open }) => {
  const { page, emit, answer } = await open(s.started())
  await expect(number(page)).toBeVisible()
  await answer('app.start', { ...s.start, account: null })
  await emit('account.changed', null)
  await expect(page.getByText('Welcome to Aftercall')).toBeVisible()
})

test('what was brought back from a damaged file is told once', async ({ open }) => {
  const { page } = await open(s.started({ broughtBack: { calls: 12, drafts: 2 } }))
  await expect(page.getByText('12 saved and 2 unfinished calls were brought back')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('brought back')).toHaveCount(0)
})

test('a sign-in that ends with the program is said once; in the demo it goes without saying', async ({ open }) => {
  const session = { ...s.account, keptIn: 'session' } as const
  const { page } = await open(s.started({ account: session }))
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('no keychain')).toHaveCount(0)
  await open(s.started({ account: { ...session, demo: true } }))
  await expect(number(page)).toBeVisible()
  await expect(page.getByText('no keychain')).toHaveCount(0)
})

test('dark and light follow the system while the page is open', async ({ open }) => {
  const { page, dark } = await open(s.started())
  const theme = page.locator('html')
  await expect(theme).toHaveAttribute('data-theme', 'light')
  await dark(true)
  await expect(theme).toHaveAttribute('data-theme', 'dark')
})
