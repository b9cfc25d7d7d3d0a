// The delivery core as the program runs it, in a process of its own that may be killed at any point.
import { once } from 'node:events'
import { createCalls } from '../../main/calls/calls.ts'
import { openDatabase } from '../../main/calls/database.ts'
import { createSender } from '../../main/calls/sender.ts'
import { createStore } from '../../main/calls/store.ts'
import { createZendesk } from '../../main/zendesk/client.ts'
import { createNodeFetchTransport } from '../../main/zendesk/node-fetch-transport.ts'
import { newDraft, type CallKind, type CallerChoice } from '../../preload/draft.ts'

/** What the parent hands over, as one line of JSON. */
export interface Orders {
  readonly folder: string
  readonly url: string
  readonly email: string
  readonly token: string
  readonly agentId: number
  /** Calls to save in this run: their ids are chosen by the parent, so that it knows what to look for. */
  readonly calls: readonly {
    readonly id: string
    readonly kind: CallKind
    readonly number: string
    readonly caller: CallerChoice
  }[]
  /** Waits run this many times faster. */
  readonly faster: number
}

// Started ahead of time and waiting here, because loading takes longer than all that follows.
const [line] = (await once(process.stdin, 'data')) as [Buffer]
const orders = JSON.parse(line.toString()) as Orders
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const now = (): Date => new Date()
const monotonic = (): number => (Number(process.hrtime.bigint()) / 1e6) * orders.faster
const moment = () => ({ wall: Date.now(), monotonic: monotonic() })

const database = openDatabase({ folder: orders.folder, now })
const store = createStore(database, moment)
const transport = createNodeFetchTransport({ origin: orders.url, version: 'test' })
const zendesk = createZendesk({
  transport,
  credentials: { kind: 'token', email: orders.email, token: orders.token },
  now: Date.now,
})

const finished = (): boolean => {
  const counted = store.counts('demo')
  const due = store.earliestDue('demo')
  return counted.ok && counted.value.waiting === 0 && due.ok && due.value === null
}
const sender = createSender({
  store,
  accountId: 'demo',
  agentId: orders.agentId,
  zendesk,
  now,
  monotonic,
  random: Math.random,
  schedule(ms, run) {
    const timer = setTimeout(run, ms / orders.faster)
    return () => clearTimeout(timer)
  },
  onItem: () => undefined,
  onSending: (sending) => {
    if (sending.state === 'idle' && finished()) say('finished')
  },
  onDisplayFailed: () => undefined,
  onTrouble: (trouble) => say(`trouble ${trouble.kind}`),
  settleMs: 5_000,
})
const calls = createCalls({ store, accountId: 'demo', country: () => 'DE', now, monotonic, sender: () => sender })

say(`ready ${database.salvaged().length}`)
for (const { id, kind, number, caller } of orders.calls) {
  const draft = newDraft(id, kind, { ourNumber: '+49305550100', openTicket: false, now: now() })
  const saved = calls.save({ ...draft, theirNumber: number, caller, duration: '37', notes: `call ${id}` })
  if (saved.ok) say(`ack ${id}`)
  else say(`trouble ${saved.error.kind}`)
}
sender.kick('saved')
if (finished()) say('finished')
