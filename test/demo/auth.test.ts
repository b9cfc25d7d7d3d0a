import { describe, expect, test } from 'vitest'
import { ask, basic, demoFor, inboundCall, VOICE } from './helper.ts'

const NOT_AUTHENTICATED = '{"error":"Couldn\'t authenticate you"}'

test('users/me answers 200 to nobody, with a user who has no id', async () => {
  const demo = await demoFor()
  const me = await ask(demo, 'GET /api/v2/users/me.json', { as: null })
  expect(me.status).toBe(200)
  expect(me.json.user).toMatchObject({ id: null, role: 'end-user' })
})

test.each([
  ['a wrong token', (email: string) => basic(`${email}/token`, 'nonsense')],
  ['a wrong password', (email: string) => basic(email, 'nonsense')],
  ['the token without /token', (email: string) => basic(email, 'demo-api-token')],
  ['an unknown email', () => basic('nobody@example.com/token', 'demo-api-token')],
  ['an empty email', () => basic('/token', 'demo-api-token')],
  ['an empty header', () => ''],
  ['an unknown scheme', () => 'Digest username="x"'],
  ['no base64', () => 'Basic ***'],
])('%s is refused with Zendesk’s exact words, on users/me too', async (_, headerOf) => {
  const demo = await demoFor()
  for (const path of ['/api/v2/users/me', '/api/v2/tickets']) {
    const refused = await ask(demo, `GET ${path}`, {
      as: null,
      headers: { authorization: headerOf(demo.account.email) },
    })
    expect([refused.status, refused.text, refused.headers.get('www-authenticate')]).toEqual([
      401,
      NOT_AUTHENTICATED,
      null,
    ])
  }
})

test('without credentials everything else is 401', async () => {
  const demo = await demoFor()
  const refused = await ask(demo, `POST ${VOICE}/tickets`, { as: null, body: inboundCall() })
  expect([refused.status, refused.text]).toEqual([401, NOT_AUTHENTICATED])
})

test('a wrong bearer token has its own body and challenge', async () => {
  const demo = await demoFor()
  const refused = await ask(demo, 'GET /api/v2/users/me', { as: null, headers: { authorization: 'Bearer wrong' } })
  expect(refused.status).toBe(401)
  expect(refused.text).toBe(
    '{"error":"invalid_token","error_description":"The access token provided is expired, revoked, malformed or invalid for other reasons."}',
  )
  expect(refused.headers.get('www-authenticate')).toMatch(
    /^Bearer realm="Zendesk::OAuth Bearer Token Auth.*invalid_token/,
  )
})

test('a bearer token acts as its user, within its scopes', async () => {
  const demo = await demoFor()
  demo.bearerTokens.set('readable', { userId: demo.account.agentId, scopes: ['read'] })
  const headers = { authorization: 'Bearer readable' }
  const me = await ask(demo, 'GET /api/v2/users/me', { as: null, headers })
  expect(me.json.user.id).toBe(demo.account.agentId)
  const refused = await ask(demo, `POST ${VOICE}/tickets`, { as: null, headers, body: inboundCall() })
  expect([refused.status, refused.json]).toEqual([
    403,
    { error: 'Forbidden', description: 'You are missing the following required scopes: write' },
  ])
})

describe('who may use Talk Partner Edition', () => {
  test('the agent and the admin may, the light agent and the end user may not', async () => {
    const demo = await demoFor()
    const { admin, lightAgent, endUser } = demo.otherLogins
    const statuses: number[] = []
    for (const as of [demo.account.email, admin.email, lightAgent.email, endUser.email]) {
      statuses.push((await ask(demo, `POST ${VOICE}/tickets`, { as, body: inboundCall() })).status)
    }
    expect(statuses).toEqual([201, 201, 403, 403])
  })

  test('each of them can sign in and sees the own role', async () => {
    const demo = await demoFor()
    const { admin, lightAgent, endUser } = demo.otherLogins
    const seen: unknown[] = []
    for (const { email, password } of [demo.account, admin, lightAgent, endUser]) {
      const headers = { authorization: basic(email, password) }
      const { json } = await ask(demo, 'GET /api/v2/users/me', { as: null, headers })
      seen.push([json.user.email === email, json.user.role, json.user.restricted_agent])
    }
    expect(seen).toEqual([
      [true, 'agent', false],
      [true, 'admin', false],
      [true, 'agent', true],
      [true, 'end-user', true],
    ])
  })

  test('a 403 can be an object, too', async () => {
    const demo = await demoFor({ switches: { objectForbidden: true } })
    const refused = await ask(demo, 'GET /api/v2/tickets', { as: demo.otherLogins.endUser.email })
    expect(refused.json.error).toMatchObject({ title: 'Forbidden' })
  })

  test('light agents may write where the account lets them', async () => {
    const demo = await demoFor({ switches: { lightAgentsMayWrite: true } })
    const as = demo.otherLogins.lightAgent.email
    expect((await ask(demo, `POST ${VOICE}/tickets`, { as, body: inboundCall() })).status).toBe(201)
  })

  test.each([
    ['missingAnswers403', 403],
    ['missingAnswers404', 404],
  ] as const)('an account without it answers as %s says, and only there', async (talkPartnerEdition, status) => {
    const demo = await demoFor({ switches: { talkPartnerEdition } })
    const { agentId, ticketId } = demo.account
    expect((await ask(demo, `POST ${VOICE}/tickets`, { body: inboundCall() })).status).toBe(status)
    expect((await ask(demo, `POST ${VOICE}/agents/${agentId}/tickets/${ticketId}/display`)).status).toBe(status)
    expect((await ask(demo, 'GET /api/v2/users/me')).status).toBe(200)
  })
})

test('with and without .json are the same path, and any other path is an invalid endpoint', async () => {
  const demo = await demoFor()
  const plain = await ask(demo, 'GET /api/v2/tickets/35120')
  expect((await ask(demo, 'GET /api/v2/tickets/35120.json')).text).toBe(plain.text)
  for (const path of [
    'GET /api/v2/ticket',
    'DELETE /api/v2/tickets/35120',
    'GET /api/v2/users/__proto__',
    'GET /api/v3/x',
  ]) {
    const unknown = await ask(demo, path)
    expect([unknown.status, unknown.json.error]).toEqual([404, 'InvalidEndpoint'])
  }
})
