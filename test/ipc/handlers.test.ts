import { expect, test, vi } from 'vitest'
import { fail } from '../../preload/result.ts'
import { draft } from '../fakes/calls.ts'
import { handlersKit } from './handlers-kit.ts'

const REFUSED = { kind: 'status', status: 401, headers: { 'Content-Type': 'application/json' }, body: '{}' } as const
const NO_CALL = '00000000-0000-4000-8000-00000000ffff'

test('the first paint gets everything in one answer, and only then is the sign-in brought back', async () => {
  const { handlers, kit, demo, salvaged } = await handlersKit()
  const typed = draft()
  await handlers.drafts.keep(typed)
  const saved = draft({ caller: { is: 'known', userId: demo.account.endUserId, name: 'Jane Doe' } })
  await handlers.calls.save(saved)
  salvaged.push({ entries: 2, drafts: 1, setAside: 'calls-1-damaged.db' } as (typeof salvaged)[number])
  const start = await handlers.app.start()
  expect(start).toMatchObject({
    account: { subdomain: 'demo', agent: { name: 'Maya Rossi' } },
    accountTrouble: null,
    lastSignIn: { address: 'acme' },
    settings: { country: 'DE', theme: 'system' },
    drafts: [{ id: typed.id }],
    calls: [{ id: saved.id }],
    storage: null,
    broughtBack: { calls: 2, drafts: 1 },
    version: '1.2.3',
    locale: 'de-DE',
    platform: 'linux',
  })
  expect(kit.restores).toBe(0)
  await vi.waitFor(() => expect(kit.restores).toBe(1), { timeout: 60_000 })
  expect((await handlers.app.start()).broughtBack).toBeNull()
})

test('signed out, there is nothing to show, and what is asked says so', async () => {
  const { handlers, kit } = await handlersKit()
  kit.account = kit.workspace = null
  expect(await handlers.app.start()).toMatchObject({
    account: null,
    drafts: [],
    calls: [],
    sending: { state: 'idle', waiting: 0 },
    lastSignIn: { email: 'ada@acme.example' },
  })
  expect(await handlers.calls.save(draft())).toEqual(fail({ kind: 'signedOut' }))
  expect(await handlers.calls.today()).toEqual([])
  expect(await handlers.calls.sendNow(NO_CALL)).toBeNull()
  expect(await handlers.calls.correct(NO_CALL)).toEqual(fail({ kind: 'gone' }))
  expect(await handlers.calls.openTicket(NO_CALL)).toEqual(fail({ kind: 'noTicket' }))
  expect(await handlers.calls.openCaller(NO_CALL)).toEqual(fail({ kind: 'noCaller' }))
  expect(await handlers.callers.open(7)).toEqual(fail({ kind: 'signedOut' }))
  expect(await handlers.callers.find('+16617480240')).toEqual({ is: 'unreachable', why: 'signIn' })
})

test('while the secret is not at hand, calls are written and saved, and wait', async () => {
  const { handlers, demo } = await handlersKit({ zendesk: null })
  expect(await handlers.calls.save(draft())).toMatchObject({ ok: true, value: { state: { is: 'waiting' } } })
  expect(await handlers.callers.open(7)).toEqual(fail({ kind: 'signedOut' }))
  expect((await handlers.app.start()).sending).toMatchObject({ waiting: 1 })
  expect(demo.requests()).toEqual([])
})

test('a number typed before the sign-in is back is looked up once it is', async () => {
  const { handlers, kit, demo } = await handlersKit()
  const signedIn = kit.account!
  kit.account = { ...signedIn, zendesk: null }
  kit.restore = () => signedIn
  demo.clock.advance(60_000)
  expect(await handlers.callers.find('+16617480240')).toMatchObject({ is: 'found', callers: [{ name: 'Jane Doe' }] })
})

test('a lookup that finds the sign-in refused holds the sending too', async () => {
  const { handlers, demo, workspace } = await handlersKit()
  demo.faults.add({ match: { path: '/api/v2/search' }, fault: REFUSED })
  expect(await handlers.callers.find('+16617480240')).toEqual({ is: 'unreachable', why: 'signIn' })
  expect(workspace.sending().state).toBe('signIn')
})

test('a ticket and its caller open in the agent’s Zendesk tab', async () => {
  const { handlers, demo, opens, send } = await handlersKit()
  const item = await send()
  expect(await handlers.calls.openTicket(item.id)).toEqual({ ok: true, value: 'zendesk' })
  expect(await handlers.calls.openCaller(item.id)).toEqual({ ok: true, value: 'zendesk' })
  expect(await handlers.callers.open(demo.account.endUserId)).toEqual({ ok: true, value: 'zendesk' })
  expect(demo.pops().map(({ target }) => target.kind)).toEqual(['ticket', 'user', 'user'])
  expect(opens).toEqual([])
})

test('what Zendesk can’t show opens by its link in the browser', async () => {
  const { handlers, demo, opens, send } = await handlersKit()
  const item = await send()
  demo.switches.agentBrowser = 'closedAnswers404'
  expect(await handlers.calls.openTicket(item.id)).toEqual({ ok: true, value: 'browser' })
  expect(await handlers.calls.openCaller(item.id)).toEqual({ ok: true, value: 'browser' })
  const ticketId = item.state.is === 'sent' ? item.state.ticketId : 0
  expect(opens).toEqual([`${demo.url}/agent/tickets/${ticketId}`, `${demo.url}/agent/users/${demo.account.endUserId}`])
})

test('a sign-in refused while opening is told, and the link opens all the same', async () => {
  const { handlers, demo, kit, opens, send } = await handlersKit()
  const item = await send()
  demo.faults.add({ match: { path: '*/display' }, fault: REFUSED })
  expect(await handlers.calls.openTicket(item.id)).toEqual({ ok: true, value: 'browser' })
  expect([kit.refusals, opens.length]).toEqual([1, 1])
})

test('without a network and without a browser it says so', async () => {
  const { handlers, demo, send } = await handlersKit({}, { browserOpens: false })
  const item = await send()
  await demo.close()
  expect(await handlers.calls.openTicket(item.id)).toEqual(fail({ kind: 'browserFailed' }))
})

test('a call not sent yet has no ticket, one without a caller nobody to open', async () => {
  const { handlers } = await handlersKit({ zendesk: null })
  const typed = draft({ theirNumber: 'withheld', caller: { is: 'none' } })
  await handlers.calls.save(typed)
  expect(await handlers.calls.openTicket(typed.id)).toEqual(fail({ kind: 'noTicket' }))
  expect(await handlers.calls.openCaller(typed.id)).toEqual(fail({ kind: 'noCaller' }))
})

test('whichever call finds the disk in trouble tells it, and so does the first that works again', async () => {
  const { handlers, database, noted } = await handlersKit()
  database.close() // From now on every use of it fails.
  const failed = { kind: 'failed' }
  expect(await handlers.drafts.keep(draft())).toEqual(fail(failed))
  expect(await handlers.drafts.discard(NO_CALL)).toEqual(fail(failed))
  expect(await handlers.calls.save(draft())).toEqual(fail(failed))
  expect(await handlers.calls.correct(NO_CALL)).toEqual(fail(failed))
  expect(await handlers.calls.today()).toEqual([])
  expect(noted).toEqual([failed, failed, failed, failed, failed])
  expect(await handlers.app.start()).toMatchObject({ drafts: [], calls: [], storage: failed })
  const healthy = await handlersKit()
  await healthy.handlers.drafts.keep(draft())
  expect(healthy.noted).toEqual([null])
})

test('a draft that fails the rules is no trouble of the disk', async () => {
  const { handlers, noted } = await handlersKit()
  expect(await handlers.calls.save(draft({ theirNumber: '' }))).toMatchObject({ error: { kind: 'invalid' } })
  expect(noted).toEqual([])
})

test('settings are kept, used at once, and back after a restart of the page', async () => {
  const { handlers, themes } = await handlersKit()
  expect(await handlers.settings.change({ theme: 'dark', ourNumber: '030 1' })).toMatchObject({
    ok: true,
    value: { theme: 'dark', ourNumber: '030 1', country: 'DE' },
  })
  expect(themes).toEqual(['dark'])
  expect((await handlers.app.start()).settings).toMatchObject({ theme: 'dark', ourNumber: '030 1' })
})

test('dropped and picked files go the same way', async () => {
  const { handlers, kit } = await handlersKit()
  await handlers.intake.readDropped(['/v/dropped.wav'])
  await handlers.intake.pickFiles()
  expect(kit.dropped).toEqual([['/v/dropped.wav'], ['/v/picked.wav']])
})

test('a failed call goes back into the form', async () => {
  const { handlers, demo, until, told } = await handlersKit()
  demo.faults.add({
    match: { path: '/api/v2/channels/voice/tickets' },
    fault: {
      kind: 'status',
      status: 422,
      headers: { 'Content-Type': 'application/json' },
      body: '{"error":"RecordInvalid","details":{"subject":[{"error":"Invalid","description":"Subject: no"}]}}',
    },
  })
  const typed = draft({ caller: { is: 'known', userId: demo.account.endUserId, name: 'Jane Doe' } })
  await handlers.calls.save(typed)
  await until(() => told.items.some(({ state }) => state.is === 'needsYou'))
  expect(await handlers.calls.correct(typed.id)).toMatchObject({
    ok: true,
    value: { id: typed.id, notes: typed.notes },
  })
  expect(await handlers.calls.today()).toEqual([])
})
