import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { firstUsable, tellStarter } from './shown.ts'

// What the start of the app is measured against: the same Electron opening one window on a page that does nothing.
void firstUsable()
  .then(({ at }) => tellStarter(at))
  .catch(console.error)
  .finally(() => app.quit())
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 980, height: 680, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(join(import.meta.dirname, 'bare.html'))
})
