import { join } from 'node:path'
import { app, dialog, ipcMain, net, powerMonitor, protocol, session } from 'electron'
import type { DeskEvents, StorageTrouble } from '../preload/contract.ts'
import { messages } from '../preload/messages/index.ts'
import { createAccounts, markersIn, type DemoLogin } from './accounts/accounts.ts'
import { openAccountFile } from './accounts/account-file.ts'
import { createHelperBackend, fromUtilityProcess } from './accounts/keychain-helper.ts'
import { createLocalBackend } from './accounts/keychain-local.ts'
import { createKeychain } from './accounts/keychain.ts'
import { openDatabase } from './calls/database.ts'
import { hasDamaged } from './calls/files.ts'
import { recordingsInUse } from './calls/recordings.ts'
import { createStore } from './calls/store.ts'
import { enableSandbox, guardApp, guardSession } from './desktop/guards.ts'
import { forkKeychain } from './desktop/keychain-process.ts'
import { bugFields } from './desktop/log-fields.ts'
import { openLogFile } from './desktop/log-file.ts'
import { createLog } from './desktop/log.ts'
import { installMenu } from './desktop/menu.ts'
import { openExternal } from './desktop/open-external.ts'
import { createPageServer } from './desktop/page-server.ts'
import { pickFiles } from './desktop/pick-files.ts'
import { chooseProfile } from './desktop/profile.ts'
import { registerScheme, serveScheme } from './desktop/scheme.ts'
import { createMainWindow, setTheme } from './desktop/window.ts'
import { playable } from './intake/playable.ts'
import { readDropped } from './intake/read.ts'
import { createSpool } from './intake/spool.ts'
import { createHandlers } from './ipc/handlers.ts'
import { serve } from './ipc/registrar.ts'
import { send } from './ipc/send.ts'
import { openWorkspace, type Workspace } from './ipc/workspace.ts'
import { openPlaceFile } from './settings/place-file.ts'
import { openSettings } from './settings/settings.ts'
import { ticketUrl, userUrl } from './zendesk/address.ts'
import { createZendesk } from './zendesk/client.ts'
import { createNodeFetchTransport } from './zendesk/node-fetch-transport.ts'

// Start-up in order. Everything is constructed here and nowhere else; what things do is in their own files.
const now = (): Date => new Date()
/** Milliseconds since the computer was started: no clock anybody can set. */
const monotonic = (): number => Number(process.hrtime.bigint() / 1_000_000n)
const built = (path: string): string => join(import.meta.dirname, '..', path)

const demoAsked = process.argv.includes('--demo')
const profile = chooseProfile(app, process.env, demoAsked)
const log = createLog({ now, write: openLogFile(profile.logs) })

if (app.requestSingleInstanceLock()) {
  registerScheme(protocol)
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
  const settings = openSettings(profile.settings, app.getLocaleCountryCode(), now)
  setTheme(settings.read().theme)
  installMenu()
  guardSession(session.defaultSession, log)

  const spool = createSpool(profile.recordings)
  const openRecording = (sha256: string) => playable(spool.pathOf(sha256))
  serveScheme(protocol, createPageServer({ root: built('renderer'), openRecording }))

  const place = openPlaceFile(profile.window, now)
  const window = createMainWindow({ preload: built('preload/index.cjs'), place, log })
  const tell = <E extends keyof DeskEvents>(event: E, payload: DeskEvents[E]) => send(window.current(), event, payload)

  const accountFile = openAccountFile(profile.accounts, now)
  const keychain = createKeychain({
    backend: process.platform === 'linux' ? createHelperBackend(startKeychainHelper) : createLocalBackend(),
    markers: markersIn(accountFile),
    onStatus(status) {
      log('keychain.status', { is: status.kind })
      if (status.kind === 'waiting') tell('account.trouble', { kind: 'keychainWaiting' })
    },
  })
  const accounts = createAccounts({
    file: accountFile,
    keychain,
    connect: ({ origin }, credentials) =>
      createZendesk({
        transport: createNodeFetchTransport({ origin, version: app.getVersion() }),
        credentials,
        now: Date.now,
      }),
    startDemo: memoised(startDemo),
    allowLoopback: !app.isPackaged,
    onChange(active) {
      followAccount()
      tell('account.changed', active?.shown ?? null)
    },
    onTrouble(trouble) {
      tell('account.trouble', trouble)
      if (workspace && !workspace.sender) tell('sending.changed', workspace.sending())
    },
  })

  const database = openDatabase({ folder: profile.calls, now })
  const store = createStore(database, () => ({ wall: Date.now(), monotonic: monotonic() }))
  let workspace: Workspace | null = null
  let diskTrouble: StorageTrouble | null = null

  function noteStorage(trouble: StorageTrouble | null): void {
    if (trouble?.kind === diskTrouble?.kind) return
    diskTrouble = trouble
    if (trouble) log('storage.trouble', trouble)
    tell('storage.changed', trouble)
  }

  function followAccount(): void {
    workspace?.sender?.stop()
    const account = accounts.current()
    workspace =
      account &&
      openWorkspace({
        account,
        store,
        country: () => settings.read().country,
        now,
        monotonic,
        random: Math.random,
        schedule(ms, run) {
          const timer = setTimeout(run, ms)
          return () => clearTimeout(timer)
        },
        onItem(item) {
          log('call.state', { is: item.state.is })
          tell('calls.changed', item)
        },
        onSending(sending) {
          log('sending.state', { is: sending.state, waiting: sending.waiting })
          if (sending.state === 'signIn') accounts.refused()
          tell('sending.changed', sending)
        },
        onDisplayFailed: ({ address }, ticketId) => void openExternal(ticketUrl(address, ticketId), address),
        onTrouble: noteStorage,
        signedOut: () => accounts.trouble() !== null,
      })
  }

  const handlers = createHandlers({
    accounts,
    settings,
    store,
    database,
    workspace: () => workspace,
    readDropped: (paths) =>
      readDropped(paths, { spool, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: Date.now }),
    async pickFiles() {
      const parent = window.current()
      const options = { folder: app.getPath('downloads'), labels: messages.dialogs }
      return parent ? await pickFiles(dialog, parent, options) : []
    },
    openPage: (url, origin) => openExternal(url, { origin }),
    onTheme: setTheme,
    onStorage: noteStorage,
    about: { version: app.getVersion(), locale: app.getLocale(), platform: PLATFORMS[process.platform] ?? 'linux' },
  })
  serve(handlers, { ipcMain, isOurs: window.isOurs, log })

  followAccount()
  window.show()
  void (demoAsked && !accounts.current() ? accounts.tryDemo() : accounts.restore())
  hintSending(() => workspace)

  setTimeout(() => {
    const checked = database.check()
    if (!checked.ok) return noteStorage(checked.error)
    // Rows lost to damage may still refer to recordings nobody seems to use.
    const used = hasDamaged(profile.calls) ? null : recordingsInUse(database)
    if (used?.ok && used.value) void spool.sweep(used.value)
  }, QUIET_MS).unref()

  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  // Nothing needs this to have run: it saves the next start some work.
  app.on('will-quit', () => {
    workspace?.sender?.stop()
    keychain.close()
    database.close()
    log('app.quit')
  })
  log('app.started', {
    app: app.getVersion(),
    electron: process.versions.electron,
    readyMs: Math.round(performance.now()),
  })
}

/** After so many milliseconds a start is over: time to look for hidden damage and to remove what is not used any more. */
const QUIET_MS = 60_000

const PLATFORMS: Partial<Record<NodeJS.Platform, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' }

const startKeychainHelper = () => fromUtilityProcess(forkKeychain(built('main/keychain-worker.js')))

/** The demo workspace: a demo Zendesk in this process, which main talks to over loopback like to any other. */
async function startDemo(): Promise<DemoLogin> {
  const { startWorkspace } = await import('./demo/workspace.ts')
  const demo = await startWorkspace(profile.demo, ({ target }) => {
    const address = { origin: demo.url, subdomain: 'demo' }
    void openExternal(target.kind === 'ticket' ? ticketUrl(address, target.id) : userUrl(address, target.id), address)
  })
  return { origin: demo.url, email: demo.account.email, token: demo.account.apiToken }
}

function memoised<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}

/** How often to look whether the network came back, in milliseconds. Waking up tells by itself. */
const LOOK_MS = 5_000

/** Waking up, unlocking and a network that came back are reasons to try, no more. */
function hintSending(workspace: () => Workspace | null): void {
  for (const event of ['resume', 'unlock-screen'] as const) {
    powerMonitor.on(event as 'resume', () => workspace()?.sender?.kick('wake'))
  }
  let online = net.isOnline()
  setInterval(() => {
    const before = online
    online = net.isOnline()
    if (online && !before) workspace()?.sender?.kick('network')
  }, LOOK_MS).unref()
}
