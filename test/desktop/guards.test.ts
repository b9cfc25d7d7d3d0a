import { EventEmitter } from 'node:events'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { enableSandbox, guardApp, guardSession, mayLoad } from '../../main/desktop/guards.ts'
import type { Log } from '../../main/desktop/log.ts'

// prettier-ignore
const KNOWN_PERMISSIONS = [
  'ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control', 'clipboard-read',
  'deprecated-sync-clipboard-read', 'display-capture', 'fileSystem', 'fullscreen', 'geolocation', 'geolocation-approximate',
  'hand-tracking', 'hid', 'idle-detection', 'keyboardLock', 'local-fonts', 'local-network', 'local-network-access',
  'loopback-network', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications', 'openExternal',
  'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointerLock', 'screen-wake-lock', 'sensors', 'serial',
  'smart-card', 'speaker-selection', 'storage-access', 'system-wake-lock', 'top-level-storage-access', 'usb', 'vr',
  'web-app-installation', 'web-printing', 'window-management', 'unknown',
]
const INVENTED_PERMISSIONS = [
  '',
  'all',
  'mind-reading',
  '__proto__',
  'constructor',
  'toString',
  'Clipboard-Sanitized-Write',
  'clipboard-sanitized-write ',
]

function collectLog(): { log: Log; lines: unknown[] } {
  const lines: unknown[] = []
  return { log: (event, fields) => void lines.push([event, fields]), lines }
}

class FakeSession extends EventEmitter {
  requestPermission: (permission: string) => boolean = () => true
  checkPermission: (permission: string) => boolean = () => true
  device: () => boolean = () => true
  request: (url: string) => boolean = () => true
  urls: readonly string[] = []

  setPermissionRequestHandler(handler: (c: null, permission: string, answer: (granted: boolean) => void) => void) {
    this.requestPermission = (permission) => answered((answer) => handler(null, permission, answer))
  }
  setPermissionCheckHandler(handler: (c: null, permission: string) => boolean) {
    this.checkPermission = (permission) => handler(null, permission)
  }
  setDevicePermissionHandler(handler: () => boolean) {
    this.device = handler
  }
  webRequest = {
    onBeforeRequest: (
      filter: { urls: string[] },
      handler: (d: { url: string }, answer: (r: { cancel: boolean }) => void) => void,
    ) => {
      this.urls = filter.urls
      this.request = (url) => !answered<{ cancel: boolean }>((answer) => handler({ url }, answer)).cancel
    },
  }
}

function answered<T>(ask: (answer: (value: T) => void) => void): T {
  const answers: T[] = []
  ask((value) => answers.push(value))
  expect(answers).toHaveLength(1)
  return answers[0]!
}

function guardedSession() {
  const session = new FakeSession()
  const { log, lines } = collectLog()
  guardSession(session as unknown as Session, log)
  return { session, lines }
}

describe('a permission', () => {
  it('to write plain text to the clipboard is granted', () => {
    const { session } = guardedSession()
    expect(session.requestPermission('clipboard-sanitized-write')).toBe(true)
    expect(session.checkPermission('clipboard-sanitized-write')).toBe(true)
  })

  it.each([...KNOWN_PERMISSIONS, ...INVENTED_PERMISSIONS])('is refused otherwise: %j', (permission) => {
    const { session } = guardedSession()
    expect(session.requestPermission(permission)).toBe(false)
    expect(session.checkPermission(permission)).toBe(false)
  })

  it('to use a device is refused', () => {
    const { session } = guardedSession()
    expect(session.device()).toBe(false)
  })
})

it('a download is cancelled', () => {
  const { session, lines } = guardedSession()
  expect(prevented((event) => session.emit('will-download', event))).toBe(true)
  expect(lines).toEqual([['guard.refused', { what: 'download' }]])
})

it.each([
  { url: 'app://aftercall/', allowed: true },
  { url: 'app://aftercall/assets/index.js', allowed: true },
  { url: 'blob:app://aftercall/1b9d', allowed: true },
  { url: 'data:image/png;base64,AAAA', allowed: true },
  { url: 'devtools://devtools/bundled/inspector.html', allowed: true },
  { url: 'app://other/', allowed: false },
  { url: 'app://aftercall.evil/', allowed: false },
  { url: 'app://aftercall:1/', allowed: false },
  { url: 'https://acme.zendesk.com/api/v2/users/me', allowed: false },
  { url: 'http://127.0.0.1:1234/', allowed: false },
  { url: 'file:///etc/passwd', allowed: false },
  { url: 'ws://127.0.0.1/', allowed: false },
  { url: 'ftp://host/', allowed: false },
  { url: 'chrome://gpu', allowed: false },
  { url: 'javascript:1', allowed: false },
  { url: 'nonsense', allowed: false },
])('a request for $url is allowed: $allowed', ({ url, allowed }) => {
  const { session } = guardedSession()
  expect(mayLoad(url)).toBe(allowed)
  expect(session.request(url)).toBe(allowed)
  expect(session.urls).toEqual(['<all_urls>'])
})

describe('every page', () => {
  function page() {
    const app = new EventEmitter()
    const { log, lines } = collectLog()
    guardApp(app as unknown as App, log)
    const contents = Object.assign(new EventEmitter(), {
      open: (() => ({ action: 'allow' })) as () => unknown,
      setWindowOpenHandler(handler: () => unknown) {
        this.open = handler
      },
    })
    app.emit('web-contents-created', {}, contents as unknown as WebContents)
    return { app, contents, lines }
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('is held: %s', (name) => {
    const { contents, lines } = page()
    expect(prevented((event) => contents.emit(name, event))).toBe(true)
    expect(lines).toHaveLength(1)
  })

  it('opens no window', () => {
    expect(page().contents.open()).toEqual({ action: 'deny' })
  })

  it('is not shown behind a bad certificate', () => {
    const { app } = page()
    const trusted = answered<boolean>((answer) => {
      const held = prevented((event) => app.emit('certificate-error', event, {}, 'https://x', 'net::ERR', {}, answer))
      expect(held).toBe(true)
    })
    expect(trusted).toBe(false)
  })

  it('is given no client certificate', () => {
    const { app } = page()
    expect(prevented((event) => app.emit('select-client-certificate', event))).toBe(true)
  })
})

it.each([
  { switches: [], enabled: true },
  { switches: ['no-sandbox'], enabled: false },
])('the sandbox is enforced for all ($switches): $enabled', ({ switches, enabled }) => {
  let calls = 0
  const app = {
    enableSandbox: () => void (calls += 1),
    commandLine: { hasSwitch: (name: string) => switches.some((s) => s === name) },
  }
  enableSandbox(app as unknown as App)
  expect(calls).toBe(enabled ? 1 : 0)
})

function prevented(emit: (event: { preventDefault(): void }) => void): boolean {
  let called = false
  emit({ preventDefault: () => (called = true) })
  return called
}
