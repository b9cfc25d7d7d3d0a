import { onTestFinished } from 'vitest'
import type { CallItem, Sending } from '../../preload/contract.ts'
import type { Draft } from '../../preload/draft.ts'
import { createSender, type Sender } from '../../main/calls/sender.ts'
import { startDemo, type DemoOptions, type DemoZendesk } from '../../main/demo/index.ts'
import { createZendesk } from '../../main/zendesk/client.ts'
import { createNodeFetchTransport } from '../../main/zendesk/node-fetch-transport.ts'
import type { Zendesk } from '../../main/zendesk/zendesk.ts'
import { call, draft } from './calls.ts'
import { freshStore, valueOf } from './profile.ts'

/** The real client on a demo Zendesk that the test started. */
export function clientOf(demo: DemoZendesk, token = demo.account.apiToken): Zendesk {
  const transport = createNodeFetchTransport({ origin: demo.url, version: 'test' })
  onTestFinished(() => transport.close())
  const { email } = demo.account
  return createZendesk({ transport, credentials: { kind: 'token', email, token }, now: Date.now })
}

export async function runningDemo(options: DemoOptions = {}): Promise<DemoZendesk> {
  const demo = await startDemo({ ...options, switches: { searchLagMs: 0, ...options.switches } })
  onTestFinished(() => demo.close())
  return demo
}

export interface DemoDesk {
  readonly sender: Sender
  readonly popsFailed: number[]
  save(changes?: Partial<Draft>): string
  state(id: string): CallItem['state'] | undefined
  /** Resolves as soon as something told by the sender makes it true. */
  until(isTrue: () => boolean): Promise<void>
  /** Resolves when nothing of these calls is left to do, extras included. */
  done(...ids: string[]): Promise<void>
}

/** The real sender over the real client, on sockets; waits run `faster` than they would at a desk. */
export function demoDesk(demo: DemoZendesk, { zendesk = clientOf(demo), faster = 50 } = {}): DemoDesk {
  const monotonic = (): number => performance.now() * faster
  const now = (): Date => new Date()
  const { store } = freshStore(() => ({ wall: Date.now(), monotonic: monotonic() }))
  const states = new Map<string, CallItem['state']>()
  const popsFailed: number[] = []
  let waiting: (() => void)[] = []
  const wake = (): void => {
    for (const look of waiting) look()
  }
  let summary: Sending | null = null
  const sender = createSender({
    store,
    accountId: 'demo',
    agentId: demo.account.agentId,
    zendesk,
    now,
    monotonic,
    random: Math.random,
    schedule(ms, run) {
      const timer = setTimeout(run, ms / faster)
      return () => clearTimeout(timer)
    },
    onItem(item) {
      states.set(item.id, item.state)
      wake()
    },
    onSending(sending) {
      summary = sending
      wake()
    },
    onDisplayFailed: (_entry, ticketId) => popsFailed.push(ticketId),
    onTrouble: (trouble) => {
      throw new Error(trouble.kind)
    },
    settleMs: 2_000,
  })
  onTestFinished(() => sender.stop())

  const until = (isTrue: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isTrue()) return
        waiting = waiting.filter((other) => other !== look)
        resolve()
      }
      waiting.push(look)
      look()
    })
  const finished = (id: string): boolean => {
    const stored = store.entry('demo', id)
    return stored.ok && stored.value?.is === 'entry' && stored.value.entry.progress.state.is === 'sent'
  }
  return {
    sender,
    popsFailed,
    save(changes = {}) {
      const typed = draft({ caller: { is: 'known', userId: demo.account.endUserId, name: 'Cora' }, ...changes })
      valueOf(store.saveCall('demo', call(typed), typed, { wall: Date.now(), monotonic: monotonic() }))
      sender.kick('saved')
      return typed.id
    },
    state: (id) => states.get(id),
    until,
    done: (...ids) => until(() => ids.every(finished) && summary?.waiting === 0),
  }
}
