import type { Page } from '@playwright/test'
import type { SignInProblem } from '../../preload/contract.ts'
import { number } from './form-kit.ts'
import { expect, test } from './kit.ts'
import * as s from './stories.ts'

const out = s.started({ account: null })
const refusing = (error: SignInProblem) => ({ ...out, 'accounts.signIn': { ok: false, error } })
const address = (page: Page) => page.getByLabel('Your Zendesk address')
const email = (page: Page) => page.getByLabel('Email')
const secret = (page: Page) => page.locator('input[type="password"]')
const submit = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true })

async function fill(page: Page): Promise<void> {
  await address(page).fill('acme')
  await email(page).fill('maya.rossi@acme.example')
  await secret(page).fill('the-secret')
}

test('by API token, with the keyboard alone', async ({ open }) => {
  const opened = await open({ ...out, 'accounts.signIn': { ok: true, value: s.account } })
  const { page, made } = opened
  await expect(address(page)).toBeFocused()
  await page.keyboard.type('acme')
  await page.keyboard.press('Tab')
  await page.keyboard.type('maya.rossi@acme.example')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('the-secret')
  await opened.answer('app.start', s.start)
  await page.keyboard.press('Enter')
  await expect(number(page)).toBeFocused()
  const attempt = { address: 'acme', email: 'maya.rossi@acme.example', with: 'token', token: 'the-secret' }
  expect(await made('accounts.signIn')).toEqual([[attempt]])
  expect(await page.content(), 'the secret is gone from the page').not.toContain('the-secret')
})

test('by password, which starts from an empty field', async ({ open }) => {
  const { page, made } = await open(refusing({ kind: 'refused' }))
  await fill(page)
  await page.getByRole('radio', { name: 'Password' }).click()
  await expect(secret(page)).toHaveValue('')
  await secret(page).fill('pass word')
  await submit(page).click()
  await expect
    .poll(() => made('accounts.signIn'))
    .toEqual([[{ address: 'acme', email: 'maya.rossi@acme.example', with: 'password', password: 'pass word' }]])
})

const AT_A_FIELD: [SignInProblem['kind'], (page: Page) => ReturnType<typeof address>, string][] = [
  ['addressEmpty', address, 'Type your company’s Zendesk address.'],
  ['addressOther', address, 'This isn’t a Zendesk address.'],
  ['addressMalformed', address, 'This address has something odd in it.'],
  ['noSuchAccount', address, 'No Zendesk answers at this address.'],
  ['emailMissing', email, 'Type the email you use in Zendesk.'],
  ['secretMissing', secret, 'Fill this in to sign in.'],
  ['secretTooLong', secret, 'This is too long to be a password or token.'],
  ['refused', secret, 'Zendesk doesn’t accept this email'],
]
for (const [kind, field, says] of AT_A_FIELD)
  test(`${kind}: said at the field where it can be mended, which has the cursor`, async ({ open }) => {
    const { page } = await open(refusing({ kind } as SignInProblem))
    await fill(page)
    await submit(page).click()
    await expect(field(page)).toBeFocused()
    await expect(field(page)).toHaveAccessibleDescription(new RegExp(says))
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1)
    await expect(address(page)).toHaveValue('acme')
    await expect(secret(page), 'nothing has to be typed again').toHaveValue('the-secret')
  })

const ABOVE_THE_BUTTON: [SignInProblem, string][] = [
  [{ kind: 'offline' }, 'Zendesk can’t be reached.'],
  [{ kind: 'timeout' }, 'Zendesk took too long to answer.'],
  [{ kind: 'certificate' }, 'The connection isn’t secure'],
  [{ kind: 'down' }, 'Zendesk is having trouble right now.'],
  [{ kind: 'unexpected' }, 'an answer we don’t understand'],
  [{ kind: 'notAnAgent' }, 'This is a customer’s account.'],
  [{ kind: 'lightAgent' }, 'Light agents can’t log calls'],
  [{ kind: 'rateLimited', seconds: 1 }, 'Zendesk asks us to wait a second.'],
]
for (const [problem, says] of ABOVE_THE_BUTTON)
  test(`${problem.kind}: said above the button`, async ({ open }) => {
    const { page } = await open(refusing(problem))
    await fill(page)
    await submit(page).click()
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0)
    await expect(secret(page)).toHaveValue('the-secret')
  })

test('a bug is said as well, and nothing has to be typed again', async ({ open }) => {
  const { page } = await open({ ...out, 'accounts.signIn': 'bug' })
  await fill(page)
  await submit(page).click()
  await expect(page.getByRole('alert')).toContainText('an answer we don’t understand')
  await expect(secret(page)).toHaveValue('the-secret')
})

test('pressing twice signs in once', async ({ open }) => {
  const { page, made } = await open({ ...out, 'accounts.signIn': 'never' })
  await fill(page)
  await submit(page).dblclick()
  await expect(page.getByRole('button', { name: 'Signing in…' })).toHaveAttribute('aria-busy', 'true')
  expect(await made('accounts.signIn')).toHaveLength(1)
})

test('who was signed in last only types the secret', async ({ open }) => {
  const { page } = await open(
    s.started({ account: null, lastSignIn: { address: 'acme', email: 'maya.rossi@acme.example' } }),
  )
  await expect(address(page)).toHaveValue('acme')
  await expect(email(page)).toHaveValue('maya.rossi@acme.example')
  await expect(secret(page)).toBeFocused()
})

test('the ending .zendesk.com is shown only behind a bare name', async ({ open }) => {
  const { page } = await open(out)
  await expect(page.getByText('.zendesk.com')).toBeVisible()
  await address(page).fill('https://acme.zendesk.com')
  await expect(page.getByText('.zendesk.com', { exact: true })).toHaveCount(0)
})

test('a keychain that needs somebody is said before anything is typed', async ({ open }) => {
  for (const [kind, says] of [
    ['keychainLocked', 'is locked'],
    ['keychainWaiting', 'waiting for you in another window'],
    ['keychainUnavailable', 'can’t be used'],
    ['keychainLost', 'no longer in the keychain'],
  ] as const) {
    const { page } = await open(s.started({ account: null, accountTrouble: { kind } }))
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.getByText('Calls you saved are safe')).toBeVisible()
  }
})

test('the demo workspace is one press away', async ({ open }) => {
  const opened = await open({ ...out, 'accounts.tryDemo': 'held' })
  const { page } = opened
  await page.getByRole('button', { name: 'Try the demo workspace' }).click()
  await expect(page.getByRole('button', { name: 'Starting the demo…' })).toHaveAttribute('aria-busy', 'true')
  const demo = { ...s.account, demo: true, keptIn: 'session' } as const
  await opened.answer('app.start', { ...s.start, account: demo })
  await opened.release('accounts.tryDemo', { ok: true, value: demo })
  await expect(number(page)).toBeFocused()
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('demo · all sent')
})

for (const [how, answer] of [
  ['fails', { ok: false, error: { kind: 'demoFailed' } }],
  ['has a bug', 'bug'],
] as const)
  test(`a demo that ${how} says so`, async ({ open }) => {
    const { page } = await open({ ...out, 'accounts.tryDemo': answer })
    await page.getByRole('button', { name: 'Try the demo workspace' }).click()
    await expect(page.getByRole('alert')).toContainText('The demo workspace didn’t start.')
    await expect(page.getByRole('button', { name: 'Try the demo workspace' })).toBeVisible()
  })

test('files dropped before the sign-in go nowhere', async ({ open }) => {
  const { page, made } = await open(out)
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['RIFF'], 'msg0001.wav'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText('Welcome to Aftercall')).toBeVisible()
  expect(await made('intake.readDropped')).toEqual([])
})
