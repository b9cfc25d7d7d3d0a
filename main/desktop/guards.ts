import type { App, Session, WebContents } from 'electron'
import { HOST, SCHEME } from './asset-path.ts'
import type { Log } from './log.ts'
import { grants } from './permissions.ts'

/**
 * Before ready: every renderer in the operating system's sandbox. With --no-sandbox on the command line (tests as root)
 * Electron would drop that switch here and then fail to start its processes; the window asks for its sandbox anyway.
 */
export function enableSandbox(app: Pick<App, 'enableSandbox' | 'commandLine'>): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

/** Before ready: no page navigates, opens a window, embeds another or gets past a bad certificate. */
export function guardApp(app: Pick<App, 'on'>, log: Log): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
}

function guardContents(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>, log: Log): void {
  contents.on('will-navigate', (event) => refuse(event, 'navigation'))
  contents.on('will-frame-navigate', (event) => refuse(event, 'navigation'))
  contents.on('will-redirect', (event) => refuse(event, 'redirect'))
  contents.on('will-attach-webview', (event) => refuse(event, 'webview'))
  contents.setWindowOpenHandler(() => {
    log('guard.refused', { what: 'window' })
    return { action: 'deny' }
  })

  function refuse(event: { preventDefault(): void }, what: 'navigation' | 'redirect' | 'webview'): void {
    event.preventDefault()
    log('guard.refused', { what })
  }
}

/** After ready: permissions by table, no devices, no downloads, and no request of a page but for what we serve. */
export function guardSession(session: GuardedSession, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(grants(permission)))
  session.setPermissionCheckHandler((_contents, permission) => grants(permission))
  session.setDevicePermissionHandler(() => false)
  // Bluetooth needs no refusal: without a listener that chooses a device, Electron cancels.
  session.on('will-download', (event) => {
    event.preventDefault()
    log('guard.refused', { what: 'download' })
  })
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    const cancel = !mayLoad(url)
    if (cancel) log('guard.refused', { what: 'request' })
    answer({ cancel })
  })
}

type GuardedSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

/** Requests of the window's session. Zendesk is asked by main, over connections of its own. */
export function mayLoad(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  if (protocol === `${SCHEME}:`) return host === HOST
  return protocol === 'devtools:' || protocol === 'blob:' || protocol === 'data:'
}
