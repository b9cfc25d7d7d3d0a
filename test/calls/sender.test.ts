import { expect, test } from 'vitest'
import { desk } from '../fakes/desk.ts'
import { failing, lost, lostBefore, MINUTE, offline, refused, throttled } from '../fakes/faults.ts'
import { valueOf } from '../fakes/profile.ts'
import { settle } from '../fakes/virtual-clock.ts'
import { fakeZendesk, invalid } from '../fakes/zendesk.ts'

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
