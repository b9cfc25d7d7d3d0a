import { expect, test } from 'vitest'
import type { FaultRule } from '../../main/demo/index.ts'
import { clientOf, demoDesk, runningDemo } from '../fakes/demo-desk.ts'

const CREATE = { method: 'POST', path: '/api/v2/channels/voice/tickets' }
const UPDATE = { method: 'PUT', path: '/api/v2/tickets/*' }
const NEW_USER = { method: 'POST', path: '/api/v2/users' }

test('inbound, outbound and voicemail arrive as the tickets they should be', async () => {
  const demo = await runningDemo()
  const desk = demoDesk(demo, { faster: 1 })
  const already = demo.tickets().length
  const ids = [
    desk.save({ openTicket: true, priority: 'high', tags: ['vip'] }),
    desk.save({ kind: 'outbound', theirNumber: '+442071838750', caller: { is: 'new', name: 'Nia New' } }),
    desk.save({
      kind: 'voicemail',
      voicemail: {
        recording: null,
        recordingUrl: 'https://acme.test/1.mp3',
        transcript: '',
        location: '',
        theirName: '',
        facts: {},
      },
    }),
  ]
  await desk.done(...ids)
  const made = demo.tickets().slice(already)
  expect(made.map(({ external_id, via_id }) => [external_id, via_id])).toEqual([
    [ids[0], 45],
    [ids[1], 46],
    [ids[2], 44],
  ])
  expect(
    made.map(({ comments }) =>
      comments.map((comment) => (comment.voice ? 'voice' : comment.public ? 'public' : 'internal')),
    ),
  ).toEqual([['internal', 'voice'], ['internal', 'voice'], ['voice']])
  expect(made[0]).toMatchObject({ requester_id: demo.account.endUserId, priority: 'high', tags: ['vip'] })
  expect(demo.users().find(({ id }) => id === made[1]?.requester_id)).toMatchObject({
    name: 'Nia New',
    phone: '+442071838750',
  })
  expect(demo.pops()).toMatchObject([{ target: { kind: 'ticket', id: made[0]?.id } }])
})

const before = (match: FaultRule['match'], fault: FaultRule['fault']): FaultRule => ({ match, fault })
const after = (match: FaultRule['match'], fault: FaultRule['fault']): FaultRule => ({ match, when: 'after', fault })
const status = (code: number, body = '', headers: Record<string, string> = {}): FaultRule['fault'] => ({
  kind: 'status',
  status: code,
  body,
  headers,
})

test.each<[name: string, rule: FaultRule]>([
  ['the connection is reset before the create is done', before(CREATE, { kind: 'reset' })],
  ['the connection is reset after the create was done', after(CREATE, { kind: 'reset' })],
  ['the answer to the create is cut short', before(CREATE, { kind: 'truncate' })],
  ['a gateway answers 502 after the create was done', after(CREATE, status(502, '<h1>Bad gateway</h1>'))],
  ['the create is answered with 503', before(CREATE, status(503, '', { 'retry-after': '1' }))],
  ['the create is answered with 429', before(CREATE, status(429, 'slow', { 'retry-after': '1' }))],
  ['the create is answered with 409', before(CREATE, status(409))],
  ['the create is redirected to another host', before(CREATE, { kind: 'redirect', location: 'https://login.test/' })],
  ["the create is answered by a hotel's page", after(CREATE, status(200, '<html>Welcome</html>'))],
  ['the create is answered with what is no JSON', after(CREATE, status(201, 'ok'))],
  ['the connection is reset after the caller was made', after(NEW_USER, { kind: 'reset' })],
  ['the connection is reset after the voice comment was added', after(UPDATE, { kind: 'reset' })],
  ['the voice comment is answered with 503 after it was added', after(UPDATE, status(503))],
])('when %s there is one ticket, one caller and one voice comment', async (_name, rule) => {
  const demo = await runningDemo()
  const desk = demoDesk(demo)
  const users = demo.users().length
  demo.faults.add(rule)
  const id = desk.save({ theirNumber: '+442071838750', caller: { is: 'new', name: 'Nia New' } })
  await desk.done(id)
  const made = demo.tickets().filter((ticket) => ticket.external_id === id)
  expect(made.map(({ comments }) => comments.map((comment) => comment.voice !== null))).toEqual([[false, true]])
  expect(demo.users()).toHaveLength(users + 1)
})

test('every create of a call sends the same bytes under the same key', async () => {
  const demo = await runningDemo()
  const desk = demoDesk(demo)
  demo.faults.add({ match: CREATE, times: 2, fault: { kind: 'reset' } })
  const id = desk.save()
  await desk.done(id)
  const creates = demo.requests().filter(({ method, url }) => method === 'POST' && url.startsWith(CREATE.path))
  expect(creates.length).toBeGreaterThan(1)
  expect(new Set(creates.map(({ body, idempotencyKey }) => `${idempotencyKey} ${body}`)).size).toBe(1)
  expect(creates[0]?.idempotencyKey).toBe(id)
})

test('behind a captive portal everything waits, and goes out when the way is free', async () => {
  const demo = await runningDemo({ switches: { captivePortal: true } })
  const desk = demoDesk(demo)
  const id = desk.save()
  await desk.until(() => desk.state(id)?.is === 'waiting')
  expect(desk.sender.sending()).toMatchObject({ state: 'offline', waiting: 1 })
  demo.switches.captivePortal = false
  await desk.done(id)
  expect(demo.tickets().filter((ticket) => ticket.external_id === id)).toHaveLength(1)
})

test('a wrong secret stops everything and asks to sign in', async () => {
  const demo = await runningDemo()
  const desk = demoDesk(demo, { zendesk: clientOf(demo, 'wrong') })
  const [first, second] = [desk.save(), desk.save()]
  await desk.until(() => desk.sender.sending().state === 'signIn')
  expect(desk.state(first)).toMatchObject({ is: 'waiting', why: 'signIn' })
  expect(desk.state(second)).toBeUndefined()
  expect(demo.requests()).toHaveLength(1)
})

test('a caller who is gone meanwhile is asked about', async () => {
  const demo = await runningDemo()
  const desk = demoDesk(demo)
  const id = desk.save({ caller: { is: 'known', userId: 99_999_999, name: 'Gone' } })
  await desk.until(() => desk.state(id)?.is === 'needsYou')
  expect(desk.state(id)).toEqual({ is: 'needsYou', why: { kind: 'whoCalled', found: 0 } })
})

test('an account without Talk Partner Edition, or an agent without the right, is said to be so', async () => {
  const demo = await runningDemo({ switches: { talkPartnerEdition: 'missingAnswers403' } })
  const desk = demoDesk(demo)
  const id = desk.save()
  await desk.until(() => desk.state(id)?.is === 'needsYou')
  expect(desk.state(id)).toEqual({ is: 'needsYou', why: { kind: 'forbidden' } })
})

test('a Zendesk that goes away in mid-request and comes back has the call once', async () => {
  const first = await runningDemo()
  const desk = demoDesk(first)
  first.faults.add({ match: CREATE, when: 'after', fault: { kind: 'hang' } })
  const id = desk.save()
  await expect.poll(() => first.tickets().some((ticket) => ticket.external_id === id)).toBe(true)
  const port = Number(new URL(first.url).port)
  const snapshot = first.snapshot()
  await first.close()
  await desk.until(() => desk.state(id)?.is === 'waiting')
  const second = await runningDemo({ port, snapshot })
  await desk.done(id)
  expect(second.tickets().filter((ticket) => ticket.external_id === id)).toHaveLength(1)
})

test('under a rate limit everything arrives, each call once', async () => {
  const demo = await runningDemo({ switches: { rateLimitPerMinute: 700 } })
  const desk = demoDesk(demo)
  const ids = Array.from({ length: 5 }, () => desk.save())
  demo.faults.add({ times: 3, fault: { kind: 'status', status: 429, headers: { 'retry-after': '2' }, body: 'slow' } })
  await desk.done(...ids)
  const external = demo.tickets().map((ticket) => ticket.external_id)
  expect(external.filter((one) => one !== null && ids.includes(one))).toEqual(ids)
})
