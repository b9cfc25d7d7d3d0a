import { contextBridge, ipcRenderer } from 'electron'
import { CALLS } from '../../../preload/contract.ts'

/** What each call answers (the same for any argument), and what events are told at start; set by the test. */
interface Stub {
  readonly answers: Record<string, unknown>
}

const stub = ipcRenderer.sendSync('stub') as Stub | null
const listeners = new Map<string, Set<(payload: unknown) => void>>()
const made: { call: string; args: unknown[] }[] = []

const desk: Record<string, unknown> = {
  on(event: string, listener: (payload: unknown) => void) {
    const all = listeners.get(event) ?? new Set()
    listeners.set(event, all.add(listener))
    return () => void all.delete(listener)
  },
}
for (const [subject, calls] of Object.entries(CALLS)) {
  desk[subject] = Object.fromEntries(
    calls.map((call) => [
      call,
      async (...args: unknown[]) => {
        const name = `${subject}.${call}`
        made.push({ call: name, args })
        const answer = stub?.answers[name]
        if (answer === 'never') return new Promise(() => {})
        if (answer === 'bug') throw new Error('bug')
        return answer ?? { ok: true, value: null }
      },
    ]),
  )
}

if (stub) {
  contextBridge.exposeInMainWorld('desk', desk)
  contextBridge.exposeInMainWorld('stub', {
    emit: (event: string, payload: unknown) => listeners.get(event)?.forEach((listener) => listener(payload)),
    made: () => made,
  })
}
