import type { IpcMain } from 'electron'
import * as v from 'valibot'
import type { BridgeRefusal, Envelope } from '../../preload/contract.ts'
import type { Log } from '../desktop/log.ts'
import { bugFields } from '../desktop/log-fields.ts'
import { everyCall, type Handlers } from './calls.ts'
import { SCHEMAS } from './schemas.ts'
import { fromOurPage, type Incoming } from './sender.ts'

export interface ServeDeps {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  /** Whether this is the page in a window of ours. */
  readonly isOurs: (sender: Incoming['sender']) => boolean
  readonly log: Log
}

type AnyHandler = (...args: readonly unknown[]) => unknown
/** The contract's types are checked where handlers and schemas are written; from here on every call is alike. */
type BySubject<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

/**
 * Opens one channel, `subject.call`, per call of the contract. Every message is refused unless it comes from our page
 * and fits its schema. No answer holds a stack, a message or a path of a failure.
 */
export function serve(handlers: Handlers, { ipcMain, isOurs, log }: ServeDeps): void {
  for (const [subject, call] of everyCall()) {
    const channel = `${subject}.${call}`
    const schema = (SCHEMAS as BySubject<v.GenericSchema<unknown, readonly unknown[]>>)[subject]?.[call]
    const handler = (handlers as unknown as BySubject<AnyHandler>)[subject]?.[call]
    if (!schema || !handler) throw new Error(`nothing serves ${channel}`)

    ipcMain.handle(channel, async (event: Incoming, ...args: unknown[]): Promise<Envelope> => {
      if (!fromOurPage(event, isOurs)) return refuse(channel, 'stranger')
      try {
        const read = v.safeParse(schema, args, { abortEarly: true })
        if (!read.success) return refuse(channel, 'malformed')
        return { ok: true, value: await handler(...read.output) }
      } catch (error) {
        log('ipc.bug', { channel, ...bugFields(error) })
        return { ok: false, error: 'bug' }
      }
    })
  }

  function refuse(channel: string, error: Exclude<BridgeRefusal, 'bug'>): Envelope {
    log('ipc.refused', { channel, why: error })
    return { ok: false, error }
  }
}
