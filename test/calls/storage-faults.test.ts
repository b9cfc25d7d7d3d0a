import { expect, test } from 'vitest'
import type { StorageTrouble } from '../../preload/contract.ts'
import { fail } from '../../preload/result.ts'
import { openDatabase, type Database } from '../../main/calls/database.ts'
import { createStore } from '../../main/calls/store.ts'
import { call, draft } from '../fakes/calls.ts'
import { desk } from '../fakes/desk.ts'
import { freshFolder, valueOf } from '../fakes/profile.ts'

/** A database of which every use from `first` to `last`, counted from 1, fails before it does anything. */
function failingDatabase(first: number, last: number): { database: Database; used: () => number; heal: () => void } {
  const real = openDatabase({ folder: freshFolder(), now: () => new Date() })
  const trouble: StorageTrouble = { kind: 'diskFull' }
  let [used, until] = [0, last]
  const failsNow = (): boolean => {
    used += 1
    return used >= first && used <= until
  }
  return {
    database: {
      ...real,
      run: (work) => (failsNow() ? fail(trouble) : real.run(work)),
      transaction: (work) => (failsNow() ? fail(trouble) : real.transaction(work)),
    },
    used: () => used,
    heal: () => void (until = 0),
  }
}

test.each([
  { name: 'once', length: 1 },
  { name: 'for ever', length: Infinity },
])(
  'whichever use of the storage fails $name: never a false "saved", and in the end one ticket per saved call',
  async ({ length }) => {
    let troubled = 0
    for (let first = 1; ; first += 1) {
      const { database, used, heal } = failingDatabase(first, first + length - 1)
      const { clock, zendesk, sender, store, troubles } = desk({ database })
      const typed = draft({ openTicket: true, caller: { is: 'new', name: 'Cora' } })
      store.keepDraft('acme', typed)
      const answer = store.saveCall('acme', call(typed), typed, clock.moment())
      sender.kick('saved')
      await clock.advance(120_000)
      expect([first, zendesk.tickets.length <= 1]).toEqual([first, true])
      if (!answer.ok) expect([first, zendesk.tickets]).toEqual([first, []])

      heal()
      const there = valueOf(createStore(database, clock.moment).list('acme', new Date(0)))
      expect([first, there.length]).toEqual([first, answer.ok ? 1 : 0])
      if (!answer.ok) valueOf(store.saveCall('acme', call(typed), typed, clock.moment()))
      sender.kick('saved')
      await clock.advance(30 * 60_000)
      expect([first, zendesk.tickets.length, zendesk.callers.length, zendesk.tickets[0]?.comments.length]).toEqual([
        first,
        1,
        1,
        1,
      ])
      expect(sender.sending()).toEqual({ state: 'idle', until: null, waiting: 0, needsYou: 0 })
      troubled += troubles.length > 0 || !answer.ok ? 1 : 0
      if (used() < first) break
    }
    console.log(`storage failing at each use in turn: ${troubled} of them met`)
  },
)
