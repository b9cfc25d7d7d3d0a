import { describe, expect, it } from 'vitest'
import type { Transport } from '../../main/zendesk/transport.ts'
import { callOf, demoZendesk, tokenOf } from './contract-kit.ts'

describe('signing in', () => {
  it('by token or password, as agent or admin', async () => {
    const { demo, signIn } = await demoZendesk()
    const { email, password, agentId } = demo.account
    const agent = { id: agentId, email, role: 'agent', light: false }
    expect(await signIn(tokenOf(demo.account)).me()).toMatchObject({ ok: true, value: agent })
    expect(await signIn({ kind: 'password', email, password }).me()).toMatchObject({ ok: true, value: agent })
    expect(await signIn(tokenOf(demo.otherLogins.admin)).me()).toMatchObject({
      ok: true,
      value: { role: 'admin', light: false },
    })
  })

  it('knows a light agent, who may not write', async () => {
    const { demo, signIn } = await demoZendesk()
    const light = signIn(tokenOf(demo.otherLogins.lightAgent))
    expect(await light.me()).toMatchObject({ ok: true, value: { role: 'agent', light: true } })
    expect(await light.createVoiceTicket(callOf(demo), { idempotencyKey: 'entry-1' })).toEqual({
      ok: false,
      error: { kind: 'forbidden', maybeApplied: false },
    })
  })

  it('refuses a wrong secret, an unknown email, and an answer to nobody', async () => {
    const { demo, signIn } = await demoZendesk()
    const { email } = demo.account
    const anonymous = (transport: Transport): Transport => ({
      ...transport,
      send: ({ headers: { Authorization: _, ...headers }, ...request }) => transport.send({ ...request, headers }),
    })
    for (const zendesk of [
      signIn({ kind: 'token', email, token: 'wrong' }),
      signIn({ kind: 'password', email, password: 'wrong' }),
      signIn({ kind: 'token', email: 'nobody@example.com', token: demo.account.apiToken }),
      signIn(tokenOf(demo.account), {}, anonymous),
    ]) {
      expect(await zendesk.me()).toEqual({ ok: false, error: { kind: 'unauthorised', maybeApplied: false } })
    }
    expect(demo.requests().at(-1)).toMatchObject({ status: 200 })
  })

  it.each([false, true])('refuses an end user everywhere (object-shaped 403: %s)', async (objectForbidden) => {
    const { demo, signIn } = await demoZendesk({ objectForbidden })
    const endUser = signIn(tokenOf(demo.otherLogins.endUser))
    const { agentId, ticketId } = demo.account
    const forbidden = { ok: false, error: { kind: 'forbidden', maybeApplied: false } }
    expect(await endUser.me()).toEqual(forbidden)
    expect(await endUser.createVoiceTicket(callOf(demo), { idempotencyKey: 'k' })).toEqual(forbidden)
    expect(await endUser.displayTicket(agentId, ticketId)).toEqual(forbidden)
    expect(await endUser.displayUser(agentId, demo.account.endUserId)).toEqual(forbidden)
  })

  it.each(['unknownAccount', 'captivePortal'] as const)('tells that it is not Zendesk: %s', async (name) => {
    const { zendesk } = await demoZendesk({ [name]: true })
    expect(await zendesk.me()).toEqual({
      ok: false,
      error: { kind: 'offline', why: 'notZendesk', maybeApplied: false },
    })
  })
})
