import { describe, expect, test } from 'vitest'
import type { FaultRule } from '../../main/demo/index.ts'
import { ask, demoFor, inboundCall, VOICE } from './helper.ts'

const CREATE = `POST ${VOICE}/tickets`

describe('a fault before or after the write', () => {
  test.each([
    ['reset', 'before', 0],
    ['reset', 'after', 1],
    ['truncate', 'before', 1],
  ] as const)('%s %s: the client sees a broken answer, %d ticket is made', async (kind, when, made) => {
    const demo = await demoFor()
    const before = demo.tickets().length
    demo.faults.add({ match: { method: 'POST' }, when, fault: { kind } })
    await expect(ask(demo, CREATE, { body: inboundCall() })).rejects.toThrow()
    expect(demo.tickets()).toHaveLength(before + made)
    expect(demo.requests().at(-1)).toMatchObject({ fault: kind, status: null })
    expect((await ask(demo, CREATE, { body: inboundCall() })).status).toBe(201)
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('a 503 %s the write', async (when, made) => {
    const demo = await demoFor()
    const before = demo.tickets().length
    demo.faults.add({ when, fault: { kind: 'status', status: 503, headers: { 'Retry-After': '7' }, body: 'busy' } })
    const answer = await ask(demo, CREATE, { body: inboundCall() })
    expect([answer.status, answer.text, answer.headers.get('retry-after')]).toEqual([503, 'busy', '7'])
    expect(demo.tickets()).toHaveLength(before + made)
  })

  test('a reset voice ticket retried makes two: the key is ignored there', async () => {
    const demo = await demoFor()
    demo.faults.add({ when: 'after', fault: { kind: 'reset' } })
    const headers = { 'idempotency-key': 'k' }
    const body = inboundCall({ external_id: 'call-1' })
    await expect(ask(demo, CREATE, { body, headers })).rejects.toThrow()
    await ask(demo, CREATE, { body, headers })
    expect((await ask(demo, 'GET /api/v2/tickets?external_id=call-1')).json.count).toBe(2)
  })
})

test('a redirect carries its location', async () => {
  const demo = await demoFor()
  demo.faults.add({ fault: { kind: 'redirect', location: 'https://elsewhere.example/login' } })
  const moved = await ask(demo, 'GET /api/v2/users/me')
  expect([moved.status, moved.headers.get('location')]).toEqual([302, 'https://elsewhere.example/login'])
})

test('a delay only delays', async () => {
  const demo = await demoFor()
  demo.faults.add({ fault: { kind: 'delay', ms: 20 } })
  const started = performance.now()
  expect((await ask(demo, 'GET /api/v2/users/me')).status).toBe(200)
  expect(performance.now() - started).toBeGreaterThanOrEqual(19)
})

test.each(['hang', 'delay'] as const)('a %s in flight ends with the server', async (kind) => {
  const demo = await demoFor()
  demo.faults.add({ fault: kind === 'hang' ? { kind } : { kind, ms: 3_600_000 } })
  const asked = ask(demo, 'GET /api/v2/users/me')
  const failed = expect(asked).rejects.toThrow()
  await expect.poll(() => demo.requests().length).toBe(1)
  await demo.close()
  await failed
})

describe('which requests a fault meets', () => {
  const status = (rule: Omit<FaultRule, 'fault'>): FaultRule => ({ ...rule, fault: { kind: 'status', status: 500 } })
  const statuses = async (rules: FaultRule[], asked: string[]) => {
    const demo = await demoFor()
    demo.faults.add(...rules)
    const seen: number[] = []
    for (const path of asked) seen.push((await ask(demo, path)).status)
    return seen
  }

  test('by method', async () => {
    expect(await statuses([status({ match: { method: 'post' } })], ['GET /api/v2/tickets', CREATE])).toEqual([200, 500])
  })

  test('by path, with a star, without .json and query', async () => {
    const rule = status({ match: { path: '/api/v2/tickets/*' }, times: 9 })
    const asked = ['GET /api/v2/tickets', 'GET /api/v2/tickets/35120.json', 'GET /api/v2/tickets/35120/comments?x=1']
    expect(await statuses([rule], asked)).toEqual([200, 500, 500])
  })

  test('as often as it says, one after the other', async () => {
    const two = status({ times: 2 })
    const then: FaultRule = { fault: { kind: 'status', status: 409 } }
    const me = 'GET /api/v2/users/me'
    expect(await statuses([two, then], [me, me, me, me])).toEqual([500, 500, 409, 200])
  })

  test('dots and brackets in a path are no pattern', async () => {
    expect(await statuses([status({ match: { path: '/api/v2/users.me' } })], ['GET /api/v2/users/me'])).toEqual([200])
  })

  test('cleared faults are gone', async () => {
    const demo = await demoFor()
    demo.faults.add(status({ times: 5 }))
    demo.faults.clear()
    expect((await ask(demo, 'GET /api/v2/users/me')).status).toBe(200)
  })

  test('a rule that makes no sense is a bug of the test, and thrown', async () => {
    const demo = await demoFor()
    expect(() => demo.faults.add({ fault: { kind: 'status', status: 99 } })).toThrow()
    expect(() => demo.faults.add({ fault: { kind: 'redirect', location: 'x\r\ny' } })).toThrow()
  })
})

test('a captive portal answers everything with a web page, an unknown account with a 404', async () => {
  const demo = await demoFor()
  demo.switches.captivePortal = true
  const portal = await ask(demo, CREATE, { body: inboundCall() })
  expect([portal.status, portal.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  demo.switches.captivePortal = false
  demo.switches.unknownAccount = true
  for (const path of ['GET /api/v2/users/me', 'GET /', 'GET /agent/tickets/35120']) {
    const nobody = await ask(demo, path)
    expect([nobody.status, nobody.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  }
})
