import { expect, test } from 'vitest'
import { ask, demoFor, NOON } from './helper.ts'

const MINUTE = 60_000

test('every reply tells how much is left, refused ones included', async () => {
  const demo = await demoFor()
  const first = await ask(demo, 'GET /api/v2/users/me')
  const second = await ask(demo, 'GET /api/v2/nothing', { as: null })
  expect(first.headers.get('x-rate-limit')).toBe('700')
  expect([first, second].map(({ headers }) => headers.get('x-rate-limit-remaining'))).toEqual(['699', '698'])
  expect(second.headers.get('ratelimit-limit')).toBe('700')
  expect(second.headers.get('ratelimit-remaining')).toBe('698')
  expect(second.headers.get('ratelimit-reset')).toBe('60')
})

test('one too many is a 429 in exactly 50 bytes of plain text, until the minute is over', async () => {
  const demo = await demoFor({ switches: { rateLimitPerMinute: 2 } })
  const me = () => ask(demo, 'GET /api/v2/users/me')
  await me()
  await me()
  demo.clock.advance(15_500)
  const refused = await me()
  expect(refused.status).toBe(429)
  expect(Buffer.byteLength(refused.text)).toBe(50)
  expect(refused.text).toBe('Number of allowed API requests per minute exceeded')
  expect(refused.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(refused.headers.get('retry-after')).toBe('45')
  demo.clock.advance(44_500)
  expect((await me()).status).toBe(200)
})

test('a refused request does nothing', async () => {
  const demo = await demoFor({ switches: { rateLimitPerMinute: 0 } })
  const before = demo.snapshot()
  const body = { ticket: { comment: { body: 'x' } } }
  expect((await ask(demo, 'POST /api/v2/tickets', { body })).status).toBe(429)
  expect(demo.snapshot()).toEqual(before)
})

test('one ticket takes 30 updates of one user in ten minutes', async () => {
  const demo = await demoFor()
  const put = (id: number, as = demo.account.email) =>
    ask(demo, `PUT /api/v2/tickets/${id}`, { as, body: { ticket: {} } })
  const first = await put(35120)
  expect(first.headers.get('zendesk-ratelimit-per-ticket-updates')).toBe('total=30; remaining=29; resets=600')
  for (let index = 2; index <= 30; index += 1) expect((await put(35120)).status).toBe(200)
  const refused = await put(35120)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600'])
  expect((await put(35102)).status).toBe(200)
  expect((await put(35120, demo.otherLogins.admin.email)).status).toBe(200)
  demo.clock.advance(10 * MINUTE)
  expect((await put(35120)).status).toBe(200)
})

test('a clock set back opens a new minute; replies carry the demo’s date', async () => {
  const demo = await demoFor({ switches: { rateLimitPerMinute: 1 } })
  await ask(demo, 'GET /api/v2/users/me')
  demo.clock.set(NOON - 24 * 60 * MINUTE)
  const answer = await ask(demo, 'GET /api/v2/users/me')
  expect([answer.status, answer.headers.get('date')]).toEqual([200, 'Sat, 21 Nov 2026 12:00:00 GMT'])
})
