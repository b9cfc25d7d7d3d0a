import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { ask, askRaw, basic, demoFor, inboundCall, VOICE } from './helper.ts'

const CREATE = `POST ${VOICE}/tickets`

describe('bodies', () => {
  test.each([
    ['no JSON', '{"ticket":'],
    ['an array', '[]'],
    ['a string', '"ticket"'],
    ['null', 'null'],
    ['half a megabyte of brackets', '['.repeat(500_000)],
  ])('%s is a 400', async (_, body) => {
    const demo = await demoFor()
    expect((await ask(demo, CREATE, { body })).status).toBe(400)
  })

  test('other content types are refused', async () => {
    const demo = await demoFor()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ask(demo, CREATE, { body: 'ticket[via_id]=45', headers })).status).toBe(415)
  })

  test('too large a body is a 413, announced or not', async () => {
    const demo = await demoFor()
    const authorization = basic(demo.account.email, demo.account.password)
    const body = Buffer.alloc(5 * 1024 * 1024, 'x')
    const announced = { authorization, 'content-type': 'application/json', 'content-length': String(body.length) }
    const chunked = { authorization, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    for (const headers of [announced, chunked]) {
      const refused = await askRaw(`${demo.url}${VOICE}/tickets`, { method: 'POST', headers, body })
      expect(refused.status).toBe(413)
    }
    expect((await ask(demo, CREATE, { body: inboundCall() })).status).toBe(201)
  })

  test('keys of Object.prototype are keys like any other', async () => {
    const demo = await demoFor()
    const body =
      '{"ticket":{"via_id":45,"comment":{"body":"x"},"__proto__":{"priority":"urgent"},"constructor":{"x":1},"toString":1},"__proto__":{"display_to_agent":1}}'
    const created = await ask(demo, CREATE, { body })
    expect([created.status, created.json.ticket.priority]).toEqual([201, null])
    expect(created.headers.get('x-zendesk-api-warn')).toContain(
      '"ticket.__proto__", "ticket.constructor", "ticket.toString"',
    )
    expect(Object.prototype).not.toHaveProperty('priority')
    const inherited = await ask(demo, CREATE, { body: '{"__proto__":{"ticket":{"via_id":45,"comment":{"body":"x"}}}}' })
    expect(inherited.status).toBe(422)
  })

  test('wild keys don’t break the warning header', async () => {
    const demo = await demoFor()
    const keys = { 'a\r\nSet-Cookie: b': 1, ключ: 1, ['k'.repeat(5000)]: 1 }
    const created = await ask(demo, CREATE, { body: inboundCall(keys) })
    expect(created.status).toBe(201)
    expect(created.headers.has('set-cookie')).toBe(false)
    expect(created.headers.get('x-zendesk-api-warn')!.length).toBeLessThan(1000)
  })

  test('values of the wrong kind never crash it', async () => {
    const demo = await demoFor({ switches: { rateLimitPerMinute: 9999, ticketUpdatesPerTenMinutes: 9999 } })
    const odd = [null, true, 0, -1, 1e308, '', 'x', [], [[]], {}, { a: { b: 1 } }]
    const fields = ['via_id', 'comment', 'description', 'voice_comment', 'requester_id', 'requester', 'tags']
    const more = [
      'subject',
      'custom_fields',
      'collaborator_ids',
      'status',
      'type',
      'due_at',
      'external_id',
      'problem_id',
    ]
    const statuses = new Set<number>()
    for (const field of [...fields, ...more]) {
      const answers = odd.flatMap((value) => {
        const body = inboundCall({ [field]: value })
        const user = { name: value, [field]: value }
        return [
          ask(demo, CREATE, { body }),
          ask(demo, 'PUT /api/v2/tickets/35102', { body }),
          ask(demo, 'POST /api/v2/users', { body: { user } }),
        ]
      })
      for (const { status } of await Promise.all(answers)) statuses.add(status)
    }
    expect([...statuses].filter((status) => ![200, 201, 422].includes(status))).toEqual([])
  })
})

describe('web pages reaching for this computer', () => {
  const url = (demo: { url: string }) => `${demo.url}/api/v2/users/me`

  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.0.0.1@evil.example',
  ])('the host %j is refused', async (host) => {
    const demo = await demoFor({ control: true })
    for (const path of ['/api/v2/users/me', '/', '/__demo/state']) {
      expect((await askRaw(demo.url + path, { headers: { host } })).status).toBe(403)
    }
    expect(demo.requests()).toEqual([])
  })

  test('no host at all is refused', async () => {
    const demo = await demoFor()
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect({ host: '127.0.0.1', port: Number(new URL(demo.url).port) })
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      socket.on('close', () => resolve(text)).on('error', reject)
      socket.end('GET /api/v2/users/me HTTP/1.0\r\n\r\n')
    })
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  })

  test('localhost and another port’s way in are fine', async () => {
    const demo = await demoFor()
    for (const host of ['localhost', 'localhost:9', '127.0.0.1', '[::1]:9']) {
      expect((await askRaw(url(demo), { headers: { host } })).status).toBe(200)
    }
  })

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('the origin %s is refused', async (origin) => {
    const demo = await demoFor({ control: true })
    const refused = await askRaw(`${demo.url}/__demo/switches`, { method: 'POST', headers: { origin }, body: '{}' })
    expect(refused.status).toBe(403)
    expect(Object.keys(refused.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('a preflight gets no invitation', async () => {
    const demo = await demoFor()
    const answer = await askRaw(url(demo), {
      method: 'OPTIONS',
      headers: { origin: demo.url, 'access-control-request-method': 'GET' },
    })
    expect(answer.status).toBe(404)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('it listens on 127.0.0.1 alone', async () => {
    const demo = await demoFor()
    const port = Number(new URL(demo.url).port)
    const refused = await new Promise((resolve) => {
      connect({ host: '127.0.0.2', port })
        .on('connect', () => resolve('connected'))
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    })
    expect(refused).not.toBe('connected')
  })
})

test.each([
  'GET /%',
  'GET /agent/tickets/%00',
  'GET //evil.example/api/v2/users/me',
  'GET /agent/users/99999999999999999999',
])('%s is answered calmly', async (what) => {
  const demo = await demoFor()
  expect((await ask(demo, what)).status).toBeLessThan(500)
})
