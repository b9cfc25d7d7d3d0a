import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { messages } from '../../preload/messages/index.ts'
import { dropFiles, goTo } from '../setup/app.ts'
import {
  accountLine,
  callerFound,
  delivered,
  expect,
  JANE,
  logJane,
  made,
  notes,
  number,
  saveByKey,
  signIn,
  test,
  type Desk,
} from './kit.ts'

const create = { method: 'POST', path: '/api/v2/channels/voice/tickets' }

/** Waits until main says that a draft with these notes is on disk. */
const onDisk = (desk: Desk, text: string) =>
  expect
    .poll(() => desk.page.evaluate(async () => (await window.desk.app.start()).drafts.map((draft) => draft.notes)))
    .toContain(text)

/** A call being written, with more than the number and the notes. */
async function write(desk: Desk, text: string): Promise<void> {
  await number(desk.page).fill(JANE)
  await expect(callerFound(desk.page)).toBeVisible()
  await desk.page.getByLabel('Tags').fill('printer')
  await desk.page.getByLabel('Subject').fill('Printer')
  await notes(desk.page).fill(text)
}

async function stillWritten(desk: Desk, text: string): Promise<void> {
  await expect(notes(desk.page)).toHaveValue(text)
  await expect(number(desk.page)).toHaveValue(JANE)
  await expect(desk.page.getByLabel('Subject')).toHaveValue('Printer')
  await expect(desk.page.getByRole('button', { name: messages.form.removeTag('printer') })).toBeVisible()
  await expect(callerFound(desk.page)).toBeVisible()
}

test('a draft survives closing the window right after the last key, and a kill', async ({ desk }) => {
  await desk.start()
  await signIn(desk)
  await write(desk, 'Typed, and the window closed at once')
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await desk.quit()

  await desk.start()
  await stillWritten(desk, 'Typed, and the window closed at once')
  await notes(desk.page).fill('Typed, kept, killed')
  await onDisk(desk, 'Typed, kept, killed')
  await desk.kill()

  await desk.start()
  await stillWritten(desk, 'Typed, kept, killed')
  await saveByKey(desk.page)
  expect(await delivered(desk)).toMatchObject({ subject: 'Printer', tags: ['printer'] })
})

test('a dropped voicemail survives a kill, recording and all', async ({ desk }) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-drop-'))
  copyFileSync(resolve(import.meta.dirname, '../fixtures/voicemail/pcm16.wav'), join(folder, 'left.wav'))
  await desk.start()
  await signIn(desk)
  await goTo(desk.page, 'Voicemail')
  await dropFiles(desk.page, [join(folder, 'left.wav')])
  await desk.page.getByLabel(messages.voicemail.said).fill('Please call back.')
  await expect
    .poll(() =>
      desk.page.evaluate(async () =>
        (await window.desk.app.start()).drafts.map((draft) => draft.voicemail?.transcript),
      ),
    )
    .toEqual(['Please call back.'])
  rmSync(folder, { recursive: true })
  await desk.kill()

  await desk.start()
  await goTo(desk.page, 'Voicemail')
  await expect(desk.page.getByLabel(messages.voicemail.said)).toHaveValue('Please call back.')
  await desk.page.getByRole('button', { name: messages.voicemail.play, exact: true }).click()
  await expect
    .poll(() => desk.page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime))
    .toBeGreaterThan(0)
})

test('killed after saving with the network down: the next start sends it, once', async ({ desk }) => {
  await desk.start()
  await signIn(desk)
  await desk.zendeskGone()
  await number(desk.page).fill(JANE)
  await notes(desk.page).fill('Saved, then the power went.')
  await saveByKey(desk.page)
  await expect(desk.page.getByText(messages.form.saved)).toBeVisible()
  await desk.kill()

  await desk.start()
  await expect(accountLine(desk.page)).toContainText(messages.account.offline)
  expect(made(desk.demo)).toEqual([])
  await desk.zendeskBack()
  const ticket = await delivered(desk)
  expect(ticket).toMatchObject({ subject: 'Saved, then the power went.', requester_id: desk.demo.account.endUserId })
})

test('killed while Zendesk had written and not yet answered: the next start finds the ticket', async ({ desk }) => {
  await desk.start()
  await signIn(desk)
  desk.demo.faults.add({ match: create, when: 'after', fault: { kind: 'hang' } })
  await logJane(desk.page, 'On its way when it ended.')
  await expect.poll(() => desk.demo.requests().at(-1)?.fault).toBe('hang')
  await desk.kill()
  await desk.start()
  const ticket = await delivered(desk)
  expect(ticket.comments.filter(({ voice }) => voice)).toHaveLength(1)
  expect(
    desk.demo.requests().filter(({ method, url }) => method === create.method && url === create.path),
  ).toHaveLength(1)
})

test('quitting with a request on its way and more waiting ends the process, and the next start sends all', async ({
  desk,
}) => {
  await desk.start()
  await signIn(desk)
  desk.demo.faults.add({ match: create, when: 'after', fault: { kind: 'hang' } })
  await logJane(desk.page, 'First, on its way.')
  await expect.poll(() => desk.demo.requests().at(-1)?.fault).toBe('hang')
  await logJane(desk.page, 'Second, waiting.')
  const ended = new Promise((resolve) => desk.app.process().once('exit', resolve))
  await desk.app.evaluate(({ app }) => app.quit())
  expect(await ended).toBe(0)
  await desk.quit()
  expect(made(desk.demo)).toHaveLength(1)
  await desk.start()
  await delivered(desk, 2)
})
