import { expect, test } from 'vitest'
import type { Zendesk, ZendeskFailure } from '../../main/zendesk/zendesk.ts'
import { desk } from '../fakes/desk.ts'
import { MINUTE } from '../fakes/faults.ts'
import { between, generator, oneOf, seeded } from '../fakes/random.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import { fakeZendesk, type Fault } from '../fakes/zendesk.ts'

const STORIES = Number(process.env.AFTERCALL_STORIES ?? 40)
const WRITES: readonly (keyof Zendesk)[] = ['createCaller', 'createVoiceTicket', 'addVoiceComment']

/** Everything that passes by itself: on a write also with its answer lost, or with the write done only later. */
function someFault(random: () => number, method: keyof Zendesk, clock: VirtualClock): Fault {
  const never: ZendeskFailure[] = [
    { kind: 'offline', why: oneOf(random, ['unreachable', 'unknownHost', 'notZendesk'] as const), maybeApplied: false },
    { kind: 'certificate', maybeApplied: false },
    { kind: 'rateLimited', retryAfterSeconds: between(random, 1, 120), maybeApplied: false },
    { kind: 'temporarilyDown', retryAfterSeconds: random() < 0.5 ? between(random, 1, 60) : null, maybeApplied: false },
    { kind: 'conflict', maybeApplied: false },
  ]
  if (!WRITES.includes(method) || random() < 0.4) return { failure: oneOf(random, never) }
  const failure = oneOf<ZendeskFailure>(random, [
    { kind: 'offline', why: 'unreachable', maybeApplied: true },
    { kind: 'offline', why: 'notZendesk', maybeApplied: true },
    { kind: 'timeout', maybeApplied: true },
    { kind: 'temporarilyDown', retryAfterSeconds: null, maybeApplied: true },
    { kind: 'conflict', maybeApplied: true },
    { kind: 'unexpected', status: 201, maybeApplied: true },
  ])
  const after = between(random, 0, 55_000)
  return oneOf<Fault>(random, [
    { failure },
    { failure, applied: true },
    { failure, applyLater: (apply) => void clock.schedule(after, apply) },
  ])
}

test('whatever goes wrong on the way and however often the program restarts: one ticket, caller and voice comment each', async () => {
  const { seed } = seeded('stories')
  let [requests, restarts] = [0, 0]
  for (let story = 0; story < STORIES; story += 1) {
    const random = generator(seed + story)
    let trouble = random() * 0.8
    const zendesk = fakeZendesk((method) => (random() < trouble ? someFault(random, method, made.clock) : null))
    const made = desk({ zendesk, random })
    const ids: string[] = []
    for (let n = between(random, 1, 4); n > 0; n -= 1) {
      const caller = oneOf(random, [
        { is: 'new', name: '' },
        { is: 'known', userId: 5, name: 'Cora' },
      ] as const)
      ids.push(
        made.save({
          caller,
          theirNumber: `+4930${String(70_000_000 + ids.length)}`,
          kind: oneOf(random, ['inbound', 'outbound', 'voicemail']),
        }),
      )
      await made.clock.advance(between(random, 0, 2 * MINUTE))
      if (random() < 0.3) made.clock.setWall(oneOf(random, [-86_400_000, 86_400_000]))
      if (random() < 0.4) made.restart()
      if (random() < 0.3) made.sender.kick(oneOf(random, ['wake', 'network', 'saved']))
      if (random() < 0.3) made.sender.sendNow(oneOf(random, ids))
      restarts += 1
    }
    await made.clock.advance(between(random, 0, 30 * MINUTE))
    trouble = 0
    await made.clock.advance(3 * 60 * MINUTE)

    const at = `story ${seed + story}`
    expect([at, zendesk.tickets.map(({ externalId }) => externalId).toSorted()]).toEqual([at, ids.toSorted()])
    const phones = zendesk.callers.map(({ phone }) => phone)
    expect([at, new Set(phones).size]).toEqual([at, phones.length])
    for (const { sent, comments } of zendesk.tickets) {
      expect([at, comments.length]).toEqual([at, sent.viaId === 44 ? 0 : 1])
    }
    expect([at, made.sender.sending()]).toEqual([at, { state: 'idle', until: null, waiting: 0, needsYou: 0 }])
    requests += zendesk.asked.length
    made.database.close()
  }
  console.log(`${STORIES} stories, ${requests} requests, ${restarts} turns: 0 lost, 0 doubled`)
}, 0)
