import { app, dialog, ipcMain, net, powerMonitor } from 'electron'
import type { DeskEvents, StorageTrouble } from '../../preload/contract.ts'
import { messages } from '../../preload/messages/index.ts'
import { openAccountFile } from '../accounts/account-file.ts'
import { createAccounts, markersIn, type DemoLogin } from '../accounts/accounts.ts'
import { createHelperBackend, fromUtilityProcess } from '../accounts/keychain-helper.ts'
import { createLocalBackend } from '../accounts/keychain-local.ts'
import { createKeychain } from '../accounts/keychain.ts'
import { openDatabase } from '../calls/database.ts'
import { hasDamaged } from '../calls/files.ts'
import { recordingsInUse } from '../calls/recordings.ts'
import { createStore } from '../calls/store.ts'
import { forkKeychain } from '../desktop/keychain-process.ts'
import type { Log } from '../desktop/log.ts'
import { openExternal } from '../desktop/open-external.ts'
import { pickFiles } from '../desktop/pick-files.ts'
import type { ProfilePaths } from '../desktop/profile.ts'
import { setTheme, type MainWindow } from '../desktop/window.ts'
import { playable } from '../intake/playable.ts'
import { readDropped } from '../intake/read.ts'
import { createSpool } from '../intake/spool.ts'
import { openSettings } from '../settings/settings.ts'
import { ticketUrl, userUrl } from '../zendesk/address.ts'
import { createZendesk } from '../zendesk/client.ts'
import type { Transport } from '../zendesk/transport.ts'
import { createHandlers } from './handlers.ts'
import { serve } from './registrar.ts'
import { send } from './send.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

interface ServicesParts {
  readonly profile: ProfilePaths
  readonly window: MainWindow
  readonly log: Log
  readonly now: () => Date
  /** Started for the demo workspace: it is signed in to when nobody is signed in. */
  readonly demoAsked: boolean
  /** Absolute path of the built keychain-worker.js. */
  readonly keychainWorker: string
}

/** What stands behind the window. */
export interface Services {
  /** A spooled recording for the player; null when it is gone. */
  openRecording(sha256: string): ReturnType<typeof playable>
  /** Nothing needs this to have run: it saves the next start some work. */
  close(): void
}

/** Constructs everything that answers the page, and answers it. What the parts do is in their own files. */
export function createServices({ profile, window, log, now, demoAsked, keychainWorker }: ServicesParts): Services {
  const settings = openSettings(profile.settings, app.getLocaleCountryCode(), now)
  setTheme(settings.read().theme)
  const spool = createSpool(profile.recordings)
  const tell = <E extends keyof DeskEvents>(event: E, payload: DeskEvents[E]) => send(window.current(), event, payload)

  const accountFile = openAccountFile(profile.accounts, now)
  const keychain = createKeychain({
    backend:
      process.platform === 'linux'
        ? createHelperBackend(() => fromUtilityProcess(forkKeychain(keychainWorker)))
        : createLocalBackend(),
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
        transport: lateTransport(origin),
        credentials,
        now: Date.now,
      }),
    startDemo: memoised(() => startDemo(profile.demo)),
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
    restored: memoised(async () => {
      await (demoAsked && !accounts.current() ? accounts.tryDemo() : accounts.restore())
    }),
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
  hintSending(() => workspace)
  setTimeout(() => {
    const checked = database.check()
    if (!checked.ok) return noteStorage(checked.error)
    // Rows lost to damage may still refer to recordings nobody seems to use.
    const used = hasDamaged(profile.calls) ? null : recordingsInUse(database)
    if (used?.ok && used.value) void spool.sweep(used.value)
  }, QUIET_MS).unref()

  return {
    openRecording: (sha256) => playable(spool.pathOf(sha256)),
    close() {
      workspace?.sender?.stop()
      keychain.close()
      database.close()
    },
  }
}

/** Milliseconds since the computer was started: no clock anybody can set. */
const monotonic = (): number => Number(process.hrtime.bigint() / 1_000_000n)

/** After so many milliseconds a start is over: time to look for hidden damage and to remove what is not used any more. */
const QUIET_MS = 60_000

const PLATFORMS: Partial<Record<NodeJS.Platform, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' }

/** Its modules are loaded with the first request: a form can be written without a network. */
function lateTransport(origin: string): Transport {
  const opened = memoised(async () => {
    const { createNodeFetchTransport } = await import('../zendesk/node-fetch-transport.ts')
    return createNodeFetchTransport({ origin, version: app.getVersion() })
  })
  return {
    send: async (request) => (await opened()).send(request),
    close: () => void opened().then((transport) => transport.close()),
  }
}

/** The demo workspace: a demo Zendesk in this process, which main talks to over loopback like to any other. */
async function startDemo(path: string): Promise<DemoLogin> {
  const { startWorkspace } = await import('../demo/workspace.ts')
  const demo = await startWorkspace(path, ({ target }) => {
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
