import { CALLS, type CallState, type Sending, type StorageTrouble } from '../../preload/contract.ts'
import type { CallKind } from '../../preload/draft.ts'
import { count, errorCodes, errorNames, places, version, words, type Check } from './log-fields.ts'

const channels = Object.entries(CALLS).flatMap(([subject, calls]) => calls.map((call) => `${subject}.${call}`))
const bug = { error: words(...errorNames), code: words(...errorCodes), at: places }

/**
 * Everything that can be written to the log: event names, and the fields of each with what a field may hold. There is
 * no field for free text. To log something new, add a line.
 */
export const LOG_EVENTS = {
  'app.started': { app: version, electron: version, platform: words('darwin', 'win32', 'linux'), readyMs: count },
  'app.quit': {},
  'app.bug': { ...bug, where: words('exception', 'rejection') },
  'window.gone': {
    reason: words(
      'clean-exit',
      'abnormal-exit',
      'killed',
      'crashed',
      'oom',
      'launch-failed',
      'integrity-failure',
      'memory-eviction',
    ),
  },
  'window.notLoaded': {},
  'guard.refused': { what: words('navigation', 'redirect', 'webview', 'window', 'download', 'request') },
  'ipc.refused': { channel: words(...channels), why: words('stranger', 'malformed') },
  'ipc.bug': { ...bug, channel: words(...channels) },
  'keychain.status': { is: words('untried', 'ready', 'unavailable', 'locked', 'waiting') },
  'storage.trouble': { kind: words<StorageTrouble['kind']>('diskFull', 'readOnly', 'damaged', 'busy', 'failed') },
  'call.saved': { kind: words<CallKind>('inbound', 'outbound', 'voicemail') },
  'call.state': { is: words<CallState['is']>('waiting', 'sending', 'sent', 'needsYou'), attempts: count },
  'sending.state': { is: words<Sending['state']>('idle', 'sending', 'offline', 'paused', 'signIn'), waiting: count },
} as const satisfies Record<string, Record<string, Check<unknown>>>

export type LogEvent = keyof typeof LOG_EVENTS
export type LogFields<E extends LogEvent> = {
  readonly [F in keyof (typeof LOG_EVENTS)[E]]?: (typeof LOG_EVENTS)[E][F] extends Check<infer T>
    ? T | undefined
    : never
}
