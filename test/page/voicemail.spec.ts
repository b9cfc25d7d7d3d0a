import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Intake } from '../../preload/intake.ts'
import { dropFiles } from '../setup/app.ts'
import { found, goTo, number, saveButton, saved, saves } from './form-kit.ts'
import { expect, test } from './kit.ts'
import * as s from './stories.ts'

const said = (page: Page) => page.getByLabel('What was said')
const list = (page: Page) => page.locator('.list').getByRole('button')
const drafts = [s.voicemailDraft(1), s.voicemailDraft(2, { theirNumber: '' }), s.playable(3)]

/** What main makes of a dropped message. */
const message: Intake = {
  is: 'voicemail',
  recording: s.playable(1).voicemail!.recording!,
  facts: {
    theirNumber: { value: '+16617480240', source: { is: 'sidecar', fileName: 'msg0003.txt' }, certainty: 'sure' },
    theirName: { value: 'Jane Doe', source: { is: 'sidecar', fileName: 'msg0003.txt' }, certainty: 'likely' },
    startedAt: { value: '2026-11-22T09:14:57Z', source: { is: 'fileDate' }, certainty: 'guess' },
    durationSeconds: { value: 41, source: { is: 'audio' }, certainty: 'sure' },
  },
}

test('files dropped anywhere become voicemails to review, with where each fact came from', async ({ open }) => {
  const opened = await open({ ...s.started(), 'callers.find': s.nobody, 'intake.readDropped': [message] })
  const { page, made } = opened
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-drop-'))
  try {
    const paths = ['msg0003.WAV', 'msg0003.txt'].map((name) => join(folder, name))
    for (const path of paths) writeFileSync(path, 'RIFF')
    await dropFiles(page, paths)
    await expect(said(page)).toBeFocused()
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect(await made('intake.readDropped')).toEqual([[['msg0003.WAV', 'msg0003.txt']]])
  await expect(number(page)).toHaveValue('+1 661 748 0240')
  await expect(number(page)).toHaveAccessibleDescription('from msg0003.txt')
  await expect(page.getByLabel('Received')).toHaveAccessibleDescription('file date · guess')
  await expect(page.getByLabel('Length', { exact: true })).toHaveAccessibleDescription('measured')
  await expect(page.getByLabel('Length', { exact: true })).toHaveValue('0:41')
  await expect(page.getByLabel('Their name'), 'offered, not chosen').toHaveValue('Jane Doe')
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Voicemail, 1 to review' }),
  ).toBeVisible()
  await expect.poll(() => made('drafts.keep'), 'kept at once').toHaveLength(1)
})

test('while files are dragged over the window it says that they can be let go', async ({ open }) => {
  const { page } = await open(s.started())
  await expect(number(page)).toBeFocused()
  const drag = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['RIFF'], 'msg0001.wav'))
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
    }, type)
  await drag('dragenter')
  await expect(page.getByText('Let go to add')).toBeVisible()
  await drag('dragleave')
  await expect(page.getByText('Let go to add')).toHaveCount(0)
})

test('pasted files are taken like dropped ones', async ({ open }) => {
  const { page, made } = await open({ ...s.started(), 'intake.readDropped': [message] })
  await expect(number(page)).toBeFocused()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['RIFF'], 'pasted.wav'))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(said(page)).toBeVisible()
  expect(await made('intake.readDropped')).toEqual([[['pasted.wav']]])
})

test('files that can’t be taken are named, each with what to do, and don’t disturb the others', async ({ open }) => {
  const opened = await open({ ...s.started(), 'intake.pickFiles': [message, ...s.refusals] })
  const { page } = opened
  await goTo(page, 'Voicemail')
  await page.getByRole('button', { name: 'Open file…' }).click()
  const refused = page.getByRole('alert')
  await expect(refused).toContainText('empty.wav This file is empty. Export the recording again.')
  await expect(refused).toContainText('larger than 50 MB')
  await expect(refused).toContainText('This is a text, not a recording.')
  await expect(refused).toContainText('There is no recording in this folder.')
  await expect(list(page)).toHaveCount(1)
  await refused.getByRole('button', { name: 'Close' }).click()
  await expect(refused).toHaveCount(0)
})

test('ten files at once are ten voicemails, the first in front', async ({ open }) => {
  const ten = Array.from({ length: 10 }, (_, n): Intake => ({
    ...message,
    facts: { ...message.facts, theirNumber: { ...message.facts.theirNumber!, value: `+1661748020${n}` } },
  }))
  const { page } = await open({ ...s.started(), 'intake.pickFiles': ten })
  await goTo(page, 'Voicemail')
  await page.getByRole('button', { name: 'Open file…' }).click()
  await expect(list(page)).toHaveCount(10)
  await expect(number(page)).toHaveValue('+1 661 748 0200')
})

test('a bug while files are read is said, and files can be opened again', async ({ open }) => {
  const opened = await open({ ...s.started(), 'intake.pickFiles': 'bug' })
  await goTo(opened.page, 'Voicemail')
  await opened.page.getByRole('button', { name: 'Open file…' }).click()
  await expect(opened.page.getByText(/Something went wrong in Aftercall/)).toBeVisible()
  await expect(opened.page.getByText('Drop a voicemail here')).toBeVisible()
  expect(opened.complaints()).toEqual(['bug'])
})

test('a recording plays and pauses, by its button and by Ctrl+Space from anywhere', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.playable(1)] }), 'callers.find': s.one })
  await goTo(page, 'Voicemail')
  await expect(page.getByText('0:00 / 0:01')).toBeVisible()
  const audio = page.locator('audio')
  await audio.evaluate((player: HTMLAudioElement) => (player.loop = true))
  await page.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => audio.evaluate((player: HTMLAudioElement) => player.currentTime)).toBeGreaterThan(0.1)
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await said(page).fill('Please call me')
  await page.keyboard.press('Control+Space')
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  expect(await audio.evaluate((player: HTMLAudioElement) => player.paused)).toBe(true)
  await expect(said(page), 'the key wrote nothing').toHaveValue('Please call me')
})

test('the place in a recording can be chosen with the arrow keys', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.playable(1)] }), 'callers.find': s.one })
  await goTo(page, 'Voicemail')
  await expect(page.getByText('0:00 / 0:01')).toBeVisible()
  await page.getByRole('slider', { name: 'Position' }).focus()
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowRight')
  await expect
    .poll(() => page.locator('audio').evaluate((player: HTMLAudioElement) => player.currentTime))
    .toBeCloseTo(0.5, 1)
})

test('a recording that can’t be played says so, and the voicemail can be written all the same', async ({ open }) => {
  const gone = s.playable(1)
  const recording = { ...gone.voicemail!.recording!, sha256: 'ff'.repeat(32) }
  const opened = await open({
    ...s.started({ drafts: [{ ...gone, voicemail: { ...gone.voicemail!, recording } }] }),
    'callers.find': s.one,
    'calls.save': saves,
  })
  await goTo(opened.page, 'Voicemail')
  await expect(opened.page.getByText('This recording can’t be played. The file may be damaged.')).toBeVisible()
  opened.complaints()
  await expect(found(opened.page)).toBeVisible()
  await saveButton(opened.page).click()
  await expect.poll(() => saved(opened)).toMatchObject([{ kind: 'voicemail', voicemail: { recording } }])
})

test('Save and next goes through the list', async ({ open }) => {
  const opened = await open({ ...s.started({ drafts }), 'callers.find': s.one, 'calls.save': saves })
  const { page } = opened
  await goTo(page, 'Voicemail')
  await expect(found(page)).toBeVisible()
  await said(page).fill('Wants a call')
  await page.getByRole('button', { name: /Save and next/ }).click()
  await expect(list(page)).toHaveCount(2)
  await expect(number(page), 'the next one lacks its number').toBeFocused()
  await expect(said(page)).toHaveValue('')
  expect(await saved(opened)).toMatchObject([{ id: drafts[0]!.id, voicemail: { transcript: 'Wants a call' } }])
  await page.keyboard.press('Control+Enter')
  await expect(number(page)).toHaveAccessibleDescription(/Type their number/)
  await expect(list(page)).toHaveCount(2)
})

test('the list says which voicemails need something', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts }), 'callers.find': s.one })
  await goTo(page, 'Voicemail')
  await expect(list(page).nth(0).getByRole('img', { name: 'Complete' })).toBeVisible()
  await expect(list(page).nth(1).getByRole('img', { name: 'Needs something' })).toBeVisible()
  await expect(list(page).nth(1)).toContainText('number missing')
  await list(page).nth(1).click()
  await number(page).fill('+1 661 748 0240')
  await expect(list(page).nth(1).getByRole('img', { name: 'Complete' })).toBeVisible()
})

test('the link to a recording has to be one that Zendesk plays', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.playable(1)] }), 'callers.find': s.one })
  await goTo(page, 'Voicemail')
  await expect(found(page)).toBeVisible()
  const link = page.getByLabel('Link to the recording')
  await link.fill('http://pbx.example/1.wav')
  await saveButton(page).click()
  await expect(link).toBeFocused()
  await expect(link).toHaveAccessibleDescription(/Zendesk can only play links that start with https/)
})

test('Remove asks first, and says that the file stays', async ({ open }) => {
  const opened = await open({ ...s.started({ drafts }), 'callers.find': s.one })
  const { page } = opened
  await goTo(page, 'Voicemail')
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('The file it came from stays where it is.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(list(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(list(page)).toHaveCount(2)
  expect(await opened.made('drafts.discard')).toEqual([[drafts[0]!.id]])
})
