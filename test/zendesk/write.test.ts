import { describe, expect, it } from 'vitest'
import { VIA_ID } from '../../main/zendesk/zendesk.ts'
import {
  AGENT_ID,
  call,
  callerUser,
  ticketWanted,
  ticketWire,
  voice,
  zendeskAnswering,
  type Scripted,
} from './scripted-zendesk.ts'

describe('writing', () => {
  it('a caller', async () => {
    const { zendesk, heard } = await zendeskAnswering([
      { status: 201, body: { user: callerUser } },
      { status: 201, body: { user: callerUser } },
    ])
    expect(await zendesk.createCaller({ name: 'Grace', phone: '+14155551212', externalId: 'x' })).toMatchObject({
      ok: true,
      value: { id: callerUser.id },
    })
    await zendesk.createCaller({ name: 'Grace', phone: '+14155551212' })
    expect(heard[0]).toMatchObject({
      method: 'POST',
      path: '/api/v2/users',
      headers: { 'content-type': 'application/json' },
    })
    expect(heard.map(({ body }) => JSON.parse(body))).toEqual([
      { user: { name: 'Grace', phone: '+14155551212', external_id: 'x' } },
      { user: { name: 'Grace', phone: '+14155551212' } },
    ])
  })

  it('a call, the same bytes each time', async () => {
    const answer = { status: 201, body: { ticket: ticketWire, audit: {} } }
    const { zendesk, heard } = await zendeskAnswering([answer, answer])
    for (let i = 0; i < 2; i++) {
      expect(await zendesk.createVoiceTicket(call, { idempotencyKey: 'entry-1', displayToAgent: AGENT_ID })).toEqual({
        ok: true,
        value: ticketWanted,
      })
    }
    expect(heard[0]).toMatchObject({
      method: 'POST',
      path: '/api/v2/channels/voice/tickets',
      headers: { 'idempotency-key': 'entry-1', 'content-type': 'application/json' },
    })
    expect(JSON.parse(heard[0]!.body)).toEqual({
      display_to_agent: AGENT_ID,
      ticket: {
        via_id: 45,
        external_id: 'entry-1',
        requester_id: 1_234_567_890_123,
        subject: 'Kaputt – 壊れた',
        priority: 'urgent',
        tags: ['call', 'inbound'],
        comment: { body: 'Screen is broken', public: false },
      },
    })
    expect(heard[1]!.body).toBe(heard[0]!.body)
  })

  it('a voicemail, with every fact of the reference', async () => {
    const { comment: _, ...rest } = call
    const { zendesk, heard } = await zendeskAnswering([{ status: 201, body: { ticket: ticketWire } }])
    await zendesk.createVoiceTicket(
      {
        ...rest,
        viaId: VIA_ID.voicemail,
        requesterId: null,
        priority: null,
        tags: [],
        description: 'Voicemail from +14155551212',
        voiceComment: { ...voice, answeredById: null, transcriptionText: 'Hello', location: 'San Francisco' },
      },
      { idempotencyKey: 'entry-1' },
    )
    expect(JSON.parse(heard[0]!.body)).toEqual({
      ticket: {
        via_id: 44,
        external_id: 'entry-1',
        subject: 'Kaputt – 壊れた',
        tags: [],
        description: 'Voicemail from +14155551212',
        voice_comment: {
          from: '+14155551212',
          to: '+14155550000',
          recording_url: 'https://acme.example/call.mp3',
          started_at: '2026-11-22T12:00:00Z',
          call_duration: 40,
          answered_by_id: null,
          transcription_text: 'Hello',
          location: 'San Francisco',
        },
      },
    })
  })

  it('the voice comment of a ticket, and nothing else with it', async () => {
    const { zendesk, heard } = await zendeskAnswering([{ body: { ticket: ticketWire, audit: {} } }])
    expect(await zendesk.addVoiceComment(35_436, voice)).toEqual({ ok: true, value: ticketWanted })
    expect(heard[0]).toMatchObject({ method: 'PUT', path: '/api/v2/tickets/35436' })
    expect(JSON.parse(heard[0]!.body)).toEqual({
      ticket: {
        voice_comment: {
          from: '+14155551212',
          to: '+14155550000',
          recording_url: 'https://acme.example/call.mp3',
          started_at: '2026-11-22T12:00:00Z',
          call_duration: 40,
          answered_by_id: AGENT_ID,
        },
      },
    })
  })

  it.each<[string, Scripted, object]>([
    ['cut short', { status: 201, body: '{"ticket":{"id":1' }, { kind: 'offline', why: 'notZendesk' }],
    ['empty', { status: 201, body: '' }, { kind: 'offline', why: 'notZendesk' }],
    ['a page', { status: 200, type: 'text/html', body: '<html>' }, { kind: 'offline', why: 'notZendesk' }],
    ['of another shape', { status: 201, body: { ticket: { id: 0 } } }, { kind: 'unexpected', status: 201 }],
    ['null', { status: 201, body: 'null' }, { kind: 'unexpected', status: 201 }],
    ['of a job to come', { status: 202, body: { job_status: {} } }, { kind: 'unexpected', status: 202 }],
  ])('may have worked when the answer is %s', async (_, answer, failure) => {
    const { zendesk } = await zendeskAnswering([answer, answer, answer])
    const expected = { ok: false, error: { ...failure, maybeApplied: true } }
    expect(await zendesk.createVoiceTicket(call, { idempotencyKey: 'entry-1' })).toEqual(expected)
    expect(await zendesk.addVoiceComment(1, voice)).toEqual(expected)
    expect(await zendesk.createCaller({ name: 'Grace', phone: '+14155551212' })).toEqual(expected)
  })

  it('takes JSON under any name, and null for what is unknown', async () => {
    const body = JSON.stringify({ ticket: { id: 9_007_199_254_740_991, status: 'open', requester_id: null } })
    const { zendesk } = await zendeskAnswering([{ status: 201, type: 'text/plain; charset=utf-8', body }])
    expect(await zendesk.createVoiceTicket(call, { idempotencyKey: 'entry-1' })).toEqual({
      ok: true,
      value: { id: 9_007_199_254_740_991, externalId: null, status: 'open', requesterId: null },
    })
  })

  it('does not take an id that cannot be told from its neighbour', async () => {
    const body = '{"ticket":{"id":9007199254740993,"status":"open"}}'
    const { zendesk } = await zendeskAnswering([{ status: 201, body }])
    expect(await zendesk.createVoiceTicket(call, { idempotencyKey: 'k' })).toMatchObject({
      error: { kind: 'unexpected' },
    })
  })
})
