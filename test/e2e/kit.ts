import { expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { startDemo, type DemoOptions, type DemoZendesk } from '../../main/demo/index.ts'
import { DEFAULT_SWITCHES } from '../../main/demo/switches.ts'
import { messages } from '../../preload/messages/index.ts'
import { newProfile, startApp, type RunningApp } from '../setup/app.ts'

export { expect }

/** The same words, clock and country wherever the tests run: half an hour off, so that a lost offset shows. */
const PLACE = { LC_ALL: 'C.UTF-8', LANGUAGE: 'en_US', TZ: 'Asia/Kolkata' }

/** Said by Electron itself, about a page before ours. */
const NOT_OURS = /Electron Security Warning/

type Env = Record<string, string>

/** A profile, a demo Zendesk on loopback in this process, and the app between them. */
export interface Desk {
  readonly profile: string
  /** The running one; another after `zendeskBack`. */
  readonly demo: DemoZendesk
  /** The running app's. */
  readonly page: Page
  readonly app: ElectronApplication
  readonly running: RunningApp
  start(env?: Env): Promise<Page>
  quit(): Promise<void>
  kill(): Promise<void>
  /** Ends the demo Zendesk and every connection to it. */
  zendeskGone(): Promise<void>
  /** Starts it again, at the same address, with all it knew. */
  zendeskBack(): Promise<void>
  /** Tickets `delivered` has waited for so far. */
  count: number
  /** Warnings and errors of every page so far. */
  readonly complaints: string[]
  /** The app, the demo Zendesk and the profile are gone. */
  close(): Promise<void>
}

export async function openDesk(options: DemoOptions = {}): Promise<Desk> {
  const profile = newProfile()
  let demo = await startDemo({ control: false, ...options })
  let running: RunningApp | null = null
  const complaints: string[] = []
  const now = (): RunningApp => {
    if (!running) throw new Error('the app is not running')
    return running
  }

  return {
    profile: profile.folder,
    count: 0,
    complaints,
    get demo() {
      return demo
    },
    get page() {
      return now().page
    },
    get app() {
      return now().app
    },
    get running() {
      return now()
    },
    async start(env = {}) {
      running = await startApp({ profile: profile.folder, env: { ...PLACE, ...env } })
      const { page } = running
      page.on('console', (message) => {
        const bad = ['error', 'warning'].includes(message.type()) && !NOT_OURS.test(message.text())
        if (bad) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      return page
    },
    async quit() {
      await now().quit()
      running = null
    },
    async kill() {
      await now().kill()
      running = null
    },
    zendeskGone: () => demo.close(),
    async zendeskBack() {
      const { url, switches } = demo
      demo = await startDemo({
        control: false,
        ...options,
        port: Number(new URL(url).port),
        switches,
        snapshot: demo.snapshot(),
      })
    },
    async close() {
      await running?.quit()
      running = null
      await demo.close()
      profile.remove()
    },
  }
}

/** Tests that start and end the app themselves get a desk of their own, with nothing running on it yet. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({}, use) => {
    const desk = await openDesk()
    await use(desk)
    await desk.close()
    expect(desk.complaints).toEqual([])
  },
})

/** One signed-in app for the tests of a file, which leave it on the form of a new call. */
export function sharedDesk(options: DemoOptions = {}): () => Desk {
  let desk: Desk | null = null
  test.beforeAll(async () => {
    desk = await openDesk(options)
    await desk.start()
    await signIn(desk)
  })
  test.afterEach(() => {
    desk?.demo.faults.clear()
    Object.assign(desk?.demo.switches ?? {}, DEFAULT_SWITCHES, options.switches)
    expect(desk?.complaints.splice(0)).toEqual([])
  })
  test.afterAll(() => desk?.close())
  return () => desk!
}

interface Secrets {
  readonly email: string
  readonly token?: string
  readonly password?: string
}

/** Fills in the sign-in form and presses Enter. */
export async function typeSignIn(
  { page, demo }: Desk,
  secrets: Partial<Secrets> & { address?: string } = {},
): Promise<void> {
  await page.getByLabel('Your Zendesk address').fill(secrets.address ?? demo.url)
  await page.getByLabel('Email').fill(secrets.email ?? demo.account.email)
  const how = secrets.password === undefined ? 'API token' : 'Password'
  await page.getByRole('radio', { name: how }).click()
  const secret = page.getByRole('textbox', { name: how })
  await secret.fill(secrets.password ?? secrets.token ?? demo.account.apiToken)
  await secret.press('Enter')
}

/** Signs in as the demo's agent, with the API token unless told otherwise. */
export async function signIn(desk: Desk, secrets: Partial<Secrets> = {}): Promise<void> {
  await typeSignIn(desk, secrets)
  await expect(number(desk.page)).toBeFocused()
}

/** The field for the other side's number, whichever way the call went. */
export const number = (page: Page) => page.getByPlaceholder('Their number')
export const notes = (page: Page) => page.getByLabel('Notes')
export const callerFound = (page: Page) => page.getByRole('img', { name: 'Caller found' })
export const saveButton = (page: Page) => page.getByRole('button', { name: /^Save/ })
/** The words beside the account's name: all sent, sending…, 2 waiting. */
export const accountLine = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('status')
/** The banner over the screen, when it says that. */
export const banner = (page: Page, text: string) =>
  page.getByRole('main').getByRole('status').filter({ hasText: text, visible: true })

export const saveByKey = (page: Page) => page.keyboard.press('ControlOrMeta+Enter')

/** Jane Doe's call, saved by key. */
export async function logJane(page: Page, text: string): Promise<void> {
  await number(page).fill(JANE)
  await expect(callerFound(page)).toBeVisible()
  await notes(page).fill(text)
  await saveByKey(page)
  await expect(notes(page)).toHaveValue('')
}

export const JANE = '+1 661 748 0240'

/** Tickets that came from the app, oldest first. */
export const made = (demo: DemoZendesk) => demo.tickets().filter((ticket) => ticket.external_id !== null)

/** Waits until one more ticket came from the app (or `more`), and nothing is left to send; answers the newest. */
export async function delivered(desk: Desk, more = 1) {
  desk.count += more
  await expect.poll(() => made(desk.demo).length, { timeout: 20_000 }).toBe(desk.count)
  await expect(accountLine(desk.page)).toContainText(messages.account.allSent, { timeout: 20_000 })
  const tickets = made(desk.demo)
  expect(tickets).toHaveLength(desk.count)
  expect(new Set(tickets.map((ticket) => ticket.external_id)).size).toBe(desk.count)
  return tickets.at(-1)!
}
