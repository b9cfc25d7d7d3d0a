import { join } from 'node:path'
import { app, protocol, session } from 'electron'
import { enableSandbox, guardApp, guardSession } from './desktop/guards.ts'
import { bugFields } from './desktop/log-fields.ts'
import { openLogFile } from './desktop/log-file.ts'
import { createLog } from './desktop/log.ts'
import { installMenu, skipDefaultMenu } from './desktop/menu.ts'
import { createPageServer } from './desktop/page-server.ts'
import { chooseProfile } from './desktop/profile.ts'
import { registerScheme, serveScheme } from './desktop/scheme.ts'
import { createMainWindow } from './desktop/window.ts'
import type { Services } from './ipc/services.ts'
import { openPlaceFile } from './settings/place-file.ts'

// Start-up in order: the window first and, while its page is on the way, everything that answers it (ipc/services.ts).
const now = (): Date => new Date()
const built = (path: string): string => join(import.meta.dirname, '..', path)

const demoAsked = process.argv.includes('--demo')
const profile = chooseProfile(app, process.env, demoAsked)
const log = createLog({ now, write: openLogFile(profile.logs) })

if (app.requestSingleInstanceLock()) {
  registerScheme(protocol)
  skipDefaultMenu()
  enableSandbox(app)
  guardApp(app, log)
  process.on('uncaughtException', (error) => log('app.bug', { ...bugFields(error), where: 'exception' }))
  process.on('unhandledRejection', (error) => log('app.bug', { ...bugFields(error), where: 'rejection' }))
  // Electron is not ready before this module has run, so it must not be awaited here.
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  installMenu()
  guardSession(session.defaultSession, log)
  const openRecording = async (sha256: string) => (await services).openRecording(sha256)
  const pages = createPageServer({ root: built('renderer'), openRecording })
  // The page asks main as soon as it is there, so nothing of it is handed out before somebody can answer.
  serveScheme(protocol, (request) => services.then(() => pages(request)))
  const place = openPlaceFile(profile.window, now)
  const window = createMainWindow({ preload: built('preload/index.cjs'), place, log })
  window.show()

  const services = openServices()

  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  /** Loaded only now: database, network and keychain take longer to load than a window to make. */
  async function openServices(): Promise<Services> {
    const { createServices } = await import('./ipc/services.ts')
    const keychainWorker = built('main/keychain-worker.js')
    const services = createServices({ profile, window, log, now, demoAsked, keychainWorker })
    app.on('will-quit', () => {
      services.close()
      log('app.quit')
    })
    log('app.started', {
      app: app.getVersion(),
      electron: process.versions.electron,
      readyMs: Math.round(performance.now()),
    })
    return services
  }
}
