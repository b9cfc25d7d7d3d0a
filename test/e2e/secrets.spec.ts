import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { callKeytar } from '../../main/accounts/keychain-call.ts'
import { messages } from '../../preload/messages/index.ts'
import { goTo } from '../setup/app.ts'
import { delivered, expect, logJane, made, number, signIn, test, type Desk } from './kit.ts'

const NOTE = 'A note nobody else reads, canary 7781'
const inKeychain = (desk: Desk) => callKeytar({ do: 'get', account: `demo/${desk.demo.account.email}` })

/** A text in every form in which it might lie about: as it is, in the 16 bits of Windows and JavaScript, in base64. */
function formsOf(text: string): Buffer[] {
  const encoded = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
      .toString('base64')
      .replace(/=+$/, '')
    return Buffer.from(whole.slice(shift === 0 ? 0 : shift + 1, -2))
  })
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), ...encoded]
}

/** Files of the profile that hold the text, relative to it. */
function filesWith(profile: string, text: string): string[] {
  const forms = formsOf(text)
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(5)
  return files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return forms.some((form) => bytes.includes(form))
    })
    .map((path) => relative(profile, path))
}

/** Command lines and environments of every process that was started for this profile. */
function processesOf(profile: string): string {
  const read = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8')
    } catch {
      return '' // ended meanwhile
    }
  }
  const pids = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  return pids
    .map((pid) => [read(pid, 'cmdline'), read(pid, 'environ')].join('\n'))
    .filter((about) => about.includes(profile))
    .join('\n')
}

/** All a page of ours holds or can ask for. */
const pageHolds = (desk: Desk) =>
  desk.page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      document.title,
      location.href,
      performance.getEntriesByType('resource').map(({ name }) => name),
      await window.desk.app.start(),
    ]),
  )

const titles = (desk: Desk) =>
  desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()))

for (const how of ['token', 'password'] as const) {
  test(`signed in with a ${how}: the next start needs no typing, and the secret is in the keychain and nowhere else`, async ({
    desk,
  }) => {
    const { apiToken, password } = desk.demo.account
    const secret = how === 'token' ? apiToken : password
    let written = ''
    await desk.start()
    await signIn(desk, how === 'token' ? { token: secret } : { password: secret })
    await logJane(desk.page, NOTE)
    await delivered(desk)
    const held = [await pageHolds(desk)]
    expect(await titles(desk)).toEqual(['Aftercall'])
    const processes = processesOf(desk.profile)
    if (process.platform === 'linux') expect(processes).toContain('--type=renderer')
    written += desk.running.output()
    await desk.quit()

    await desk.start()
    await expect(number(desk.page)).toBeFocused()
    await logJane(desk.page, 'Signed in by the keychain alone.')
    await delivered(desk)
    held.push(await pageHolds(desk))
    written += desk.running.output()
    expect(await inKeychain(desk)).toEqual({ ok: true, value: secret })
    await desk.kill()

    for (const form of formsOf(secret)) {
      expect(held.map((page) => page.includes(form.toString()))).toEqual([false, false])
      expect(processes.includes(form.toString())).toBe(false)
      expect(written.includes(form.toString())).toBe(false)
    }
    expect(filesWith(desk.profile, secret)).toEqual([])
    expect(filesWith(desk.profile, desk.demo.account.email), 'and the search does find things').toContain(
      'accounts.json',
    )
    // What was said on the phone is where unsent calls are kept, and in no log and no cache.
    for (const canary of [NOTE, '6617480240', '661 748 0240']) {
      expect(filesWith(desk.profile, canary).filter((file) => !file.startsWith('calls'))).toEqual([])
      expect(written).not.toContain(canary)
    }
    expect(filesWith(desk.profile, 'Jane Doe').filter((file) => !file.startsWith('calls'))).toEqual([])
  })
}

test('signing out takes the secret out of the keychain and keeps what is not sent yet', async ({ desk }) => {
  await desk.start()
  await signIn(desk)
  expect(await inKeychain(desk)).toEqual({ ok: true, value: desk.demo.account.apiToken })
  await desk.zendeskGone()
  await number(desk.page).fill('+1 661 748 0240')
  await desk.page.getByLabel('Notes').fill('Saved while signed in.')
  await desk.page.keyboard.press('ControlOrMeta+Enter')
  await expect(desk.page.getByText(messages.form.saved)).toBeVisible()
  await goTo(desk.page, 'Settings')
  await desk.page.getByRole('button', { name: messages.settings.signOut }).click()
  await expect(desk.page.getByRole('heading', { name: messages.signIn.title })).toBeVisible()
  expect(await inKeychain(desk)).toEqual({ ok: true, value: null })
  await desk.zendeskBack()
  await desk.quit()

  await desk.start()
  await expect(desk.page.getByRole('heading', { name: messages.signIn.title })).toBeVisible()
  expect(made(desk.demo)).toEqual([])
  await signIn(desk)
  expect((await delivered(desk)).subject).toBe('Saved while signed in.')
})

test('the profile’s own files are readable by their owner only', async ({ desk }) => {
  test.skip(process.platform === 'win32', 'Windows has no such modes: the folder is the user’s own')
  await desk.start()
  await signIn(desk)
  await logJane(desk.page, 'Modes')
  await delivered(desk)
  const ours = [
    'accounts.json',
    'calls',
    'logs',
    ...readdirSync(join(desk.profile, 'calls')).map((name) => `calls/${name}`),
  ]
  ours.push(...readdirSync(join(desk.profile, 'logs')).map((name) => `logs/${name}`))
  const open = ours.filter((name) => (statSync(join(desk.profile, name)).mode & 0o077) !== 0)
  expect(open).toEqual([])
})
