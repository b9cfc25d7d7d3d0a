import { expect, test } from 'vitest'
import { fail } from '../../preload/result.ts'
import type { ZendeskFailure } from '../../main/zendesk/zendesk.ts'
import { desk } from '../fakes/desk.ts'
import { valueOf } from '../fakes/profile.ts'
import { between, seeded } from '../fakes/random.ts'
import { settle } from '../fakes/virtual-clock.ts'
import { fakeZendesk, invalid, type Fault } from '../fakes/zendesk.ts'

const MINUTE = 60_000
const offline: Fault = { failure: { kind: 'offline', why: 'unreachable', maybeApplied: false } }
const lost: Fault = { failure: { kind: 'offline', why: 'unreachable', maybeApplied: true }, applied: true }
const lostBefore: Fault = { failure: { kind: 'timeout', maybeApplied: true } }
const down: Fault = { failure: { kind: 'temporarilyDown', retryAfterSeconds: null, maybeApplied: false } }
const throttled = (seconds: number): Fault => ({
  failure: { kind: 'rateLimited', retryAfterSeconds: seconds, maybeApplied: false },
})
const refused = (failure: ZendeskFailure): Fault => ({ failure })

/** A Zendesk whose nth request of a kind goes wrong. */
const failing = (method: string, fault: Fault, times = 1) => {
  let left = times
  return fakeZendesk((asked) => (asked === method && left-- > 0 ? fault : null))
}

test('a saved call becomes one ticket with its voice comment, and is told at every turn', async () => {
  const { zendesk, save, clock, state, items, told, store } = desk()
  const id = save()
  await clock.advance(0)
  expect(zendesk.tickets).toHaveLength(1)
  expect(zendesk.tickets[0]).toMatchObject({
    externalId: id,
    key: id,
    requesterId: 4711,
    comments: [{ voice: { startedAt: '2026-11-23T08:31:44Z' } }],
  })
  expect(items.map((item) => item.state.is)).toEqual(['sending', 'sent', 'sent'])
  expect(state(id)).toEqual({ is: 'sent', ticketId: 100 })
  expect(told).toEqual([
    { state: 'sending', until: null, waiting: 1, needsYou: 0 },
    { state: 'idle', until: null, waiting: 0, needsYou: 0 },
  ])
  expect(valueOf(store.attempts('acme', id)).map(({ action, answer }) => [action, answer])).toEqual([
    ['createTicket', 'done'],
    ['addVoiceComment', 'done'],
  ])
})

test('calls go out in the order saved, one request at a time', async () => {
  let [inFlight, most] = [0, 0]
  const zendesk = fakeZendesk()
  const slow = {
    ...zendesk,
    createVoiceTicket: async (...args: Parameters<typeof zendesk.createVoiceTicket>) => {
      most = Math.max(most, ++inFlight)
      await settle()
      inFlight -= 1
      return zendesk.createVoiceTicket(...args)
    },
  }
  const { save, clock, sender } = desk({ zendesk: slow })
  const ids = [save(), save(), save()]
  sender.kick('network')
  for (let n = 0; n < 10; n += 1) await clock.advance(0)
  expect(zendesk.tickets.map((ticket) => ticket.externalId)).toEqual(ids)
  expect(most).toBe(1)
})

test('offline, everything waits; with the network back it goes out within a minute, each call once', async () => {
  let reachable = false
  const zendesk = fakeZendesk(() => (reachable ? null : offline))
  const { save, clock, state, sender } = desk({ zendesk })
  const ids = [save(), save()]
  await clock.advance(30 * MINUTE)
  expect(state(ids[0]!)).toMatchObject({ is: 'waiting', why: 'offline' })
  expect(sender.sending()).toMatchObject({ state: 'offline', waiting: 2 })
  reachable = true
  sender.kick('network')
  await clock.advance(MINUTE)
  expect(zendesk.tickets.map((ticket) => ticket.externalId)).toEqual(ids)
  expect(sender.sending()).toMatchObject({ state: 'idle', waiting: 0 })
})

test('without any hint an outage is noticed to be over within a quarter of an hour', async () => {
  let reachable = false
  const zendesk = fakeZendesk(() => (reachable ? null : offline))
  const { save, clock } = desk({ zendesk, random: () => 0.999 })
  save()
  await clock.advance(5 * 60 * MINUTE)
  const tries = zendesk.asked.length
  expect(tries).toBeLessThan(40)
  reachable = true
  await clock.advance(15 * MINUTE)
  expect(zendesk.tickets).toHaveLength(1)
})

test('after waking up there is one try, 2 to 5 seconds later, however often it is reported', async () => {
  let reachable = false
  const zendesk = fakeZendesk(() => (reachable ? null : offline))
  const { save, clock, sender } = desk({ zendesk, random: () => 0.999 })
  save()
  await clock.advance(60 * MINUTE)
  const before = zendesk.asked.length
  sender.kick('wake')
  sender.kick('wake')
  reachable = true
  await clock.advance(1_900)
  expect(zendesk.asked).toHaveLength(before)
  await clock.advance(3_200)
  expect(zendesk.asked.slice(before)).toEqual(['createVoiceTicket', 'addVoiceComment'])
})

test('a create whose answer was lost is looked up and adopted, not made again', async () => {
  const zendesk = failing('createVoiceTicket', lost)
  const { save, clock, state } = desk({ zendesk })
  const id = save()
  await settle()
  expect(state(id)).toMatchObject({ is: 'waiting', why: 'checking' })
  await clock.advance(10 * MINUTE)
  expect(zendesk.tickets).toHaveLength(1)
  expect(state(id)).toEqual({ is: 'sent', ticketId: 100 })
  expect(zendesk.asked).toEqual(['createVoiceTicket', 'ticketsByExternalId', 'addVoiceComment'])
})

test.each([0, 1, 3, 72])('an answer lost after the write and a restart %d hours later is one ticket', async (hours) => {
  const zendesk = failing('createVoiceTicket', lost)
  const made = desk({ zendesk })
  made.save()
  await settle()
  made.sender.stop()
  await made.clock.advance(hours * 60 * MINUTE)
  made.restart()
  await made.clock.advance(10 * MINUTE)
  expect(zendesk.tickets).toHaveLength(1)
})

test('a create that is not found is repeated with the same bytes, but only a minute after it began', async () => {
  const sent: string[] = []
  const zendesk = failing('createVoiceTicket', lostBefore)
  const watched = {
    ...zendesk,
    createVoiceTicket: (...args: Parameters<typeof zendesk.createVoiceTicket>) => {
      sent.push(JSON.stringify(args))
      return zendesk.createVoiceTicket(...args)
    },
  }
  const { save, clock } = desk({ zendesk: watched })
  save()
  await clock.advance(59_000)
  expect(zendesk.asked.slice(1).every((asked) => asked === 'ticketsByExternalId')).toBe(true)
  expect(sent).toHaveLength(1)
  await clock.advance(9 * MINUTE)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
  expect(zendesk.tickets).toHaveLength(1)
})

test('a voice comment whose answer was lost is read back before it is added again', async () => {
  const zendesk = failing('addVoiceComment', lost)
  const { save, clock, state } = desk({ zendesk })
  const id = save()
  await settle()
  expect(state(id)).toMatchObject({ is: 'sent' })
  await clock.advance(10 * MINUTE)
  expect(zendesk.tickets[0]?.comments).toHaveLength(1)
  expect(zendesk.asked).toEqual(['createVoiceTicket', 'addVoiceComment', 'ticketComments'])
})

test('a caller whose creation got no answer is found again by our key, not made twice', async () => {
  const zendesk = failing('createCaller', lost)
  const { save, clock } = desk({ zendesk })
  const id = save({ caller: { is: 'new', name: '' } })
  await clock.advance(10 * MINUTE)
  expect(zendesk.callers).toMatchObject([
    { name: 'Caller +1 415 555 0123', phone: '+14155550123', externalId: `aftercall-${id}` },
  ])
  expect(zendesk.tickets).toMatchObject([{ requesterId: 9000 }])
})

test('a caller that turns out to exist under our key is taken', async () => {
  const { save, clock, zendesk } = desk()
  const id = '00000000-0000-4000-8000-00000000abcd'
  await zendesk.createCaller({ name: 'Cora', phone: '+14155550123', externalId: `aftercall-${id}` })
  save({ id, caller: { is: 'new', name: 'Cora' } })
  await clock.advance(10 * MINUTE)
  expect(zendesk.callers).toHaveLength(1)
  expect(zendesk.tickets).toMatchObject([{ requesterId: 9000 }])
})

test.each([
  { found: 1, expected: { is: 'sent', ticketId: 100 } },
  { found: 0, expected: { is: 'needsYou', why: { kind: 'whoCalled', found: 0 } } },
  { found: 2, expected: { is: 'needsYou', why: { kind: 'whoCalled', found: 2 } } },
])('a caller to be looked up later of whom there are $found', async ({ found, expected }) => {
  const { save, clock, zendesk, state } = desk()
  for (let n = 0; n < found; n += 1) await zendesk.createCaller({ name: `Cora ${n}`, phone: '+14155550123' })
  const id = save({ caller: { is: 'later' } })
  await clock.advance(0)
  expect(state(id)).toEqual(expected)
})

test.each(['204', 'withheld'])(
  'a caller to be looked up later by %s is asked about without a search',
  async (theirNumber) => {
    const { save, clock, zendesk, state } = desk()
    const id = save({ theirNumber, caller: { is: 'later' } })
    await clock.advance(0)
    expect(state(id)).toEqual({ is: 'needsYou', why: { kind: 'whoCalled', found: 0 } })
    expect(zendesk.asked).toEqual([])
  },
)

test('what only the agent can answer stops that call and no other, and goes on when told to', async () => {
  const zendesk = failing('createVoiceTicket', refused(invalid('subject')))
  const { save, clock, state, sender } = desk({ zendesk })
  const [first, second] = [save(), save()]
  await clock.advance(0)
  expect(state(first)).toMatchObject({ is: 'needsYou', why: { kind: 'refusedFields' } })
  expect(state(second)).toMatchObject({ is: 'sent' })
  await clock.advance(60 * MINUTE)
  expect(zendesk.tickets).toHaveLength(1)
  sender.sendNow(first)
  await clock.advance(0)
  expect(state(first)).toMatchObject({ is: 'sent' })
})

test('one call that Zendesk can not digest does not keep the others from going out', async () => {
  let poison = ''
  const zendesk = fakeZendesk()
  const picky = {
    ...zendesk,
    createVoiceTicket: (...args: Parameters<typeof zendesk.createVoiceTicket>) =>
      args[0].externalId === poison
        ? Promise.resolve({ ok: false as const, error: down.failure })
        : zendesk.createVoiceTicket(...args),
  }
  const { save, clock, sender } = desk({ zendesk: picky })
  const id = '00000000-0000-4000-8000-00000000dead'
  poison = id
  save({ id })
  for (let n = 0; n < 20; n += 1) save()
  await clock.advance(5 * MINUTE)
  expect(zendesk.tickets).toHaveLength(20)
  expect(sender.sending()).toMatchObject({ waiting: 1 })
})

test('after a 401 nothing is sent until somebody signs in, and writing goes on', async () => {
  const zendesk = failing('createVoiceTicket', refused({ kind: 'unauthorised', maybeApplied: false }))
  const { save, clock, state, sender } = desk({ zendesk })
  const first = save()
  await clock.advance(60 * MINUTE)
  const second = save()
  sender.kick('network')
  sender.sendNow(first)
  await clock.advance(60 * MINUTE)
  expect(zendesk.asked).toEqual(['createVoiceTicket'])
  expect(sender.sending()).toEqual({ state: 'signIn', until: null, waiting: 2, needsYou: 0 })
  sender.resume()
  await clock.advance(0)
  expect([state(first), state(second)]).toMatchObject([{ is: 'sent' }, { is: 'sent' }])
})

test('a 429 holds the whole account until Zendesk allows it, whatever is clicked or restarted meanwhile', async () => {
  const { random } = seeded('throttled')
  for (let n = 0; n < 25; n += 1) {
    const seconds = between(random, 1, 3_600)
    const zendesk = failing('createVoiceTicket', throttled(seconds))
    const made = desk({ zendesk, random })
    const id = made.save()
    await settle()
    expect(made.sender.sending()).toMatchObject({ state: 'paused', waiting: 1 })
    for (let left = seconds * 1_000 - 1; left > 0;) {
      const step = Math.min(left, between(random, 1, 900_000))
      await made.clock.advance(step)
      left -= step
      made.sender.sendNow(id)
      made.sender.kick('network')
      made.sender.kick('wake')
      if (random() < 0.3) made.clock.setWall(random() < 0.5 ? 86_400_000 : -86_400_000)
      if (random() < 0.3) made.restart()
      await settle()
    }
    expect(zendesk.asked).toEqual(['createVoiceTicket'])
    await made.clock.advance(MINUTE)
    expect(zendesk.tickets).toHaveLength(1)
  }
})

test('storage that fails at the same moment does not cut a pause short', async () => {
  const zendesk = failing('createVoiceTicket', throttled(60))
  const made = desk({ zendesk })
  const write = made.store.write
  Object.assign(made.store, {
    // Fails where the refusal would be written down.
    write: (...args: Parameters<typeof write>) =>
      zendesk.asked.length === 1 && made.troubles.length === 0 ? fail({ kind: 'diskFull' }) : write(...args),
  })
  const id = made.save()
  await made.clock.advance(59_000)
  expect(made.troubles).toEqual([{ kind: 'diskFull' }])
  expect(zendesk.asked).toEqual(['createVoiceTicket'])
  await made.clock.advance(5 * MINUTE)
  expect(zendesk.tickets).toHaveLength(1)
  expect(made.state(id)).toMatchObject({ is: 'sent' })
})

test('a display opens the ticket, and when it fails the link is offered instead, once', async () => {
  const good = desk()
  good.save({ openTicket: true })
  await good.clock.advance(0)
  expect(good.zendesk.displayed).toEqual([100])
  const bad = desk({ zendesk: failing('displayTicket', offline, 99) })
  const id = bad.save({ openTicket: true })
  await bad.clock.advance(60 * MINUTE)
  expect(bad.popsFailed).toEqual([100])
  expect(bad.state(id)).toEqual({ is: 'sent', ticketId: 100 })
  expect(bad.zendesk.asked.filter((asked) => asked === 'displayTicket')).toHaveLength(1)
})

test('a call sent more than two minutes after it was saved pops up nowhere', async () => {
  const zendesk = failing('createVoiceTicket', throttled(120))
  const { save, clock } = desk({ zendesk })
  save({ openTicket: true })
  await clock.advance(10 * MINUTE)
  expect(zendesk.tickets).toHaveLength(1)
  expect(zendesk.asked).not.toContain('displayTicket')
})

test('a voice comment that is refused for good leaves the call sent', async () => {
  const zendesk = failing('addVoiceComment', refused(invalid('status')), 99)
  const { save, clock, state, sender } = desk({ zendesk })
  const id = save()
  await clock.advance(60 * MINUTE)
  expect(state(id)).toEqual({ is: 'sent', ticketId: 100 })
  expect(sender.sending().needsYou).toBe(0)
  expect(zendesk.asked.filter((asked) => asked === 'addVoiceComment')).toHaveLength(1)
})

test('stopping in the middle of a request changes nothing any more, and the next start picks up', async () => {
  const zendesk = fakeZendesk()
  let answer: () => void = () => undefined
  const hanging = {
    ...zendesk,
    createVoiceTicket: async (...args: Parameters<typeof zendesk.createVoiceTicket>) => {
      const made = await zendesk.createVoiceTicket(...args)
      await new Promise<void>((resolve) => (answer = resolve))
      return made
    },
  }
  const made = desk({ zendesk: hanging })
  const id = made.save()
  await settle()
  made.sender.stop()
  answer()
  await settle()
  expect(made.items.at(-1)?.state).toEqual({ is: 'sending' })
  made.restart()
  await made.clock.advance(0)
  expect(zendesk.tickets).toHaveLength(1)
  expect(made.state(id)).toEqual({ is: 'sent', ticketId: 100 })
})

test('an unreadable entry is shown and passed over', async () => {
  const { store, database, sender, clock, zendesk, items, save } = desk()
  sender.pause()
  save()
  valueOf(database.run((sql) => sql.run("UPDATE entries SET call = CAST('call 9 x {}' AS BLOB)")))
  const second = save()
  sender.resume()
  await clock.advance(0)
  expect(items[0]?.state).toEqual({ is: 'needsYou', why: { kind: 'unreadable' } })
  expect(zendesk.tickets.map((ticket) => ticket.externalId)).toEqual([second])
  expect(valueOf(store.counts('acme'))).toEqual({ waiting: 0, needsYou: 1 })
})
