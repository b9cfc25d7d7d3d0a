import { vi, type Mock } from 'vitest'
import { CALLS, type DeskEvents } from '../../preload/contract.ts'

type Listener = (payload: never) => void

/** The bridge as a page finds it: each call a mock that answers `{ ok: true, value: null }` until told otherwise. */
const calls = new Map<string, Mock>()
const listeners = new Map<string, Set<Listener>>()

const desk: Record<string, unknown> = {
  on(event: string, listener: Listener) {
    const all = listeners.get(event) ?? new Set()
    listeners.set(event, all.add(listener))
    return () => void all.delete(listener)
  },
}
for (const [subject, names] of Object.entries(CALLS)) {
  const made = names.map((name) => [name, vi.fn(() => Promise.resolve({ ok: true, value: null }))] as const)
  for (const [name, mock] of made) calls.set(`${subject}.${name}`, mock)
  desk[subject] = Object.fromEntries(made)
}
// The page's modules take it from here when they are first imported: import this file before them.
Object.assign(window, { desk })

/** A call's mock, for example `callers.find`. */
export function call(name: string): Mock {
  const mock = calls.get(name)
  if (!mock) throw new Error(`no call ${name}`)
  return mock
}

export function emit<E extends keyof DeskEvents>(event: E, payload: DeskEvents[E]): void {
  listeners.get(event)?.forEach((listener) => listener(payload as never))
}

/** Forgets what was called and answered. */
export function clearDesk(): void {
  for (const mock of calls.values())
    mock.mockReset().mockImplementation(() => Promise.resolve({ ok: true, value: null }))
}
