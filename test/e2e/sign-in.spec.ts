import type { Locator, Page } from '@playwright/test'
import { messages } from '../../preload/messages/index.ts'
import { goTo } from '../setup/app.ts'
import { expect, number, openDesk, signIn, test, typeSignIn, type Desk } from './kit.ts'

const sentences = messages.problems.signIn
const address = (page: Page) => page.getByLabel(messages.signIn.address)
const email = (page: Page) => page.getByLabel(messages.signIn.email)
const secret = (page: Page) => page.getByRole('textbox', { name: /^(API token|Password)$/ })

let desk: Desk
test.beforeAll(async () => {
  desk = await openDesk()
  await desk.start()
})
test.afterEach(() => {
  desk.demo.faults.clear()
  desk.demo.switches.unknownAccount = false
  expect(desk.complaints.splice(0)).toEqual([])
})
test.afterAll(() => desk.close())

/** The sentence stands at that field, which has the focus. */
async function blamed(field: Locator, sentence: string): Promise<void> {
  await expect(desk.page.getByText(sentence)).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  const [readFirst = ''] = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
  await expect(desk.page.locator(`[id="${readFirst}"]`)).toHaveText(sentence)
  await expect(field).toBeFocused()
  await expect(desk.page.locator('[aria-invalid="true"]')).toHaveCount(1)
}

/** What was typed is still in the fields. */
async function kept(typed: { address?: string; email?: string; secret?: string }): Promise<void> {
  await expect(address(desk.page)).toHaveValue(typed.address ?? desk.demo.url)
  await expect(email(desk.page)).toHaveValue(typed.email ?? desk.demo.account.email)
  await expect(secret(desk.page)).toHaveValue(typed.secret ?? desk.demo.account.apiToken)
}

test('a wrong subdomain is told at the address', async () => {
  desk.demo.switches.unknownAccount = true
  await typeSignIn(desk)
  await blamed(address(desk.page), sentences.noSuchAccount)
  await kept({})
})

test('an address that is not Zendesk’s is refused before anything is sent there', async () => {
  const asked = desk.demo.requests().length
  const elsewhere = desk.demo.url.replace('127.0.0.1', '127.0.0.2')
  for (const [typed, kind] of [
    ['', 'addressEmpty'],
    ['acme.example.com', 'addressOther'],
    ['https://acme.zendesk.com.example.com', 'addressOther'],
    [elsewhere, 'addressOther'],
    ['https://acme@127.0.0.1', 'addressMalformed'],
  ] as const) {
    await typeSignIn(desk, { address: typed })
    await blamed(address(desk.page), sentences[kind])
    await kept({ address: typed })
  }
  expect(desk.demo.requests()).toHaveLength(asked)
})

test('an empty email and an empty token are each told at their field', async () => {
  await typeSignIn(desk, { email: '' })
  await blamed(email(desk.page), sentences.emailMissing)
  await typeSignIn(desk, { token: ' ' })
  await blamed(secret(desk.page), sentences.secretMissing)
})

test('a wrong token and a wrong password are told at the secret', async () => {
  await typeSignIn(desk, { token: 'not-the-token' })
  await blamed(secret(desk.page), sentences.refused)
  await kept({ secret: 'not-the-token' })
  await typeSignIn(desk, { password: 'not-the-password' })
  await blamed(secret(desk.page), sentences.refused)
  await kept({ secret: 'not-the-password' })
})

test('an end user and a light agent are told what kind of account they need', async () => {
  const { endUser, lightAgent } = desk.demo.otherLogins
  await typeSignIn(desk, { email: endUser.email })
  await expect(desk.page.getByRole('alert')).toHaveText(sentences.notAnAgent)
  await kept({ email: endUser.email })
  await typeSignIn(desk, { email: lightAgent.email })
  await expect(desk.page.getByRole('alert')).toHaveText(sentences.lightAgent)
  await kept({ email: lightAgent.email })
})

test('Zendesk in trouble, slowing us down, or answered for by the network of a hotel', async () => {
  const me = { match: { path: '/api/v2/users/me' } }
  desk.demo.faults.add({ ...me, fault: { kind: 'status', status: 503 } })
  await typeSignIn(desk)
  await expect(desk.page.getByRole('alert')).toHaveText(sentences.down)
  desk.demo.faults.add({ ...me, fault: { kind: 'status', status: 429, headers: { 'retry-after': '30' } } })
  await typeSignIn(desk)
  await expect(desk.page.getByRole('alert')).toHaveText(messages.problems.signInRateLimited(30))
  desk.demo.faults.add({ ...me, fault: { kind: 'redirect', location: 'https://login.example.com/' } })
  await typeSignIn(desk)
  await blamed(address(desk.page), sentences.noSuchAccount)
  await kept({})
})

test('a dead network is told, and the same words sign in once it is back', async () => {
  await desk.zendeskGone()
  await typeSignIn(desk)
  await expect(desk.page.getByRole('alert')).toHaveText(sentences.offline)
  await kept({})
  await desk.zendeskBack()
  await secret(desk.page).press('Enter')
  await expect(number(desk.page)).toBeFocused()
})

test('after signing out, another start asks again, with address and email filled in', async () => {
  await goTo(desk.page, 'Settings')
  await desk.page.getByRole('button', { name: messages.settings.signOut }).click()
  await expect(desk.page.getByRole('heading', { name: messages.signIn.title })).toBeVisible()
  await desk.quit()
  await desk.start()
  await expect(secret(desk.page)).toBeFocused()
  await kept({ secret: '' })
  await signIn(desk)
})
