import { describe, expect, it } from 'vitest'
import { callOf, demoZendesk, NOBODY, voiceOf } from './contract-kit.ts'

describe('display', () => {
  it.each(['null', 'empty'] as const)(
    'opens tickets and profiles in the agent’s browser (body: %s)',
    async (displayBody) => {
      const { demo, zendesk } = await demoZendesk({ displayBody })
      const { agentId, ticketId, endUserId } = demo.account
      expect(await zendesk.displayTicket(agentId, ticketId)).toEqual({ ok: true, value: null })
      expect(await zendesk.displayUser(agentId, endUserId)).toEqual({ ok: true, value: null })
      expect(demo.pops()).toMatchObject([
        { agentId, target: { kind: 'ticket', id: ticketId } },
        { agentId, target: { kind: 'user', id: endUserId } },
      ])
    },
  )

  it('of what does not exist, to whom does not exist, or to no agent, is not found', async () => {
    const { demo, zendesk } = await demoZendesk()
    const { agentId, ticketId, endUserId } = demo.account
    const notFound = { ok: false, error: { kind: 'notFound', maybeApplied: false } }
    expect(await zendesk.displayTicket(agentId, NOBODY)).toEqual(notFound)
    expect(await zendesk.displayTicket(NOBODY, ticketId)).toEqual(notFound)
    expect(await zendesk.displayTicket(endUserId, ticketId)).toEqual(notFound)
    expect(await zendesk.displayUser(agentId, NOBODY)).toEqual(notFound)
    expect(await zendesk.ticketComments(NOBODY)).toEqual(notFound)
    expect(await zendesk.addVoiceComment(NOBODY, voiceOf(demo))).toEqual(notFound)
  })

  it.each([
    ['closedAnswers200', { ok: true, value: null }],
    ['closedAnswers404', { ok: false, error: { kind: 'notFound', maybeApplied: false } }],
  ] as const)('without an open browser: %s', async (agentBrowser, expected) => {
    const { demo, zendesk } = await demoZendesk({ agentBrowser })
    expect(await zendesk.displayTicket(demo.account.agentId, demo.account.ticketId)).toEqual(expected)
  })

  it.each([
    ['missingAnswers403', 'forbidden'],
    ['missingAnswers404', 'notFound'],
  ] as const)('without Talk Partner Edition: %s', async (talkPartnerEdition, kind) => {
    const { demo, zendesk } = await demoZendesk({ talkPartnerEdition })
    const failure = { ok: false, error: { kind, maybeApplied: false } }
    expect(await zendesk.displayTicket(demo.account.agentId, demo.account.ticketId)).toEqual(failure)
    expect(await zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'k' })).toEqual(failure)
  })
})
