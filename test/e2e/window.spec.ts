import { spawn } from 'node:child_process'
import type { Page } from '@playwright/test'
import { messages } from '../../preload/messages/index.ts'
import { appArgs, goTo } from '../setup/app.ts'
import { electronPath } from '../setup/launch.ts'
import { expect, number, signIn, test, type Desk } from './kit.ts'

const words = messages.settings

/** What the eye gets: the page's background, and the window's behind it. */
async function looks(desk: Desk): Promise<{ page: string; system: boolean }> {
  return {
    page: await desk.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    system: await desk.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors),
  }
}

const brightness = (colour: string): number => Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number))
const theme = (page: Page, name: string) => page.getByRole('group', { name: words.theme }).getByRole('radio', { name })

test('both themes follow the setting, the next start has it too, and "like the system" follows the system', async ({
  desk,
}) => {
  await desk.start()
  await signIn(desk)
  await goTo(desk.page, 'Settings')
  await theme(desk.page, words.themes.dark).click()
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(brightness((await looks(desk)).page)).toBeLessThan(60)
  expect((await looks(desk)).system).toBe(true)
  await desk.quit()

  await desk.start()
  await expect(number(desk.page)).toBeFocused()
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(brightness((await looks(desk)).page)).toBeLessThan(60)
  await goTo(desk.page, 'Settings')
  await theme(desk.page, words.themes.light).click()
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(brightness((await looks(desk)).page)).toBeGreaterThan(200)

  await theme(desk.page, words.themes.system).click()
  for (const system of ['dark', 'light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: system })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', system)
  }
})

test('size and place of the window, and the settings, are as they were left', async ({ desk }) => {
  await desk.start()
  await signIn(desk)
  await goTo(desk.page, 'Settings')
  await desk.page.getByLabel(words.ourNumber).fill('+1 661 748 0123')
  await desk.page.getByRole('switch', { name: words.openTicket }).click()
  const left = { x: 120, y: 90, width: 700, height: 610 }
  await desk.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), left)
  await desk.quit()

  await desk.start()
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(left)
  await expect(desk.page.getByPlaceholder(messages.form.ourPlaceholder)).toHaveValue('+1 661 748 0123')
  await expect(desk.page.getByRole('switch', { name: messages.form.openTicket })).not.toBeChecked()
})

test('a second start shows the first one’s window and ends', async ({ desk }) => {
  await desk.start()
  await signIn(desk)
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const visible = () =>
    desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  expect(await visible()).toEqual([false])
  const second = spawn(electronPath(), [...appArgs(desk.profile), '--load-extension=/tmp', 'aftercall://save?x=1'], {
    stdio: 'ignore',
  })
  expect(await new Promise((done) => second.once('exit', done))).toBe(0)
  await expect.poll(visible).toEqual([true])
  await expect(number(desk.page)).toHaveValue('')
})
