import { describe, expect, it } from 'vitest'
import type { FaultRule } from '../../main/demo/index.ts'
import { callOf, demoZendesk, tokenOf, voiceOf } from './contract-kit.ts'

type Fault = FaultRule['fault']

const CREATE = { method: 'POST', path: '/api/v2/channels/voice/tickets' }
const offline = (maybeApplied: boolean) => ({ kind: 'offline', why: 'unreachable', maybeApplied })
const notZendesk = (maybeApplied: boolean) => ({ kind: 'offline', why: 'notZendesk', maybeApplied })
const down = (retryAfterSeconds: number | null) => ({ kind: 'temporarilyDown', retryAfterSeconds, maybeApplied: true })
const status = (code: number, headers: Record<string, string> = {}, body = '<html>'): Fault => ({
  kind: 'status',
  status: code,
  headers,
  body,
})
const JSON_TYPE = { 'Content-Type': 'application/json' }

describe('a create that goes wrong', () => {
  it.each<[string, Fault, object]>([
    ['reset', { kind: 'reset' }, offline(true)],
    ['no answer', { kind: 'hang' }, { kind: 'timeout', maybeApplied: true }],
    ['cut short', { kind: 'truncate' }, offline(true)],
    ['redirect', { kind: 'redirect', location: 'https://evil.example/' }, notZendesk(true)],
    ['500', status(500), down(null)],
    ['502', status(502), down(null)],
    ['503', status(503), down(null)],
    ['503 with Retry-After', status(503, { 'Retry-After': '7' }), down(7)],
    ['504', status(504), down(null)],
    ['408', status(408), down(null)],
    ['409', status(409, JSON_TYPE, '{"error":"conflict"}'), { kind: 'conflict', maybeApplied: true }],
    ['a login page', status(200), notZendesk(true)],
    ['half of the JSON', status(201, JSON_TYPE, '{"ticket":{"id"'), notZendesk(true)],
    ['another shape', status(201, JSON_TYPE, '{}'), { kind: 'unexpected', status: 201, maybeApplied: true }],
  ])('after the write (%s) says so, and is found exactly once', async (_, fault, failure) => {
    const { demo, signIn } = await demoZendesk()
    const zendesk = signIn(tokenOf(demo.account), fault.kind === 'hang' ? { overallMs: 300 } : {})
    demo.faults.add({ match: CREATE, when: 'after', fault })
    expect(await zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'entry-1' })).toEqual({
      ok: false,
      error: failure,
    })
    await expect.poll(() => demo.tickets().filter((ticket) => ticket.external_id === 'entry-1')).toHaveLength(1)
    const again = signIn(tokenOf(demo.account))
    expect(await again.ticketsByExternalId('entry-1')).toMatchObject({ ok: true, value: [{ externalId: 'entry-1' }] })
  })

  it.each<[string, Fault]>([
    ['429', status(429, { 'Retry-After': '7' })],
    ['401', status(401, JSON_TYPE, '{}')],
    ['403', status(403, JSON_TYPE, '{}')],
    ['404', status(404, JSON_TYPE, '{}')],
    ['413', status(413, JSON_TYPE, '{}')],
    ['415', status(415, JSON_TYPE, '{}')],
    ['422', status(422, JSON_TYPE, '{}')],
    ['425', status(425)],
    ['511', status(511)],
    ['a proxy’s 403', status(403)],
    ['a proxy’s 407', status(407)],
    ['reset', { kind: 'reset' }],
    ['500', status(500)],
    ['redirect', { kind: 'redirect', location: '/login' }],
    ['a login page', status(200)],
  ])('before the write (%s) never hides that nothing was written', async (_, fault) => {
    const { demo, zendesk } = await demoZendesk()
    demo.faults.add({ match: CREATE, when: 'before', fault })
    const result = await zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'entry-1' })
    expect(result.ok).toBe(false)
    expect(await zendesk.ticketsByExternalId('entry-1')).toEqual({ ok: true, value: [] })
    expect(await zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'entry-1' })).toMatchObject({ ok: true })
  })

  it('against a server that has gone was not written', async () => {
    const { demo, zendesk } = await demoZendesk()
    await demo.close()
    expect(await zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'k' })).toEqual({
      ok: false,
      error: offline(false),
    })
  })

  it('in the middle of the server’s end may have been written', async () => {
    const { demo, zendesk } = await demoZendesk()
    demo.faults.add({ match: CREATE, when: 'after', fault: { kind: 'hang' } })
    const before = demo.tickets().length
    const pending = zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'k' })
    await expect.poll(() => demo.tickets().length).toBe(before + 1)
    await demo.close()
    expect(await pending).toEqual({ ok: false, error: offline(true) })
  })
})

it('a voice comment whose answer was lost is there when read back', async () => {
  const { demo, zendesk } = await demoZendesk()
  const { ticketId } = demo.account
  demo.faults.add({ match: { method: 'PUT', path: '/api/v2/tickets/*' }, when: 'after', fault: { kind: 'reset' } })
  expect(await zendesk.addVoiceComment(ticketId, voiceOf(demo))).toEqual({ ok: false, error: offline(true) })
  const comments = await zendesk.ticketComments(ticketId)
  expect(comments.ok && comments.value.filter(({ voice }) => voice)).toHaveLength(1)
})

it('a caller whose answer was lost is found by external id', async () => {
  const { demo, zendesk } = await demoZendesk()
  demo.faults.add({ match: { method: 'POST', path: '/api/v2/users' }, when: 'after', fault: { kind: 'reset' } })
  const caller = { name: 'Käthe', phone: '+493012345678', externalId: 'entry-1' }
  expect(await zendesk.createCaller(caller)).toEqual({ ok: false, error: offline(true) })
  expect(await zendesk.callersByExternalId('entry-1')).toMatchObject({ ok: true, value: [{ name: 'Käthe' }] })
})

it('a failed read has written nothing', async () => {
  const { demo, signIn } = await demoZendesk()
  const faults: Fault[] = [
    { kind: 'reset' },
    { kind: 'hang' },
    { kind: 'truncate' },
    { kind: 'redirect', location: '/' },
    status(500),
    status(409, JSON_TYPE, '{}'),
    status(200),
    status(200, JSON_TYPE, '{}'),
  ]
  for (const fault of faults) {
    const zendesk = signIn(tokenOf(demo.account), fault.kind === 'hang' ? { overallMs: 100 } : {})
    demo.faults.add({ when: 'after', fault })
    expect(await zendesk.ticketsByExternalId('entry-1')).toMatchObject({ ok: false, error: { maybeApplied: false } })
  }
})

describe('limits', () => {
  it('over the account’s minute say how long to wait, and that nothing happened', async () => {
    const { demo, zendesk } = await demoZendesk({ rateLimitPerMinute: 1 })
    expect(await zendesk.me()).toMatchObject({ ok: true })
    const limited = await zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'k' })
    const seconds = !limited.ok && limited.error.kind === 'rateLimited' ? limited.error.retryAfterSeconds : NaN
    expect(seconds).toBeGreaterThanOrEqual(1)
    expect(seconds).toBeLessThanOrEqual(60)
    demo.clock.advance(seconds * 1000)
    expect(await zendesk.ticketsByExternalId('entry-1')).toEqual({ ok: true, value: [] })
  })

  it('of one ticket’s updates say so too', async () => {
    const { demo, zendesk } = await demoZendesk({ ticketUpdatesPerTenMinutes: 1 })
    await zendesk.addVoiceComment(demo.account.ticketId, voiceOf(demo))
    expect(await zendesk.addVoiceComment(demo.account.ticketId, voiceOf(demo))).toMatchObject({
      error: { kind: 'rateLimited', maybeApplied: false },
    })
  })
})

describe('an idempotency key', () => {
  it('where it counts, gives the same ticket again, and a conflict for another call', async () => {
    const { demo, zendesk } = await demoZendesk({ idempotencyOnVoice: true })
    const key = { idempotencyKey: 'entry-1' }
    const first = await zendesk.createVoiceTicket(callOf(demo), key)
    expect(await zendesk.createVoiceTicket(callOf(demo), key)).toEqual(first)
    expect(await zendesk.createVoiceTicket(callOf(demo, { subject: 'Another' }), key)).toEqual({
      ok: false,
      error: { kind: 'conflict', maybeApplied: true },
    })
    expect(demo.tickets().filter((ticket) => ticket.external_id === 'entry-1')).toHaveLength(1)
  })
})
