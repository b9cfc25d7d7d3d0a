import { afterEach, beforeEach, expect, test } from 'vitest'
import { findCallers } from '../../main/callers/find.ts'
import { startDemo, type DemoZendesk } from '../../main/demo/index.ts'
import { createZendesk } from '../../main/zendesk/client.ts'
import { createNodeFetchTransport } from '../../main/zendesk/node-fetch-transport.ts'
import type { Zendesk } from '../../main/zendesk/zendesk.ts'

let demo: DemoZendesk
beforeEach(async () => {
  demo = await startDemo()
  // The search index has caught up with the account it was seeded with.
  demo.clock.advance(60_000)
})
afterEach(() => demo.close())

function zendesk(token = demo.account.apiToken): Zendesk {
  const transport = createNodeFetchTransport({ origin: demo.url, version: '0' })
  return createZendesk({ transport, credentials: { kind: 'token', email: demo.account.email, token }, now: Date.now })
}

test('one person with the number is named', async () => {
  const answer = await findCallers('(661) 748-0240', 'US', zendesk())
  expect(answer).toMatchObject({ is: 'found', callers: [{ name: 'Jane Doe' }] })
})

test('all people who share a number are named, none is picked', async () => {
  const answer = await findCallers('+353 1 555 0142', 'US', zendesk())
  expect(answer.is === 'found' && answer.callers.length).toBe(3)
})

test('a number stored in another spelling is found', async () => {
  expect(await findCallers('+14155551212', 'US', zendesk())).toMatchObject({ is: 'found' })
})

test('a number nobody has', async () => {
  expect(await findCallers('+1 661 748 0299', 'US', zendesk())).toEqual({ is: 'nobody' })
})

test.each([
  ['', 'empty'],
  ['withheld', 'withheld'],
  ['200', 'extension'],
  ['jane', 'invalid'],
])('%j is %s, and Zendesk is not asked', async (typed, is) => {
  expect(await findCallers(typed, 'US', zendesk())).toEqual({ is })
  expect(demo.requests()).toEqual([])
})

test('why nobody can be asked: signed out, refused, overloaded, gone', async () => {
  const number = '+16617480240'
  expect(await findCallers(number, 'US', null)).toEqual({ is: 'unreachable', why: 'signIn' })
  expect(await findCallers(number, 'US', zendesk('wrong'))).toEqual({ is: 'unreachable', why: 'signIn' })
  demo.faults.add({ fault: { kind: 'status', status: 503 } })
  expect(await findCallers(number, 'US', zendesk())).toEqual({ is: 'unreachable', why: 'busy' })
  const asking = zendesk()
  await demo.close()
  expect(await findCallers(number, 'US', asking)).toEqual({ is: 'unreachable', why: 'offline' })
})

test('an agent who may not search is not taken for signed out', async () => {
  demo.faults.add({
    fault: {
      kind: 'status',
      status: 403,
      body: '{"error":"Forbidden"}',
      headers: { 'Content-Type': 'application/json' },
    },
  })
  expect(await findCallers('+16617480240', 'US', zendesk())).toEqual({ is: 'unreachable', why: 'busy' })
})
