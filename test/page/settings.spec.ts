import { goTo, number } from './form-kit.ts'
import { expect, test, type Opened } from './kit.ts'
import * as s from './stories.ts'

const changed = ({ made }: Opened) => made('settings.change')

test('each setting is kept the moment it is changed', async ({ open }) => {
  const opened = await open(s.started())
  const { page } = opened
  await goTo(page, 'Settings')
  await page.getByLabel('Your country').selectOption('Ireland')
  await page.getByLabel('Your line').fill('+353 1 555 0100')
  await page.getByLabel('Your line').blur()
  await page.getByRole('switch', { name: 'Open the ticket in my browser' }).click()
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await changed(opened)).toEqual([
    [{ country: 'IE' }],
    [{ ourNumber: '+353 1 555 0100' }],
    [{ openTicket: false }],
    [{ theme: 'dark' }],
  ])
})

test('numbers are read in the country chosen', async ({ open }) => {
  const { page, made } = await open(s.started())
  await goTo(page, 'Settings')
  await page.getByLabel('Your country').selectOption('Ireland')
  await goTo(page, 'Log a call')
  await number(page).pressSequentially('015550142')
  await expect.poll(() => made('callers.find')).toEqual([['+35315550142']])
  await expect(number(page)).toHaveValue('(01) 555 0142')
})

test('a setting that can’t be kept is said', async ({ open }) => {
  const { page } = await open({ ...s.started(), 'settings.change': { ok: false, error: { kind: 'notKept' } } })
  await goTo(page, 'Settings')
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.getByText('This setting could not be kept on disk.')).toBeVisible()
})

test('countries are in the agent’s language and order', async ({ open }) => {
  const { page } = await open(s.started({ locale: 'de-DE' }))
  await goTo(page, 'Settings')
  const names = await page.getByLabel('Your country').locator('option').allTextContents()
  expect(names).toContain('Österreich')
  expect(names).toEqual(names.toSorted(new Intl.Collator('de-DE').compare))
})

test('signing out shows the sign-in screen', async ({ open }) => {
  const opened = await open(s.started())
  await goTo(opened.page, 'Settings')
  await expect(opened.page.getByText('Removes your sign-in to acme.zendesk.com')).toBeVisible()
  await opened.answer('app.start', {
    ...s.start,
    account: null,
    lastSignIn: { address: 'acme', email: s.account.agent.email },
  })
  await opened.page.getByRole('button', { name: 'Sign out' }).click()
  await expect(opened.page.getByText('Welcome to Aftercall')).toBeVisible()
  expect(await opened.made('accounts.signOut')).toEqual([[]])
})

test('times are in the agent’s locale', async ({ open }) => {
  const startedAt = new Date()
  startedAt.setHours(14, 5, 0, 0)
  const { page } = await open(
    s.started({ locale: 'de-DE', calls: [s.item(1, { startedAt: startedAt.toISOString() })] }),
  )
  await goTo(page, 'Today')
  await expect(page.locator('main li')).toContainText('14:05')
})
