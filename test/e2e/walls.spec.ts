import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messages } from '../../preload/messages/index.ts'
import { dropFiles, goTo } from '../setup/app.ts'
import { delivered, expect, logJane, sharedDesk, test } from './kit.ts'

const desk = sharedDesk()
const HOME = 'app://aftercall/'

/** The window shows our page and nothing else was opened. */
async function stayed(): Promise<void> {
  const { app, page } = desk()
  const shown = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  )
  expect(shown).toEqual([HOME])
  expect(page.url()).toBe(HOME)
  // Not by a locator: those wait for ever for the navigation that was refused.
  expect(await page.evaluate(() => document.querySelectorAll('nav').length)).toBe(1)
}

test('a whole run of the app breaks its content security policy nowhere', async () => {
  const { page } = desk()
  await page.addInitScript(() => {
    const broken: string[] = []
    Object.assign(window, { broken })
    document.addEventListener('securitypolicyviolation', (event) =>
      broken.push(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  await page.reload()
  await logJane(page, 'Seen by the policy.')
  await delivered(desk())
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-drop-'))
  const recording = join(folder, 'a.wav')
  const tone = new Uint8Array(8000).fill(128)
  writeFileSync(recording, Buffer.concat([wavHeader(tone.length), tone]))
  await dropFiles(page, [recording])
  await expect(page.getByText(/\/ 0:01/)).toBeVisible()
  await page.getByRole('button', { name: messages.voicemail.play, exact: true }).click()
  await page.getByRole('button', { name: messages.voicemail.discard, exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: messages.voicemail.discard }).click()
  rmSync(folder, { recursive: true })
  for (const place of ['Today', 'Settings', 'Log a call'] as const) await goTo(page, place)
  await page.getByLabel(/^Priority/).click()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([])
})

test('the policy of the page names nothing but the page’s own files', async () => {
  const header = await desk().app.evaluate(({ net }) =>
    net.fetch('app://aftercall/').then(({ headers }) => headers.get('content-security-policy') ?? ''),
  )
  expect(header).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(header).toContain("connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  const sources = header.split(';').flatMap((directive) => directive.trim().split(' ').slice(1))
  expect([...new Set(sources)].sort()).toEqual(["'none'", "'self'", 'blob:', 'data:'])
})

test('links, scripts, forms and frames lead nowhere', async () => {
  const { page } = desk()
  for (const target of [
    'https://example.com/',
    'file:///etc/passwd',
    `${HOME}../../etc/passwd`,
    'data:text/html,x',
    'javascript:void(document.title="gone")',
    desk().demo.url,
  ]) {
    await page.evaluate((address) => {
      location.assign(address)
      const link = Object.assign(document.createElement('a'), { href: address, textContent: 'link' })
      document.body.append(link)
      link.click()
      link.target = '_blank'
      link.click()
      link.remove()
      const form = Object.assign(document.createElement('form'), { action: address, method: 'post' })
      document.body.append(form)
      form.submit()
      form.remove()
      const frame = Object.assign(document.createElement('iframe'), { src: address })
      document.body.append(frame)
      frame.remove()
    }, target)
    await stayed()
  }
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  expect(await page.evaluate(() => window.open('', '_blank', 'nodeIntegration=yes') === null)).toBe(true)
  await stayed()
  const devtools = await page.context().newCDPSession(page)
  const link = { mimeType: 'text/uri-list', data: 'https://example.com/' }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [link], dragOperationsMask: 1 }
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  }
  await stayed()
  expect(await desk().running.opened()).toEqual([])
  // They were tried, and it was us who refused.
  const logs = join(desk().profile, 'logs')
  const log = readdirSync(logs)
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('')
  expect(log).toMatch(/guard\.refused.*navigation/)
  expect(log).toMatch(/guard\.refused.*window/)
  await page.reload()
  desk().complaints.length = 0 // Chromium's words about what was just refused
})

test('the page can ask nobody for anything: no request, no worker, no code from text', async () => {
  const { page, demo } = desk()
  const asked = demo.requests().length
  const got = await page.evaluate(async (address) => {
    const tried = async (what: () => unknown) => {
      try {
        return `got ${typeof (await what())}`
      } catch {
        return 'refused'
      }
    }
    const image = await new Promise((done) => {
      const picture = new Image()
      picture.onload = () => done('got it')
      picture.onerror = () => done('refused')
      picture.src = `${address}/agent/tickets/1`
    })
    return [
      image,
      await tried(() => fetch(`${address}/api/v2/users/me.json`)),
      await tried(() => fetch('app://aftercall/index.html')),
      await tried(
        () =>
          new Promise((done, refuse) =>
            Object.assign(new WebSocket(address.replace('http', 'ws')), { onopen: done, onerror: refuse }),
          ),
      ),
      await tried(() => new Function('return 1')()),
      await tried(() => import(`${address}/a.js`)),
      await tried(
        () =>
          new Promise((done, refuse) =>
            Object.assign(new Worker(`${address}/w.js`), { onmessage: done, onerror: refuse }),
          ),
      ),
    ]
  }, demo.url)
  expect(got).toEqual(Array.from(got, () => 'refused'))
  expect(demo.requests()).toHaveLength(asked)
  desk().complaints.length = 0
})

test('every permission is refused', async () => {
  const { page } = desk()
  const got = await page.evaluate(async () => {
    const tried = async (what: () => unknown) => {
      try {
        return String(await what())
      } catch {
        return 'denied'
      }
    }
    const state = (name: string) =>
      tried(async () => (await navigator.permissions.query({ name: name as PermissionName })).state)
    const kinds = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'idle-detection',
    ]
    return {
      asked: Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await state(kind)]))) as Record<
        string,
        string
      >,
      notification: await tried(() => Notification.requestPermission()),
      camera: await tried(() => navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await tried(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await tried(() => navigator.mediaDevices.getDisplayMedia()),
      place: await tried(() => new Promise((done, refuse) => navigator.geolocation.getCurrentPosition(done, refuse))),
      clipboard: await tried(() => navigator.clipboard.readText()),
      pointer: await tried(() => document.body.requestPointerLock()),
    }
  })
  const { asked, ...rest } = got
  expect(asked).toEqual(Object.fromEntries(Object.keys(asked).map((kind) => [kind, 'denied'])))
  expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((kind) => [kind, 'denied'])))
  desk().complaints.length = 0
})

test('the bridge is a fixed set of functions, and nothing of Node is in the page', async () => {
  const { page } = desk()
  const bridge = await page.evaluate(() =>
    Object.entries(window.desk).map(([subject, calls]) =>
      typeof calls === 'function' ? subject : `${subject}: ${Object.keys(calls).join(' ')}`,
    ),
  )
  expect(bridge).toEqual([
    'app: start',
    'accounts: signIn tryDemo signOut',
    'settings: change',
    'drafts: keep discard',
    'callers: find open',
    'calls: save today sendNow correct openTicket openCaller',
    'intake: readDropped pickFiles',
    'on',
  ])
  expect(
    await page.evaluate(
      () => Object.isFrozen(window.desk) && Object.values(window.desk).every((part) => Object.isFrozen(part)),
    ),
  ).toBe(true)
  const globals = [
    'require',
    'process',
    'module',
    'exports',
    'Buffer',
    'global',
    '__dirname',
    'setImmediate',
    'electron',
    'ipcRenderer',
  ]
  expect(await page.evaluate((names) => names.filter((name) => name in window), globals)).toEqual([])
  const misused = await page.evaluate(async () => {
    const wrong = window.desk as unknown as {
      on(event: string, listener: () => void): void
      callers: { find(x: object): Promise<unknown> }
    }
    const said = await wrong.callers.find({ number: '1' }).catch((error: Error) => error.message)
    try {
      wrong.on('calls.save', () => {})
      return [said, 'listening']
    } catch (error) {
      return [said, (error as Error).message]
    }
  })
  expect(misused).toEqual([expect.stringContaining('malformed'), expect.stringContaining('no such event')])
})

test('the page’s process is sandboxed and the window is made as it must be', async () => {
  const preferences = await desk().app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    webviewTag: false,
    experimentalFeatures: false,
  })
  expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false)
  expect(preferences['navigateOnDragDrop'] ?? false).toBe(false)
})

/** Of 8-bit mono at 8000 samples a second. */
function wavHeader(bytes: number): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + bytes, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(8000, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(bytes, 40)
  return header
}
