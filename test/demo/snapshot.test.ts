import { expect, test } from 'vitest'
import { readSnapshot } from '../../main/demo/index.ts'
import { ask, demoFor, inboundCall, VOICE } from './helper.ts'

test('an account saved as JSON goes on where it stopped', async () => {
  const first = await demoFor()
  const headers = { 'idempotency-key': 'k-1' }
  const body = { ticket: { comment: { body: 'once' } } }
  const before = await ask(first, 'POST /api/v2/tickets', { body, headers })
  const saved = readSnapshot(JSON.parse(JSON.stringify(first.snapshot())))
  if (!saved.ok) throw new Error(saved.error)
  await first.close()

  const second = await demoFor({ snapshot: saved.value })
  expect(second.account).toEqual(first.account)
  expect(second.tickets()).toEqual(first.tickets())
  const again = await ask(second, 'POST /api/v2/tickets', { body, headers })
  expect([again.headers.get('x-idempotency-lookup'), again.text]).toEqual(['hit', before.text])
  const next = await ask(second, `POST ${VOICE}/tickets`, { body: inboundCall() })
  expect(next.json.ticket.id).toBe(before.json.ticket.id + 1)
})

test('a snapshot is a copy', async () => {
  const demo = await demoFor()
  const snapshot = demo.snapshot()
  await demoFor({ snapshot })
  snapshot.tickets.length = 0
  expect(demo.tickets().length).toBeGreaterThan(0)
})

test.each([
  ['nothing', null],
  ['another version', { version: 2 }],
  ['a ticket without id', { ...{}, version: 1, tickets: [{}] }],
])('%s is no snapshot, and it says why', (_, saved) => {
  const read = readSnapshot(saved)
  expect(read.ok).toBe(false)
  if (!read.ok) expect(read.error).toMatch(/: /)
})

test('each write that counts is announced, reading and refused ones are not', async () => {
  let writes = 0
  const demo = await demoFor({ onWrite: () => (writes += 1) })
  await ask(demo, 'GET /api/v2/tickets')
  await ask(demo, `POST ${VOICE}/tickets`, { body: { ticket: {} } })
  expect(writes).toBe(0)
  await ask(demo, `POST ${VOICE}/tickets`, { body: inboundCall() })
  expect(writes).toBe(1)
})

test('closing frees the port at once, idle connections included', async () => {
  const demo = await demoFor()
  await ask(demo, 'GET /api/v2/users/me')
  expect(await demo.openConnections()).toBeGreaterThan(0)
  await demo.close()
  const port = Number(new URL(demo.url).port)
  const next = await demoFor({ port })
  expect(next.url).toBe(demo.url)
})
