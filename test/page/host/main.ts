import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol } from 'electron'
import { createPageServer } from '../../../main/desktop/page-server.ts'
import { registerScheme, serveScheme } from '../../../main/desktop/scheme.ts'
import { windowOptions } from '../../../main/desktop/window-options.ts'

// The built page under the app's own headers and window settings, but with the stub bridge of preload.ts: for every
// state of every screen, also those that are hard to bring about in the real app.
const root = process.env['AFTERCALL_PAGE_ROOT'] ?? ''
/** What any recording asked for by an address of `00…` sounds like; other recordings are gone from the spool. */
const recording = process.env['AFTERCALL_PAGE_RECORDING'] ?? ''
registerScheme(protocol)
// Electron is not ready before this module has run, so it must not wait for it at its top level.
void app.whenReady().then(open)

async function open(): Promise<void> {
  const openRecording = (sha256: string) =>
    Promise.resolve(sha256.startsWith('00') ? { path: recording, mime: 'audio/wav' } : null)
  serveScheme(protocol, createPageServer({ root, openRecording }))

  const host: { stub: unknown } = { stub: null }
  ipcMain.on('stub', (event) => (event.returnValue = host.stub))
  Object.assign(globalThis, { host })

  const preload = join(import.meta.dirname, 'preload.cjs')
  const place = { x: 0, y: 0, width: 980, height: 680 }
  const window = new BrowserWindow({ ...windowOptions({ preload, dark: false, place }), show: true })
  window.removeMenu()
  await window.loadURL('about:blank')
}
