import { expect, test } from 'vitest'
import { fail } from '../../preload/result.ts'
import { desk } from '../fakes/desk.ts'
import { down, failing, MINUTE, offline, refused, throttled } from '../fakes/faults.ts'
import { between, seeded } from '../fakes/random.ts'
import { settle } from '../fakes/virtual-clock.ts'
import { fakeZendesk } from '../fakes/zendesk.ts'

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
