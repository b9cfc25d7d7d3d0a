// What `npm run demo` does where there is no display: a person's first minutes with the app, through its real windows.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { dropFiles, goTo, newProfile, startApp } from '../test/setup/app.ts'

const root = resolve(import.meta.dirname, '..')
const pictures = join(root, 'demo-output')
const modifier = process.platform === 'darwin' ? 'Meta' : 'Control'

rmSync(pictures, { recursive: true, force: true })
mkdirSync(pictures)
/** Ticket numbers printed so far. */
const told: string[] = []
const profile = newProfile()
const { page, resize, quit } = await startApp({ profile: profile.folder })
try {
  await resize(980, 680)
  await page.getByRole('heading', { name: 'Welcome to Aftercall' }).waitFor()
  await picture('sign-in')
  await page.getByRole('button', { name: 'Try the demo workspace' }).click()
  await page.getByLabel('From').waitFor()
  await picture('log-empty')

  await typeCall(
    '+1 661 748 0240',
    'Smoke from the rear vent since this morning’s update. Unplugged it.\nWants a replacement before Friday, will send the serial by mail.',
  )
  await page.getByLabel('Subject').fill('Printer on fire after firmware update')
  await page.getByLabel('Length').fill('4:37')
  await page.getByLabel('Tags').fill('printer ')
  await page.getByLabel(/^Priority/).click()
  await page.getByRole('option', { name: 'Urgent' }).click()
  await page.getByRole('img', { name: 'Caller found' }).waitFor()
  await picture('log')
  await saved('inbound call')

  await page.getByRole('radio', { name: 'Outbound' }).click()
  await typeCall('+49 30 5550 199', 'Delivery moved to Thursday\nHe will be there after nine.')
  await page.getByLabel('Length').fill('2:10')
  await saved('outbound call')

  const folder = mkdtempSync(join(tmpdir(), 'aftercall-demo-'))
  leaveVoicemail(folder)
  await goTo(page, 'Voicemail')
  await picture('voicemail-empty')
  await dropFiles(page, [join(folder, 'msg0003.wav')])
  await page.getByRole('img', { name: 'Caller found' }).waitFor()
  await page.getByText('/ 0:').waitFor()
  await page.getByLabel('Link to the recording').fill('https://recordings.example.com/msg0003.wav')
  await picture('voicemail')
  await saved('voicemail')
  rmSync(folder, { recursive: true, force: true })

  await goTo(page, 'Today')
  await picture('today')
  await goTo(page, 'Log a call')
  await page.getByLabel('From').fill('+353 1 555 0142')
  await page.getByText('Who was it?').waitFor()
  await picture('log-several-people')
  await goTo(page, 'Settings')
  await picture('settings')
  await page.getByRole('radio', { name: 'Dark' }).click()
  await picture('settings-dark')
  await goTo(page, 'Log a call')
  await picture('log-dark')
  await resize(368, 580)
  await picture('quick-dark')
  await goTo(page, 'Today')
  await picture('today-quick-dark')
  console.log(`Pictures of every screen are in ${pictures}`)
} catch (error) {
  await picture('where-it-failed')
  throw error
} finally {
  await quit()
  profile.remove()
}

/** A message left ten minutes ago, as Asterisk stores it. */
function leaveVoicemail(folder: string): void {
  const fixtures = join(root, 'test/fixtures/demo')
  copyFileSync(join(fixtures, 'msg0003.wav'), join(folder, 'msg0003.wav'))
  const origtime = Math.floor(Date.now() / 1000) - 600
  const sidecar = readFileSync(join(fixtures, 'msg0003.txt'), 'utf8').replaceAll('1795338897', String(origtime))
  writeFileSync(join(folder, 'msg0003.txt'), sidecar)
}

async function typeCall(number: string, notes: string): Promise<void> {
  await page
    .getByLabel(/^(From|To)$/)
    .first()
    .fill(number)
  await page.getByRole('img', { name: 'Caller found' }).waitFor()
  await page.getByLabel('Notes').fill(notes)
}

/** Saves by keyboard and tells the number of the ticket it became. */
async function saved(what: string): Promise<void> {
  await page.keyboard.press(`${modifier}+Enter`)
  await goTo(page, 'Today')
  const buttons = page.getByRole('button', { name: /^Open ticket #/ })
  await buttons.nth(told.length).waitFor()
  const labels = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  const fresh = labels.map((label) => label.replace(/\D/g, '')).find((ticket) => !told.includes(ticket)) ?? ''
  told.push(fresh)
  console.log(`ticket #${fresh} ${what}`)
  await goTo(page, 'Log a call')
}

async function picture(name: string): Promise<void> {
  // What only passes by is not part of a screen.
  await page.getByText('Saved.', { exact: true }).waitFor({ state: 'hidden' })
  // Waits for what moves to come to rest, so that the same run gives the same picture.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
