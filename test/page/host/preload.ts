import { contextBridge, ipcRenderer } from 'electron'
import { CALLS } from '../../../preload/contract.ts'

/**
 * What each call answers, whatever its arguments; set by the test. `never`, `bug` and `held` are ways not to answer:
 * no answer at all, a rejection, and an answer that the test gives later.
 */
interface Stub {
  readonly answers: Record<string, unknown>
}
interface Made {
  readonly call: string
  readonly args: unknown[]
}

const stub = ipcRenderer.sendSync('stub') as Stub | null
const answers = { ...stub?.answers }
const listeners = new Map<string, Set<(payload: unknown) => void>>()
const made: Made[] = []
const held: { call: string; release: (value: unknown) => void }[] = []

const desk: Record<string, unknown> = {
  on(event: string, listener: (payload: unknown) => void) {
    const all = listeners.get(event) ?? new Set()
    listeners.set(event, all.add(listener))
    return () => void all.delete(listener)
  },
}
for (const [subject, calls] of Object.entries(CALLS)) {
  desk[subject] = Object.fromEntries(
    calls.map((call) => {
      const name = `${subject}.${call}`
      return [name.slice(subject.length + 1), (...args: unknown[]) => ask(name, args)]
    }),
  )
}

async function ask(call: string, args: unknown[]): Promise<unknown> {
  made.push({
    call,
    args: call === 'intake.readDropped' ? [(args[0] as readonly File[]).map(({ name }) => name)] : args,
  })
  const answer = answers[call]
  if (answer === 'never') return new Promise(() => {})
  if (answer === 'bug') throw new Error('bug')
  if (answer === 'held') return new Promise((release) => held.push({ call, release }))
  return answer ?? { ok: true, value: null }
}

/** Answers a call on hold, the oldest first unless its place among them is given. */
function release(call: string, value: unknown, place: number): void {
  const one = held.filter((other) => other.call === call)[place]
  if (!one) throw new Error(`no ${call} is on hold`)
  held.splice(held.indexOf(one), 1)
  one.release(value)
}

if (stub) {
  contextBridge.exposeInMainWorld('desk', desk)
  contextBridge.exposeInMainWorld('stub', {
    emit: (event: string, payload: unknown) => listeners.get(event)?.forEach((listener) => listener(payload)),
    made: () => made,
    answer: (call: string, value: unknown) => void (answers[call] = value),
    release,
  })
}
