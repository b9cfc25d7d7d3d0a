import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { build, type BuildOptions } from 'esbuild'
import type { DeskEvents } from '../../preload/contract.ts'
import { electronArgs, electronPath } from '../setup/launch.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Opened {
  readonly page: Page
  /** Tells the page an event, as main would. */
  emit<E extends keyof DeskEvents>(event: E, payload: DeskEvents[E]): Promise<void>
  /** The calls the page made, with their arguments. */
  made(): Promise<readonly { call: string; args: unknown[] }[]>
}

/** Electron's warning about the blank page before ours, which has no policy. */
const BLANK = /Electron Security Warning/

export interface Size {
  readonly width: number
  readonly height: number
}

interface Host {
  open(answers: Record<string, unknown>, size?: Size, dark?: boolean): Promise<Opened>
}

/** One Electron for a file's tests; each test opens the page afresh with its own answers. */
export const test = base.extend<{ open: Host['open'] }, { app: ElectronApplication }>({
  app: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'aftercall-page-'))
      const bundle = { bundle: true, platform: 'node', external: ['electron'], logLevel: 'error' } satisfies BuildOptions
      await build({ ...bundle, entryPoints: [join(root, 'test/page/host/main.ts')], outfile: join(folder, 'main.mjs'), format: 'esm' })
      await build({ ...bundle, entryPoints: [join(root, 'test/page/host/preload.ts')], outfile: join(folder, 'preload.cjs'), format: 'cjs' })
      const app = await _electron.launch({
        executablePath: electronPath(),
        args: [...electronArgs(), `--user-data-dir=${join(folder, 'profile')}`, join(folder, 'main.mjs')],
        env: { ...(process.env as Record<string, string>), AFTERCALL_PAGE_ROOT: join(root, 'out/renderer') },
      })
      await use(app)
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  open: async ({ app }, use) => {
    const page = await app.firstWindow()
    const problems: string[] = []
    const complained = (message: { type(): string; text(): string }) =>
      void (['error', 'warning'].includes(message.type()) && !BLANK.test(message.text()) && problems.push(message.text()))
    page.on('console', complained)
    page.on('pageerror', (error) => problems.push(error.message))
    await use(async (answers, size = { width: 980, height: 680 }, dark = false) => {
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
      await app.evaluate(
        ({ BrowserWindow }, { answers, size }) => {
          const { host } = globalThis as unknown as { host: { stub: unknown } }
          host.stub = { answers }
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
        },
        { answers, size },
      )
      await page.goto('app://aftercall/')
      return {
        page,
        emit: (event, payload) =>
          page.evaluate(([name, value]) => (window as unknown as StubWindow).stub.emit(name, value), [event, payload] as const),
        made: () => page.evaluate(() => (window as unknown as StubWindow).stub.made()),
      }
    })
    page.off('console', complained)
    // Also the content security policy's violations are told on the console.
    base.expect(problems, 'the page complained').toEqual([])
  },
})

interface StubWindow {
  stub: { emit(event: string, payload: unknown): void; made(): { call: string; args: unknown[] }[] }
}

export const { expect } = base
