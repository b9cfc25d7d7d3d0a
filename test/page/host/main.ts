import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol } from 'electron'
import { createPageServer } from '../../../main/desktop/page-server.ts'
import { registerScheme, serveScheme } from '../../../main/desktop/scheme.ts'
import { windowOptions } from '../../../main/desktop/window-options.ts'

// The built page under the app's own headers and window settings, but with the stub bridge of preload.ts: for every
// state of every screen, also those that are hard to bring about in the real app.
const root = process.env['AFTERCALL_PAGE_ROOT'] ?? ''
registerScheme(protocol)
// Electron is not ready before this module has run, so it must not wait for it at its top level.
void app.whenReady().then(open)

async function open(): Promise<void> {
serveScheme(protocol, createPageServer({ root, openRecording: () => Promise.resolve(null) }))

const host: { stub: unknown; window?: BrowserWindow } = { stub: null }
ipcMain.on('stub', (event) => (event.returnValue = host.stub))
Object.assign(globalThis, { host })

const window = new BrowserWindow({
  ...windowOptions({ preload: join(import.meta.dirname, 'preload.cjs'), dark: false, place: { width: 980, height: 680 } }),
  show: true,
})
window.removeMenu()
await window.loadURL('about:blank')
}
