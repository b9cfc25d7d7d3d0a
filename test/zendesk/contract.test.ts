import { describe, expect, it } from 'vitest'
import type { Transport } from '../../main/zendesk/transport.ts'
import { VIA_ID, type ViaId } from '../../main/zendesk/zendesk.ts'
import { callOf, demoZendesk, NOBODY, tokenOf, voiceOf } from './contract-kit.ts'

describe('callers', () => {
  const namesOf = async (found: ReturnType<Awaited<ReturnType<typeof demoZendesk>>['zendesk']['findCallers']>) => {
    const result = await found
    return result.ok ? result.value.map(({ name }) => name) : result.error
  }

  it('are found by their number, whole, with their organization', async () => {
    const { demo, zendesk } = await demoZendesk()
    expect(await zendesk.findCallers('16617480240')).toEqual({
      ok: true,
      value: [
        {
          id: demo.account.endUserId,
          name: 'Jane Doe',
          email: 'jane.doe@northwindlabs.example',
          phone: '+16617480240',
          organization: 'Northwind Labs',
          sharedPhone: false,
        },
      ],
    })
  })

  it('are found however their number was typed, all of them, and nobody else', async () => {
    const { zendesk } = await demoZendesk()
    expect(await namesOf(zendesk.findCallers('14155551212'))).toEqual(['Robert Fields'])
    expect(await namesOf(zendesk.findCallers('35315550142'))).toEqual([
      'Tom Murphy',
      'Aoife Byrne',
      'Northwind front desk',
    ])
    expect(await namesOf(zendesk.findCallers('15550142'))).toEqual([])
    expect(await namesOf(zendesk.findCallers('6617480240'))).toEqual([])
    expect(await namesOf(zendesk.findCallers('0240'))).toEqual([])
    expect(await namesOf(zendesk.findCallers(''))).toEqual([])
  })

  it('are created, found at once by external id, and by number once search knows them', async () => {
    const { demo, zendesk } = await demoZendesk({ validatePhones: true })
    const phone = '+493012345678'
    const created = await zendesk.createCaller({ name: 'Käthe', phone, externalId: `tel:${phone}` })
    expect(created).toMatchObject({ ok: true, value: { name: 'Käthe', phone } })
    expect(await zendesk.callersByExternalId(`tel:${phone}`)).toEqual({
      ok: true,
      value: [created.ok && created.value],
    })
    expect(await zendesk.callersByExternalId('tel:+49301')).toEqual({ ok: true, value: [] })
    expect(await namesOf(zendesk.findCallers('493012345678'))).toEqual([])
    demo.clock.advance(demo.switches.searchLagMs)
    expect(await namesOf(zendesk.findCallers('493012345678'))).toEqual(['Käthe'])
  })

  it.each([false, true])(
    'without a name or with a bad number are refused by field (localised: %s)',
    async (localisedErrors) => {
      const { zendesk } = await demoZendesk({ validatePhones: true, localisedErrors })
      expect(await zendesk.createCaller({ name: '', phone: '+493012345678' })).toMatchObject({
        error: { kind: 'invalid', details: [{ field: 'name' }] },
      })
      expect(await zendesk.createCaller({ name: 'Käthe', phone: '030 12' })).toMatchObject({
        error: { kind: 'invalid', details: [{ field: 'phone', code: 'InvalidValue' }] },
      })
    },
  )
})

describe('calls', () => {
  it.each<[string, ViaId]>([
    ['inbound', VIA_ID.inbound],
    ['outbound', VIA_ID.outbound],
  ])('%s become tickets as written', async (_, viaId) => {
    const { demo, zendesk } = await demoZendesk()
    const created = await zendesk.createVoiceTicket(callOf(demo, { viaId }), { idempotencyKey: 'entry-1' })
    const stored = demo.tickets().at(-1)!
    expect(created).toEqual({
      ok: true,
      value: { id: stored.id, externalId: 'entry-1', status: 'new', requesterId: demo.account.endUserId },
    })
    expect(stored).toMatchObject({
      via_id: viaId,
      subject: 'Printer rattles – 2e étage',
      priority: 'high',
      tags: ['call', 'printer'],
      requester_id: demo.account.endUserId,
      submitter_id: demo.account.agentId,
      comments: [{ body: 'Jane hears a rattle. 🖨', public: false, voice: null }],
    })
    expect(demo.pops()).toEqual([])
  })

  it('voicemails become tickets with every fact', async () => {
    const { demo, zendesk } = await demoZendesk()
    const { comment: _, ...rest } = callOf(demo, { viaId: VIA_ID.voicemail, priority: null, tags: [] })
    const voiceComment = voiceOf(demo, {
      answeredById: null,
      transcriptionText: 'Please call back',
      location: 'Dublin',
    })
    const created = await zendesk.createVoiceTicket(
      { ...rest, description: 'Voicemail from Jane Doe', voiceComment },
      { idempotencyKey: 'entry-1', displayToAgent: demo.account.agentId },
    )
    expect(created).toMatchObject({ ok: true })
    const stored = demo.tickets().at(-1)!
    expect(stored).toMatchObject({ via_id: 44, priority: null, tags: [], description: 'Voicemail from Jane Doe' })
    expect(stored.comments.map(({ voice }) => voice)).toEqual([
      {
        from: '+16617480240',
        to: '+16617480123',
        recording_url: 'https://recordings.example/call.mp3',
        started_at: '2026-11-22T12:00:00Z',
        call_duration: 40,
        answered_by_id: null,
        transcription_text: 'Please call back',
        location: 'Dublin',
      },
    ])
    expect(demo.pops()).toMatchObject([{ agentId: demo.account.agentId, target: { kind: 'ticket', id: stored.id } }])
  })

  it.each([false, true])(
    'keep note and voice comment in two steps (both kept at once: %s)',
    async (keepBothComments) => {
      const { demo, zendesk } = await demoZendesk({ keepBothComments })
      const created = await zendesk.createVoiceTicket(callOf(demo, { voiceComment: voiceOf(demo) }), {
        idempotencyKey: 'a',
      })
      const together = created.ok ? await zendesk.ticketComments(created.value.id) : created
      const voice = { from: '+16617480240', to: '+16617480123', startedAt: '2026-11-22T12:00:00Z' }
      expect(together.ok && together.value.map((comment) => comment.voice)).toEqual(
        keepBothComments ? [null, voice] : [null],
      )

      const first = await zendesk.createVoiceTicket(callOf(demo, { externalId: 'entry-2' }), { idempotencyKey: 'b' })
      const id = first.ok ? first.value.id : NOBODY
      expect(await zendesk.addVoiceComment(id, voiceOf(demo))).toMatchObject({
        ok: true,
        value: { id, externalId: 'entry-2' },
      })
      const inSteps = await zendesk.ticketComments(id)
      expect(inSteps.ok && inSteps.value.map((comment) => comment.voice)).toEqual([null, voice])
    },
  )

  it('use no word Zendesk does not know', async () => {
    const warnings: (string | undefined)[] = []
    const listening = (transport: Transport): Transport => ({
      ...transport,
      send: async (request) => {
        const reply = await transport.send(request)
        if (reply.ok && reply.value.status < 300) warnings.push(reply.value.headers['x-zendesk-api-warn'])
        return reply
      },
    })
    const { demo, signIn } = await demoZendesk()
    const zendesk = signIn(tokenOf(demo.account), {}, listening)
    const everything = { description: 'x', voiceComment: voiceOf(demo, { transcriptionText: 'x', location: 'x' }) }
    await zendesk.createVoiceTicket(callOf(demo, everything), {
      idempotencyKey: 'a',
      displayToAgent: demo.account.agentId,
    })
    await zendesk.addVoiceComment(demo.account.ticketId, everything.voiceComment)
    await zendesk.createCaller({ name: 'Käthe', phone: '+493012345678', externalId: 'x' })
    expect(warnings).toEqual([undefined, undefined, undefined])
  })

  it.each([false, true])(
    'with faults are refused by field, and leave nothing (localised: %s)',
    async (localisedErrors) => {
      const { demo, zendesk } = await demoZendesk({ localisedErrors })
      const before = demo.tickets().length
      const refused = async (more: Parameters<typeof callOf>[1], displayToAgent?: number) => {
        const options = { idempotencyKey: 'entry-1', ...(displayToAgent !== undefined && { displayToAgent }) }
        const result = await zendesk.createVoiceTicket(callOf(demo, more), options)
        return !result.ok && result.error.kind === 'invalid' ? result.error.details : result
      }
      expect(await refused({}, NOBODY)).toMatchObject([{ field: 'display_to_agent', code: 'InvalidValue' }])
      expect(await refused({}, demo.account.endUserId)).toMatchObject([{ field: 'display_to_agent' }])
      expect(await refused({ comment: { body: ' ', public: true } })).toMatchObject([
        { field: 'base', code: 'BlankValue' },
      ])
      expect(await refused({ viaId: VIA_ID.voicemail })).toMatchObject([{ field: 'voice_comment', code: 'BlankValue' }])
      expect(await refused({ requesterId: NOBODY })).toMatchObject([{ code: 'InvalidValue' }])
      expect(demo.tickets()).toHaveLength(before)
      expect(demo.pops()).toEqual([])
    },
  )

  it('are found again by external id, all of them, at once', async () => {
    const { demo, zendesk } = await demoZendesk()
    await zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'a' })
    await zendesk.createVoiceTicket(callOf(demo), { idempotencyKey: 'b' })
    await zendesk.createVoiceTicket(callOf(demo, { externalId: 'entry-10' }), { idempotencyKey: 'c' })
    const ids = demo
      .tickets()
      .slice(-3)
      .map(({ id }) => id)
    const found = await zendesk.ticketsByExternalId('entry-1')
    expect(found.ok && found.value.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    expect(await zendesk.ticketsByExternalId('entry-2')).toEqual({ ok: true, value: [] })
  })

  it('comments are read to the last page', async () => {
    const { demo, zendesk } = await demoZendesk({ ticketUpdatesPerTenMinutes: 1000, rateLimitPerMinute: 1000 })
    const { ticketId } = demo.account
    for (let second = 0; second < 105; second++) {
      const startedAt = new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString()
      await zendesk.addVoiceComment(ticketId, voiceOf(demo, { startedAt }))
    }
    const comments = await zendesk.ticketComments(ticketId)
    expect(comments.ok && new Set(comments.value.map(({ id }) => id)).size).toBe(106)
    expect(comments.ok && comments.value.filter(({ voice }) => voice)).toHaveLength(105)
  })
})
