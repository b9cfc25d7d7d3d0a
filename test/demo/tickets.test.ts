import { describe, expect, test } from 'vitest'
import { ask, demoFor, inboundCall, VOICE, VOICE_COMMENT } from './helper.ts'

const HOUR = 3_600_000
const text = (body: string) => ({ ticket: { subject: 'By hand', comment: { body } } })

describe('tickets by external id', () => {
  test('all matches come at once, exact, while search lags', async () => {
    const demo = await demoFor({ switches: { searchLagMs: 5000 } })
    for (const external_id of ['call-1', 'call-1', 'call-10']) {
      await ask(demo, `POST ${VOICE}/tickets`, { body: inboundCall({ external_id }) })
    }
    const found = async () => (await ask(demo, 'GET /api/v2/tickets?external_id=call-1')).json
    expect(await found()).toMatchObject({ count: 2, tickets: [{ id: 35121 }, { id: 35122 }] })
    const search = async () => (await ask(demo, 'GET /api/v2/search?query=type:ticket%20external_id:call-1')).json.count
    expect(await search()).toBe(0)
    demo.clock.advance(5000)
    expect(await search()).toBe(2)
  })
})

describe('Idempotency-Key on /tickets', () => {
  const headers = { 'idempotency-key': 'k-1' }

  test('a repeat gets the same answer and makes no second ticket', async () => {
    const demo = await demoFor()
    const first = await ask(demo, 'POST /api/v2/tickets', { body: text('a'), headers })
    const again = await ask(demo, 'POST /api/v2/tickets', { body: text('a'), headers })
    expect([first.status, first.headers.get('x-idempotency-lookup')]).toEqual([201, 'miss'])
    expect([again.status, again.headers.get('x-idempotency-lookup')]).toEqual([201, 'hit'])
    expect(again.text).toBe(first.text)
    expect(demo.tickets().filter((ticket) => ticket.description === 'a')).toHaveLength(1)
  })

  test('the same key with another body is refused', async () => {
    const demo = await demoFor()
    await ask(demo, 'POST /api/v2/tickets', { body: text('a'), headers })
    const refused = await ask(demo, 'POST /api/v2/tickets', { body: text('b'), headers })
    expect([refused.status, refused.json.error]).toEqual([400, 'IdempotentRequestError'])
  })

  test('a key is forgotten after two hours, and a failure is not remembered', async () => {
    const demo = await demoFor()
    expect((await ask(demo, 'POST /api/v2/tickets', { body: text(''), headers })).status).toBe(422)
    const send = async () => (await ask(demo, 'POST /api/v2/tickets', { body: text('a'), headers })).headers
    expect((await send()).get('x-idempotency-lookup')).toBe('miss')
    demo.clock.advance(2 * HOUR - 1)
    expect((await send()).get('x-idempotency-lookup')).toBe('hit')
    demo.clock.advance(1)
    expect((await send()).get('x-idempotency-lookup')).toBe('miss')
  })

  test('more than 255 characters are refused', async () => {
    const demo = await demoFor()
    const long = { 'idempotency-key': 'k'.repeat(256) }
    expect((await ask(demo, 'POST /api/v2/tickets', { body: text('a'), headers: long })).status).toBe(400)
  })

  test('on the voice path it is ignored without a word, unless the account honours it', async () => {
    const demo = await demoFor()
    const send = () => ask(demo, `POST ${VOICE}/tickets`, { body: inboundCall(), headers })
    const [first, second] = [await send(), await send()]
    expect(second.json.ticket.id).toBe(first.json.ticket.id + 1)
    expect(second.headers.has('x-idempotency-lookup')).toBe(false)
    demo.switches.idempotencyOnVoice = true
    const [third, fourth] = [await send(), await send()]
    expect(fourth.text).toBe(third.text)
  })
})

describe('update', () => {
  test('adds a comment, sets fields, moves updated_at and answers with an audit', async () => {
    const demo = await demoFor()
    demo.clock.advance(60_000)
    const ticket = { comment: { body: 'Called back', public: false }, status: 'solved', tags: ['done'] }
    const updated = await ask(demo, 'PUT /api/v2/tickets/35120.json', { body: { ticket } })
    expect(updated.json.ticket).toMatchObject({ status: 'solved', tags: ['done'], updated_at: '2026-11-22T12:01:00Z' })
    expect(updated.json.audit.events).toMatchObject([
      { type: 'Comment', body: 'Called back', public: false },
      { type: 'Change', field_name: 'status', value: 'solved', previous_value: 'open' },
      { type: 'Change', field_name: 'tags' },
    ])
    expect(demo.tickets().find(({ id }) => id === 35120)?.comments).toHaveLength(2)
  })

  test('additional_tags and remove_tags change the tags there are', async () => {
    const demo = await demoFor()
    const ticket = { additional_tags: ['callback'], remove_tags: ['delivery'] }
    const { json } = await ask(demo, 'PUT /api/v2/tickets/35120', { body: { ticket } })
    expect(json.ticket.tags).toEqual(['printer', 'callback'])
  })

  test('a blank comment, an unknown assignee and a broken voice comment change nothing', async () => {
    const demo = await demoFor()
    const before = demo.snapshot()
    for (const ticket of [
      { comment: { body: '' }, status: 'solved' },
      { assignee_id: demo.account.endUserId },
      { voice_comment: { ...VOICE_COMMENT, call_duration: -1 } },
      { voice_comment: 'none' },
      { voice_comment: [] },
    ]) {
      expect((await ask(demo, 'PUT /api/v2/tickets/35120', { body: { ticket } })).status).toBe(422)
    }
    expect(demo.snapshot()).toEqual(before)
  })

  test('a closed ticket is refused, a stale safe update conflicts, an unknown ticket is not found', async () => {
    const demo = await demoFor()
    const put = (id: number, ticket: object) => ask(demo, `PUT /api/v2/tickets/${id}`, { body: { ticket } })
    const stale = { safe_update: true, updated_stamp: '2020-01-01T00:00:00Z', status: 'solved' }
    expect((await put(35120, stale)).status).toBe(409)
    expect((await put(35120, { status: 'closed' })).status).toBe(200)
    expect((await put(35120, { status: 'open' })).json.details.status).toMatchObject([{ error: 'InvalidValue' }])
    expect((await put(99, {})).json).toEqual({ error: 'RecordNotFound', description: 'Not found' })
  })

  test('a comment and a voice comment together: the written one stays, unless the account keeps both', async () => {
    const demo = await demoFor()
    const ticket = { comment: { body: 'Words' }, voice_comment: VOICE_COMMENT }
    const added = async () => (await ask(demo, 'PUT /api/v2/tickets/35120', { body: { ticket } })).json.audit.events
    expect(await added()).toMatchObject([{ type: 'Comment' }])
    demo.switches.keepBothComments = true
    expect(await added()).toMatchObject([{ type: 'Comment' }, { type: 'VoiceComment' }])
  })
})

describe('the generic create', () => {
  test('45 is a phone call here too, 44 comes out as an API ticket', async () => {
    const demo = await demoFor()
    const post = async (via_id: number) =>
      (await ask(demo, 'POST /api/v2/tickets', { body: { ticket: { via_id, comment: { body: 'x' } } } })).json.ticket
        .via
    expect([(await post(45)).source.rel, (await post(44)).channel]).toEqual(['inbound', 'api'])
  })

  test('an inline requester is found by email or created', async () => {
    const demo = await demoFor()
    const post = async (requester: object) =>
      (await ask(demo, 'POST /api/v2/tickets', { body: { ticket: { requester, comment: { body: 'x' } } } })).json.ticket
    expect((await post({ email: 'Jane.Doe@northwindlabs.example' })).requester_id).toBe(demo.account.endUserId)
    const created = await post({ name: 'New Person', email: 'new@example.com' })
    expect(demo.users().at(-1)).toMatchObject({
      id: created.requester_id,
      name: 'New Person',
      email: 'new@example.com',
    })
  })

  test('a submitter writes the first comment; an assignee opens the ticket', async () => {
    const demo = await demoFor()
    const { agentId, endUserId } = demo.account
    const ticket = { comment: { body: 'x' }, submitter_id: endUserId, assignee_id: agentId }
    const created = (await ask(demo, 'POST /api/v2/tickets', { body: { ticket } })).json
    expect(created.ticket).toMatchObject({ submitter_id: endUserId, assignee_id: agentId, status: 'open' })
    expect(created.audit.events[0].author_id).toBe(endUserId)
  })
})

test('a caller’s tickets, newest first when asked for', async () => {
  const demo = await demoFor()
  const path = `/api/v2/users/${demo.account.endUserId}/tickets/requested.json`
  const newestFirst = (await ask(demo, `GET ${path}?sort_by=created_at&sort_order=desc`)).json
  expect(newestFirst.tickets.map((ticket: { id: number }) => ticket.id)).toEqual([35120, 35102, 34877])
  expect((await ask(demo, 'GET /api/v2/users/99/tickets/requested')).status).toBe(404)
})

test('the same start gives the same account, with short ticket ids and 14-digit others', async () => {
  const [one, two] = [await demoFor(), await demoFor()]
  expect(one.snapshot()).toEqual(two.snapshot())
  for (const user of one.users()) expect(String(user.id)).toMatch(/^\d{14}$/)
  const other = await demoFor({ firstIds: { ticket: 900, long: 10_000_000_000_000 } })
  expect([other.account.ticketId, String(other.account.agentId).slice(0, 8)]).toEqual([920, '10000000'])
})
