import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronArgs, electronPath } from './launch.ts'

const root = resolve(import.meta.dirname, '../..')

/** What the operating system is told to start. */
export const appArgs = (profile: string): string[] => [...electronArgs(), root, `--user-data-dir=${profile}`]

/** The real app in a profile of its own. */
export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly profile: string
  /** Addresses handed to the system browser. None can be started here, so this one call is caught. */
  opened(): Promise<readonly string[]>
  resize(width: number, height: number): Promise<void>
  /** Everything the app and its Electron have written to stdout and stderr so far. */
  output(): string
  /** Quits as a person does. */
  quit(): Promise<void>
  /** Ends it in mid-air: SIGKILL, so nothing of the app runs any more. */
  kill(): Promise<void>
}

/** Starts the built app; `profile` is a folder that may hold an earlier run. */
export async function startApp(options: {
  readonly profile: string
  readonly args?: readonly string[]
  readonly env?: Record<string, string>
}): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...appArgs(options.profile), ...(options.args ?? [])],
    env: { ...(process.env as Record<string, string>), ...options.env },
    // Playwright would force the light theme.
    colorScheme: null,
  })
  let output = ''
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    // Not by a variable or in an object: tsx, which runs the demo, wraps functions with a name in a helper that the
    // app has not got.
    shell.openExternal = (url) => Promise.resolve(void opened.push(url))
  })
  const page = await app.firstWindow()
  return {
    app,
    page,
    profile: options.profile,
    opened: () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
    resize: (width, height) =>
      app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
        width,
        height,
      ] as const),
    output: () => output,
    quit: () => app.close(),
    async kill() {
      const closed = app.waitForEvent('close')
      app.process().kill('SIGKILL')
      await closed
    },
  }
}

/** A folder for a profile, and what removes it. */
export function newProfile(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-profile-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Drops real files on the window, by their paths, as a file manager does. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  }
  await devtools.detach()
}

/** Goes to a screen by its button. */
export async function goTo(page: Page, name: 'Log a call' | 'Voicemail' | 'Today' | 'Settings'): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click()
}
