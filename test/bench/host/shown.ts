import { app, type BrowserWindow } from 'electron'
import { untilTypeable, wallClock } from './page-probe.ts'

/** Settles with the first window once it is shown and its page can be typed into, and with that moment. */
export function firstUsable(): Promise<{ readonly window: BrowserWindow; readonly at: number }> {
  return new Promise((settle, reject) => {
    app.once('browser-window-created', (_event, window) => {
      const shown = new Promise<number>((done) => window.once('show', () => done(wallClock())))
      const typeable = new Promise<number>((done) => {
        window.webContents.once('dom-ready', () => {
          window.webContents.executeJavaScript(untilTypeable).then(done, reject)
        })
      })
      void Promise.all([shown, typeable]).then((moments) => settle({ window, at: Math.max(...moments) }))
    })
  })
}

/** Hands a result to the process that started us. */
export const tellStarter = (result: unknown): boolean =>
  process.stdout.write(`\n${JSON.stringify({ bench: result })}\n`)
