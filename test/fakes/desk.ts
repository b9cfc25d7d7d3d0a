import type { CallItem, Sending, StorageTrouble } from '../../preload/contract.ts'
import type { Draft } from '../../preload/draft.ts'
import { createSender, type Sender, type SenderParts } from '../../main/calls/sender.ts'
import { createStore, type Store } from '../../main/calls/store.ts'
import type { Database } from '../../main/calls/database.ts'
import { call, draft } from './calls.ts'
import { freshStore, valueOf } from './profile.ts'
import { virtualClock, type VirtualClock } from './virtual-clock.ts'
import { fakeZendesk, type FakeZendesk } from './zendesk.ts'

/** One agent's desk: a real store, the real sender, a Zendesk in memory and a clock that moves when told. */
export interface Desk {
  readonly clock: VirtualClock
  readonly store: Store
  readonly database: Database
  readonly zendesk: FakeZendesk
  sender: Sender
  readonly items: CallItem[]
  readonly told: Sending[]
  readonly popsFailed: number[]
  readonly troubles: StorageTrouble[]
  /** Saves a call and kicks the sender, as the program does. Answers its id. */
  save(changes?: Partial<Draft>): string
  state(id: string): CallItem['state'] | undefined
  /** Ends the sender at once and starts the next on the same files, as a restart does. */
  restart(): void
}

export function desk(
  options: {
    readonly zendesk?: FakeZendesk
    readonly database?: Database
    readonly random?: () => number
    readonly parts?: Partial<SenderParts>
  } = {},
): Desk {
  const clock = virtualClock()
  const database = options.database ?? freshStore(clock.moment).database
  const store = createStore(database, clock.moment)
  const zendesk = options.zendesk ?? fakeZendesk()
  const [items, told, popsFailed, troubles]: [CallItem[], Sending[], number[], StorageTrouble[]] = [[], [], [], []]
  const started = (over: Store): Sender =>
    createSender({
      store: over,
      accountId: 'acme',
      agentId: 7,
      zendesk,
      now: clock.now,
      monotonic: clock.monotonic,
      random: options.random ?? (() => 0.5),
      schedule: clock.schedule,
      onItem: (item) => items.push(item),
      onSending: (sending) => told.push(sending),
      onDisplayFailed: (_entry, ticketId) => popsFailed.push(ticketId),
      onTrouble: (trouble) => troubles.push(trouble),
      ...options.parts,
    })
  const made: Desk = {
    clock,
    store,
    database,
    zendesk,
    sender: started(store),
    items,
    told,
    popsFailed,
    troubles,
    save(changes = {}) {
      const typed = draft(changes)
      valueOf(store.saveCall('acme', call(typed), typed, clock.moment()))
      made.sender.kick('saved')
      return typed.id
    },
    state: (id) => items.findLast((item) => item.id === id)?.state,
    restart() {
      made.sender.stop()
      made.sender = started(createStore(database, clock.moment))
      made.sender.kick('saved')
    },
  }
  return made
}
