import { CALLS, EVENTS, type DeskBridge, type Envelope } from './contract.ts'

/** What the bridge is made of; the real ones come from Electron. */
export interface BridgeParts {
  invoke(channel: string, args: readonly unknown[]): Promise<Envelope>
  /** Calls back with the payload only. Answers a function that stops it. */
  listen(channel: string, listener: (payload: unknown) => void): () => void
  /** Empty when the file is not one on disk. */
  pathOf(file: File): string
}

/** `window.desk`: one function per call of the contract, and `on`. No channel name and no event object gets out. */
export function buildBridge(parts: BridgeParts): DeskBridge {
  const desk: Record<string, unknown> = {}
  for (const [subject, calls] of Object.entries(CALLS)) {
    const functions = calls.map((call) => [call, (...args: unknown[]) => ask(parts, `${subject}.${call}`, args)])
    desk[subject] = Object.freeze(Object.fromEntries(functions))
  }
  desk.on = (event: string, listener: (payload: unknown) => void) => {
    if (!EVENTS.some((known) => known === event)) throw new Error('no such event')
    return parts.listen(event, (payload) => listener(payload))
  }
  return Object.freeze(desk) as unknown as DeskBridge
}

async function ask(parts: BridgeParts, channel: string, args: unknown[]): Promise<unknown> {
  // A page can name no path of its own: only a real File has one.
  if (channel === 'intake.readDropped') args = [Array.from(args[0] as readonly File[], (file) => parts.pathOf(file))]
  const envelope = await parts.invoke(channel, args).catch((): Envelope => ({ ok: false, error: 'bug' }))
  if (envelope.ok) return envelope.value
  throw new Error(envelope.error)
}
