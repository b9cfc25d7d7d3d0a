import { describe, expect, test } from 'vitest'
import { ask, demoFor, inboundCall, NOON, VOICE } from './helper.ts'

test('without control there is no control path', async () => {
  const demo = await demoFor()
  expect((await ask(demo, 'GET /__demo/state')).status).toBe(404)
  expect((await ask(demo, 'POST /__demo/switches', { body: { captivePortal: true } })).status).toBe(404)
  expect(demo.switches.captivePortal).toBe(false)
})

describe('with control', () => {
  test('the state shows tickets, pops and requests, and no secret', async () => {
    const demo = await demoFor({ control: true })
    const { agentId } = demo.account
    demo.bearerTokens.set('a-secret-token', { userId: agentId, scopes: ['read'] })
    await ask(demo, `POST ${VOICE}/tickets`, { body: { ...inboundCall(), display_to_agent: agentId } })
    await ask(demo, 'GET /api/v2/users/me?x=1', { as: null, headers: { authorization: 'Bearer a-secret-token' } })
    const state = await ask(demo, 'GET /__demo/state')
    expect(state.json).toMatchObject({ now: NOON, pops: [{ agentId }], faults: [] })
    expect(state.json.tickets.at(-1).comments).toHaveLength(1)
    expect(state.json.requests).toMatchObject([
      { method: 'POST', url: `${VOICE}/tickets`, authorization: 'basic', status: 201 },
      { method: 'GET', url: '/api/v2/users/me?x=1', authorization: 'bearer', status: 200 },
    ])
    const authorization = Buffer.from(`${demo.account.email}/token:${demo.account.apiToken}`).toString('base64')
    for (const secret of [authorization, demo.account.apiToken, demo.account.password, 'a-secret-token']) {
      expect(state.text).not.toContain(secret)
    }
  })

  test('faults are added one by one or as a list, and cleared', async () => {
    const demo = await demoFor({ control: true })
    const fault = { kind: 'status', status: 500 }
    expect((await ask(demo, 'POST /__demo/faults', { body: { fault } })).json.faults).toHaveLength(1)
    expect((await ask(demo, 'POST /__demo/faults', { body: [{ fault }, { fault }] })).json.faults).toHaveLength(3)
    expect((await ask(demo, 'GET /api/v2/users/me')).status).toBe(500)
    await ask(demo, 'DELETE /__demo/faults')
    expect((await ask(demo, 'GET /api/v2/users/me')).status).toBe(200)
  })

  test('switches, clock and bearer tokens are set', async () => {
    const demo = await demoFor({ control: true })
    await ask(demo, 'POST /__demo/switches', { body: { displayBody: 'empty', rateLimitPerMinute: 9 } })
    expect(demo.switches).toMatchObject({ displayBody: 'empty', rateLimitPerMinute: 9, validatePhones: false })
    await ask(demo, 'POST /__demo/clock', { body: { set: '2026-12-24T18:00:00Z' } })
    await ask(demo, 'POST /__demo/clock', { body: { advance: 1000 } })
    expect(demo.clock.now()).toBe(Date.UTC(2026, 11, 24, 18, 0, 1))
    const grant = { token: 'long-enough', userId: demo.account.agentId, scopes: ['read'] }
    await ask(demo, 'POST /__demo/bearer', { body: grant })
    const headers = { authorization: 'Bearer long-enough' }
    expect((await ask(demo, 'GET /api/v2/users/me', { as: null, headers })).json.user.id).toBe(demo.account.agentId)
  })

  test.each([
    ['/__demo/switches', { searchLagMs: -1 }, 'searchLagMs'],
    ['/__demo/switches', { nonsense: true }, 'nonsense'],
    ['/__demo/faults', { fault: { kind: 'status', status: 1 } }, 'fault.status'],
    ['/__demo/faults', { fault: { kind: 'redirect', location: 'a\nb' } }, 'fault.location'],
    ['/__demo/clock', { advance: 'a while' }, 'advance'],
    ['/__demo/clock', 'nonsense', 'not JSON'],
  ])('%s refuses %j and says where', async (path, body, named) => {
    const demo = await demoFor({ control: true })
    const refused = await ask(demo, `POST ${path}`, { body })
    expect(refused.status).toBe(400)
    expect(refused.json.error).toContain(named)
  })

  test('it answers even behind a captive portal and past the rate limit', async () => {
    const demo = await demoFor({ control: true, switches: { captivePortal: true, rateLimitPerMinute: 0 } })
    expect((await ask(demo, 'POST /__demo/switches', { body: { captivePortal: false } })).status).toBe(200)
  })
})
