import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { build, type BuildOptions } from 'esbuild'
import type { DeskEvents } from '../../preload/contract.ts'
import { electronArgs, electronPath } from '../setup/launch.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Size {
  readonly width: number
  readonly height: number
}
export const WIDE: Size = { width: 980, height: 680 }
export const COMPACT: Size = { width: 368, height: 580 }
export const SMALLEST: Size = { width: 360, height: 480 }

/** A page on the stub bridge, and what main would do to it. */
export interface Opened {
  readonly page: Page
  emit<E extends keyof DeskEvents>(event: E, payload: DeskEvents[E]): Promise<void>
  /** The arguments of each time the page made a call. */
  made(call: string): Promise<readonly unknown[][]>
  /** What a call answers from now on; `never`, `bug` and `held` as in host/preload.ts. */
  answer(call: string, value: unknown): Promise<void>
  /** Answers a held call, the oldest first unless its place among them is given. */
  release(call: string, value: unknown, place?: number): Promise<void>
  resize(size: Size): Promise<void>
  zoom(factor: number): Promise<void>
  dark(dark: boolean): Promise<void>
  /** What the page has complained of since the last time; taken out, so that it doesn't fail the test. */
  complaints(): string[]
}

/** Answers by call, as in stories.ts. */
export type Answers = Readonly<Record<string, unknown>>
type Open = (answers: Answers, size?: Size) => Promise<Opened>

interface StubWindow {
  readonly stub: {
    emit(event: string, payload: unknown): void
    made(): { call: string; args: unknown[] }[]
    answer(call: string, value: unknown): void
    release(call: string, value: unknown, place: number): void
  }
}

/** Electron's warning about the blank page before ours, which has no policy. */
const BLANK = /Electron Security Warning/

/** One Electron for all of a worker's tests; each opens the page afresh with its own answers. */
export const test = base.extend<{ open: Open }, { app: ElectronApplication }>({
  app: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'aftercall-page-'))
      const bundle = {
        bundle: true,
        platform: 'node',
        external: ['electron'],
        logLevel: 'error',
      } satisfies BuildOptions
      const host = (name: string) => join(root, 'test/page/host', name)
      await build({ ...bundle, entryPoints: [host('main.ts')], outfile: join(folder, 'main.mjs'), format: 'esm' })
      await build({ ...bundle, entryPoints: [host('preload.ts')], outfile: join(folder, 'preload.cjs'), format: 'cjs' })
      const app = await _electron.launch({
        executablePath: electronPath(),
        args: [...electronArgs(), `--user-data-dir=${join(folder, 'profile')}`, join(folder, 'main.mjs')],
        env: {
          ...(process.env as Record<string, string>),
          AFTERCALL_PAGE_ROOT: join(root, 'out/renderer'),
          AFTERCALL_PAGE_RECORDING: join(root, 'test/fixtures/voicemail/pcm16.wav'),
        },
      })
      await use(app)
      await app.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],
  open: async ({ app }, use) => {
    const page = await app.firstWindow()
    page.setDefaultTimeout(10_000)
    let complaints: string[] = []
    const complained = (message: { type(): string; text(): string }) => {
      if (['error', 'warning'].includes(message.type()) && !BLANK.test(message.text())) complaints.push(message.text())
    }
    const threw = (error: Error) => void complaints.push(error.message)
    page.on('console', complained).on('pageerror', threw)
    const stub = <T>(does: (stub: StubWindow['stub'], args: readonly unknown[]) => T, ...args: unknown[]): Promise<T> =>
      // The function goes over as text and runs in the page.
      page.evaluate(`(${String(does)})(window.stub, ${JSON.stringify(args)})`)

    const opened: Opened = {
      page,
      emit: (...args) => stub((s, [event, payload]) => s.emit(event as string, payload), ...args),
      made: async (call) => (await stub((s) => s.made())).filter((one) => one.call === call).map(({ args }) => args),
      answer: (...args) => stub((s, [call, value]) => s.answer(call as string, value), ...args),
      release: (call, value, place = 0) =>
        stub((s, [name, answer, at]) => s.release(name as string, answer, at as number), call, value, place),
      async resize(size) {
        await app.evaluate(({ BrowserWindow }, { width, height }) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
        }, size)
        await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
      },
      zoom: (factor) =>
        app.evaluate(
          ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
          factor,
        ),
      dark: (dark) => page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' }),
      complaints() {
        const taken = complaints
        complaints = []
        return taken
      },
    }
    await use(async (answers, size = WIDE) => {
      await app.evaluate((_, given) => {
        Object.assign((globalThis as unknown as { host: object }).host, { stub: { answers: given } })
      }, answers)
      await opened.zoom(1)
      await opened.dark(false)
      await opened.resize(size)
      await page.goto('app://aftercall/')
      return opened
    })
    await opened.zoom(1)
    page.off('console', complained).off('pageerror', threw)
    // Also the content security policy's violations are told on the console.
    base.expect(complaints, 'the page complained').toEqual([])
  },
})

export const { expect } = base
