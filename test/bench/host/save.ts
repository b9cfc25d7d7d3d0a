import { join } from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron'
import { pathOf } from '../../../main/calls/files.ts'
import { prepared } from '../../../main/calls/opening.ts'

/** Milliseconds from Save pressed to "Saved" in the page: the app's, and those of a page that does the least it can. */
export interface SaveRound {
  readonly app: number
  readonly bare: number
  /** Of `bare`, what the database took. */
  readonly insert: number
}

/** In turns: a call saved in the app, and as many bytes inserted and committed through a channel of a bare window. */
export async function saveRounds(window: BrowserWindow, rounds: number): Promise<readonly SaveRound[]> {
  const bare = await openBare(window)
  const times: SaveRound[] = []
  while (times.length < rounds) {
    await window.webContents.executeJavaScript(`(${fillIn})()`)
    const took = (await window.webContents.executeJavaScript(`(${timed})('form footer button:last-child')`)) as number
    const bytes = await window.webContents.executeJavaScript(`(${untilSent})()`).then(bytesOfLast)
    const asked = (await bare.window.webContents.executeJavaScript(`(${timed})('button', ${bytes})`)) as number
    times.push({ app: took, bare: asked, insert: bare.lastInsert() })
  }
  bare.window.destroy()
  return times
}

/** What the app wrote for one call: the same is asked of the bare window. */
function bytesOfLast(): number {
  const calls = prepared(pathOf(join(app.getPath('userData'), 'calls'), 1))
  const row = calls.row(
    'SELECT length(call) + length(draft) + length(progress) AS bytes FROM entries ORDER BY seq DESC LIMIT 1',
  )
  calls.close()
  return Number(row?.bytes)
}

async function openBare(beside: BrowserWindow): Promise<{ window: BrowserWindow; lastInsert: () => number }> {
  const sql = prepared(join(app.getPath('userData'), 'bare.db'))
  sql.exec('CREATE TABLE IF NOT EXISTS calls (seq INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT')
  let lastInsert = 0
  ipcMain.handle('bare.save', (_event, text: string) => {
    const started = performance.now()
    sql.run('INSERT INTO calls (body) VALUES (?)', Buffer.from(text))
    lastInsert = performance.now() - started
    return true
  })
  const window = new BrowserWindow({
    ...beside.getBounds(),
    // A session of its own: the app's refuses every page but its own.
    webPreferences: {
      partition: 'bare',
      preload: join(import.meta.dirname, 'bare-preload.cjs'),
      backgroundThrottling: false,
    },
  })
  await window.loadFile(join(import.meta.dirname, 'bare.html'))
  await window.webContents
    .executeJavaScript(`document.querySelector('button').addEventListener('click', async ({ target }) => {
    await bare.save('x'.repeat(target.dataset.bytes))
    document.querySelector('[role=status]').append('Saved.')
  })`)
  return { window, lastInsert: () => lastInsert }
}

// What follows runs in the pages and sees nothing of this file.

/** Writes up a call from somebody Zendesk knows. */
async function fillIn(): Promise<void> {
  const type = (field: HTMLInputElement | HTMLTextAreaElement | null, text: string): void => {
    if (!field) throw new Error('a field is missing')
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  type(document.querySelector('form input[inputmode=tel]'), '+1 661 748 0240')
  type(
    document.querySelector('form textarea'),
    'Printer on fire after firmware update.\nWants a replacement before Friday.',
  )
  const found = (): boolean => document.querySelector('[aria-label="Caller found"]') !== null
  while (!found()) await new Promise((done) => setTimeout(done, 10))
  // What was typed has been kept as a draft by then, as it has when somebody reaches for Save.
  await new Promise((done) => setTimeout(done, 400))
}

/** Presses the button; answers the milliseconds until "Saved" stands in the page. */
function timed(button: string, bytes = 0): Promise<number> {
  return new Promise((done) => {
    const status = document.querySelector('[role=status][aria-live], p[role=status]') as HTMLElement
    const pressed = document.querySelector(button) as HTMLButtonElement
    pressed.dataset['bytes'] = String(bytes)
    const start = performance.now()
    const seen = new MutationObserver((changes) => {
      const added = changes.flatMap((change) => [...change.addedNodes])
      if (!added.some((node) => node.textContent?.includes('Saved'))) return
      seen.disconnect()
      done(performance.now() - start)
    })
    seen.observe(status, { childList: true, subtree: true })
    pressed.click()
  })
}

/** Waits until every call is a ticket, so that no sending goes on beside the next measurement. */
async function untilSent(): Promise<void> {
  const { desk } = window as unknown as { desk: { calls: { today(): Promise<readonly { state: { is: string } }[]> } } }
  while ((await desk.calls.today()).some(({ state }) => state.is !== 'sent')) {
    await new Promise((done) => setTimeout(done, 20))
  }
}
