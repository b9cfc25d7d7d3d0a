import { callKeytar } from '../../main/accounts/keychain-call.ts'
import { messages } from '../../preload/messages/index.ts'
import { createTestHome, startSession, type TestHome } from '../accounts/keychain/session.ts'
import { goTo } from '../setup/app.ts'
import {
  accountLine,
  banner,
  delivered,
  expect,
  logJane,
  made,
  notes,
  number,
  saveByKey,
  signIn,
  test,
  typeSignIn,
  type Desk,
} from './kit.ts'

const endOfSignIn = messages.banner.signIn

/** The sign-in form, reached from the banner while an account is there. */
async function signInFromBanner(desk: Desk): Promise<void> {
  await banner(desk.page, endOfSignIn).getByRole('button', { name: messages.banner.signInNow }).click()
  await expect(desk.page.getByRole('heading', { name: messages.signIn.again })).toBeVisible()
}

test('a keychain that lost the secret costs a sign-in and none of fifty calls waiting to be sent', async ({ desk }) => {
  await desk.start()
  await signIn(desk)
  await desk.zendeskGone()
  const [first] = await desk.page.evaluate(async () => {
    const draft = (place: number) => ({
      id: crypto.randomUUID(),
      kind: 'inbound' as const,
      theirNumber: '+16617480240',
      ourNumber: '',
      startedAt: new Date().toISOString(),
      duration: '1',
      timerSince: null,
      caller: { is: 'later' as const },
      subject: `Call ${place}`,
      notes: '',
      priority: null,
      tags: [],
      openTicket: false,
      voicemail: null,
    })
    const drafts = Array.from({ length: 50 }, (_, place) => draft(place + 1))
    return Promise.all(drafts.map(async (one) => (await window.desk.calls.save(one)).ok))
  })
  expect(first).toBe(true)
  await expect(accountLine(desk.page)).toContainText(messages.account.offline)
  await desk.quit()
  const removed = await callKeytar({ do: 'remove', account: `demo/${desk.demo.account.email}` })
  expect(removed).toEqual({ ok: true, value: true })
  await desk.zendeskBack()

  await desk.start()
  await expect(banner(desk.page, endOfSignIn)).toBeVisible()
  await expect(number(desk.page)).toBeFocused()
  await signInFromBanner(desk)
  await expect(desk.page.getByText(messages.problems.signIn.keychainLost)).toBeVisible()
  expect(made(desk.demo)).toEqual([])
  await typeSignIn(desk)
  await delivered(desk, 50)
  expect(new Set(made(desk.demo).map(({ subject }) => subject)).size).toBe(50)
})

test('without a session bus the sign-in lasts until the app is quit, and that is said', async ({ desk }) => {
  test.skip(process.platform !== 'linux', 'only Linux reaches its keychain over a bus')
  const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }
  await desk.start(env)
  await signIn(desk)
  await expect(banner(desk.page, messages.signIn.sessionOnly)).toBeVisible()
  await logJane(desk.page, 'Signed in for this session.')
  await delivered(desk)
  await banner(desk.page, messages.signIn.sessionOnly).getByRole('button', { name: messages.banner.dismiss }).click()
  await expect(banner(desk.page, messages.signIn.sessionOnly)).toHaveCount(0)
  await desk.quit()

  await desk.start(env)
  await expect(desk.page.getByRole('heading', { name: messages.signIn.title })).toBeVisible()
  await expect(desk.page.getByLabel(messages.signIn.email)).toHaveValue(desk.demo.account.email)
})

test.describe('a keyring of its own', () => {
  test.skip(process.platform !== 'linux', 'gnome-keyring exists on Linux only')
  let home: TestHome
  test.beforeAll(async () => {
    home = await createTestHome()
  })
  test.afterAll(() => home.remove())
  const busOf = ({ env }: { env: NodeJS.ProcessEnv }) => ({
    DBUS_SESSION_BUS_ADDRESS: env['DBUS_SESSION_BUS_ADDRESS'] ?? '',
  })

  test('locked at the next start: writing goes on, the sign-in says so, and unlocked it all goes out', async ({
    desk,
  }) => {
    const open = await startSession(home, 'unlocked')
    await desk.start(busOf(open))
    await signIn(desk)
    await desk.quit()
    await open.end()

    const locked = await startSession(home, 'locked')
    await desk.start(busOf(locked))
    await expect(banner(desk.page, endOfSignIn)).toBeVisible()
    await number(desk.page).fill('+1 661 748 0240')
    await expect(desk.page.getByText(messages.caller.laterSignIn).filter({ visible: true })).toHaveCount(1)
    await notes(desk.page).fill('Written while the keyring was locked.')
    await saveByKey(desk.page)
    await goTo(desk.page, 'Today')
    await expect(desk.page.getByText('Written while the keyring was locked.')).toBeVisible()
    await signInFromBanner(desk)
    await expect(desk.page.getByText(messages.problems.signIn.keychainLocked)).toBeVisible()
    await desk.quit()
    await locked.end()

    const unlocked = await startSession(home, 'unlocked')
    await desk.start(busOf(unlocked))
    const ticket = await delivered(desk)
    expect(ticket).toMatchObject({ requester_id: desk.demo.account.endUserId })
    await expect(banner(desk.page, endOfSignIn)).toHaveCount(0)
    await desk.quit()
    await unlocked.end()
  })

  test('a keyring that does not answer: the form is there at once, the wait is told, quitting works', async ({
    desk,
  }) => {
    const session = await startSession(home, 'unlocked')
    await desk.start(busOf(session))
    await signIn(desk)
    await desk.quit()
    process.kill(session.daemon, 'SIGSTOP')
    await desk.start(busOf(session))
    await expect(number(desk.page)).toBeFocused()
    // Nothing is known yet, so nothing is said: the banner must not flash at every start.
    await expect(banner(desk.page, endOfSignIn)).toHaveCount(0)
    await expect(banner(desk.page, endOfSignIn)).toBeVisible({ timeout: 20_000 })
    await expect(accountLine(desk.page)).toContainText(messages.account.signIn)
    await signInFromBanner(desk)
    await expect(desk.page.getByText(messages.problems.signIn.keychainWaiting)).toBeVisible()
    await desk.quit()
    await session.end()
  })
})
