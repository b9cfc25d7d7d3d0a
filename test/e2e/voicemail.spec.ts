import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../preload/messages/index.ts'
import { dropFiles, goTo } from '../setup/app.ts'
import { callerFound, delivered, expect, made, number, saveButton, saveByKey, sharedDesk, test } from './kit.ts'

const fixtures = resolve(import.meta.dirname, '../fixtures')
const words = messages.voicemail
const desk = sharedDesk()

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aftercall-drop-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A recording in a place of its own: what was spooled must not depend on it. */
function put(name: string, from = 'demo/msg0003.wav'): string {
  const path = join(folder, name)
  mkdirSync(resolve(path, '..'), { recursive: true })
  copyFileSync(join(fixtures, from), path)
  return path
}

/** What Asterisk writes beside a recording. `at` is in seconds since 1970. */
function putSidecar(name: string, at: number): string {
  const text = readFileSync(join(fixtures, 'demo/msg0003.txt'), 'utf8')
  const path = join(folder, name)
  writeFileSync(path, text.replace(/^origdate=.*$/m, 'origdate=').replace(/^origtime=.*$/m, `origtime=${at}`))
  return path
}

/** One for each voicemail under review. */
const rows = (page: Page) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('img', { name: new RegExp(`^(${words.ready}|${words.incomplete})$`) }) })
const player = (page: Page) => page.locator('audio')
const playedTo = (page: Page) => player(page).evaluate((audio: HTMLAudioElement) => audio.currentTime)

/** Removes what is still to review. */
async function clearAll(page: Page): Promise<void> {
  await goTo(page, 'Voicemail')
  const left = page.getByRole('button', { name: words.discard, exact: true })
  for (let count = await rows(page).count(); count > 0 && (await left.count()) > 0; count -= 1) {
    await left.click()
    await page.getByRole('alertdialog').getByRole('button', { name: words.discard }).click()
  }
  await expect(left).toHaveCount(0)
}
test.afterEach(async () => {
  await clearAll(desk().page)
  await goTo(desk().page, 'Log a call')
})

test('a dropped Asterisk message brings its facts with their sources, plays, and becomes a voicemail ticket', async () => {
  const { page, demo } = desk()
  const at = Math.floor(Date.now() / 1000) - 7200
  putSidecar('msg0003.txt', at)
  await dropFiles(page, [put('msg0003.wav')])
  await expect(callerFound(page)).toBeVisible()
  await expect(number(page)).toHaveValue('+1 661 748 0240')
  await expect(page.getByText('Jane Doe').filter({ visible: true }).first()).toBeVisible()
  const start = page.getByLabel(messages.form.received)
  expect(Date.parse(`${await start.inputValue()}+05:30`)).toBe(at * 1000)
  expect(await page.getByText(words.sources.sidecar('msg0003.txt')).count()).toBeGreaterThanOrEqual(2)
  await expect(page.getByText(words.sources.audio)).toBeVisible()
  const length = await page.getByRole('textbox', { name: messages.form.duration }).inputValue()

  await expect(player(page)).toHaveJSProperty('paused', true)
  await page.getByLabel(words.said).focus()
  await page.keyboard.press('Control+Space')
  await expect(player(page)).toHaveJSProperty('paused', false)
  await expect.poll(() => playedTo(page)).toBeGreaterThan(0.3)
  await page.keyboard.press('Control+Space')
  await expect(player(page)).toHaveJSProperty('paused', true)
  await page.getByRole('slider', { name: words.seek }).press('Home')
  await expect.poll(() => playedTo(page)).toBe(0)
  await page.getByRole('button', { name: words.play, exact: true }).click()
  await expect(player(page)).toHaveJSProperty('paused', false)

  await page.getByLabel(words.said).fill('The printer rattles again. Please call back.')
  await page.getByLabel(words.link).fill('https://recordings.example.com/msg0003.wav')
  await page.getByLabel(words.location).fill('Dublin, Ireland')
  rmSync(folder, { recursive: true })
  await saveByKey(page)

  const ticket = await delivered(desk())
  expect(ticket).toMatchObject({ via_id: 44, requester_id: demo.account.endUserId })
  const [voice] = ticket.comments
  expect(voice?.voice).toEqual({
    from: '+16617480240',
    to: '+16617480123',
    recording_url: 'https://recordings.example.com/msg0003.wav',
    started_at: new Date(at * 1000).toISOString().replace('.000Z', 'Z'),
    call_duration: Number(length.split(':')[0]) * 60 + Number(length.split(':')[1]),
    answered_by_id: demo.account.agentId,
    transcription_text: 'The printer rattles again. Please call back.',
    location: 'Dublin, Ireland',
  })
  expect(ticket.description).toContain('Voicemail\nFrom: +1 661 748 0240\nTo: +1 661 748 0123')
  await expect(page.getByText(words.dropBig)).toBeVisible()
})

test('ten recordings at once become ten drafts, reviewed one after the other', async () => {
  const { page } = desk()
  const names = Array.from({ length: 10 }, (_, place) => `Voicemail ${place + 1} from +16617480240.wav`)
  const files = ['pcm16.wav', 'alaw.wav', 'mulaw.wav', 'pcm8.wav', 'float32.wav', 'info.mp3', 'tagged.mp3', 'xing-vbr.mp3', 'pcm24.wav', 'gsm.wav'] // prettier-ignore
  await dropFiles(
    page,
    names.map((name, place) => put(name, `voicemail/${files[place]}`)),
  )
  await expect(page.getByText(words.toReview(10)).first()).toBeVisible()
  await expect(rows(page)).toHaveCount(10)
  await expect(callerFound(page)).toBeVisible()
  await saveButton(page).click()
  await expect(rows(page)).toHaveCount(9)
  await delivered(desk())
})

test('a dropped folder gives its recordings, each with the text beside it', async () => {
  const { page } = desk()
  const at = Math.floor(Date.now() / 1000) - 3600
  put('INBOX/msg0000.wav')
  putSidecar('INBOX/msg0000.txt', at)
  put('INBOX/msg0001.wav', 'voicemail/pcm16.wav')
  await dropFiles(page, [join(folder, 'INBOX')])
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).filter({ hasText: 'msg0000.wav' })).toContainText('(661) 748-0240')
  await expect(rows(page).filter({ hasText: 'msg0001.wav' })).toContainText(words.missingNumber)
})

test('what is no recording is refused with its sentence, and what was dropped beside it comes in', async () => {
  const { page } = desk()
  const empty = join(folder, 'empty.wav')
  writeFileSync(empty, '')
  const text = join(folder, 'minutes.wav')
  writeFileSync(text, 'Minutes of the meeting\n'.repeat(50))
  const huge = join(folder, 'huge.wav')
  const handle = openSync(huge, 'w')
  ftruncateSync(handle, 2 * 2 ** 30) // sparse: takes no room on the disk
  closeSync(handle)
  mkdirSync(join(folder, 'nothing'))
  await dropFiles(page, [
    empty,
    text,
    put('good.wav'),
    huge,
    join(folder, 'nothing'),
    put('clip.flac', 'voicemail/flac.flac'),
  ])

  const refused = page.getByRole('alert', { name: words.refusedTitle(5) })
  await expect(refused).toBeVisible()
  const say = messages.problems.refused
  for (const [name, sentence] of [
    ['empty.wav', say({ kind: 'empty' })],
    ['minutes.wav', say({ kind: 'notAudio', looksLike: 'text' })],
    ['huge.wav', 'larger than'],
    ['nothing', say({ kind: 'folder', why: 'nothingInside' })],
    ['clip.flac', say({ kind: 'notWavOrMp3', container: 'flac', codec: 'flac' })],
  ] as const) {
    await expect(refused.getByRole('listitem').filter({ hasText: name })).toContainText(sentence)
  }
  await expect(rows(page).filter({ hasText: 'good.wav' })).toHaveCount(1)
  await refused.getByRole('button', { name: words.dismiss }).click()
  await expect(refused).toHaveCount(0)
})

test('a voicemail without a number is not saved without asking, and nothing of it is lost', async () => {
  const { page, demo } = desk()
  await dropFiles(page, [put('unnamed.wav', 'voicemail/pcm16.wav')])
  await page.getByLabel(words.said).fill('Somebody about a toner order.')
  await saveByKey(page)
  await expect(page.getByText(messages.problems.draft.numberMissing)).toBeVisible()
  await expect(number(page)).toBeFocused()
  await page.getByLabel(words.link).fill('http://recordings.example.com/a.wav')
  await number(page).fill('+1 661 748 0240')
  await expect(callerFound(page)).toBeVisible()
  await saveByKey(page)
  await expect(page.getByText(messages.problems.draft.linkNotHttps)).toBeVisible()
  expect(made(demo)).toHaveLength(desk().count)
  await page.getByLabel(words.link).fill('https://recordings.example.com/a.wav')
  await saveByKey(page)
  const ticket = await delivered(desk())
  expect(ticket.comments[0]?.voice).toMatchObject({
    transcription_text: 'Somebody about a toner order.',
    recording_url: 'https://recordings.example.com/a.wav',
  })
})

test('a web page dropped on the window is refused and the window stays where it is', async () => {
  const { page } = desk()
  const html = join(folder, 'page.html')
  writeFileSync(html, '<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>')
  const before = page.url()
  await goTo(page, 'Today')
  await dropFiles(page, [html])
  const refused = page.getByRole('alert', { name: words.refusedTitle(1) })
  await expect(refused).toContainText(messages.problems.refused({ kind: 'notAudio', looksLike: 'html' }))
  expect(page.url()).toBe(before)
  expect(await page.title()).toBe('Aftercall')
  await refused.getByRole('button', { name: words.dismiss }).click()
})
