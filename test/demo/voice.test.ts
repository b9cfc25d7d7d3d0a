import { describe, expect, test } from 'vitest'
import { ask, demoFor, inboundCall, NOON, VOICE, VOICE_COMMENT } from './helper.ts'

const CREATE = `POST ${VOICE}/tickets`

test('a created ticket has the full shape, its id follows the last one, and the agent is the requester', async () => {
  const demo = await demoFor()
  const created = await ask(demo, CREATE, {
    body: inboundCall({ external_id: 'call-1', tags: ['Printer', 'hot stuff'] }),
  })
  expect(created.status).toBe(201)
  expect(created.json.ticket).toMatchObject({
    id: 35121,
    external_id: 'call-1',
    via: { channel: 'voice', source: { rel: 'inbound' } },
    created_at: '2026-11-22T12:00:00Z',
    requester_id: demo.account.agentId,
    submitter_id: demo.account.agentId,
    status: 'new',
    type: null,
    priority: null,
    tags: ['printer', 'hot', 'stuff'],
    custom_fields: [],
  })
  expect(created.headers.get('location')).toBe(`${demo.url}/api/v2/tickets/35121.json`)
  expect((await ask(demo, 'GET /api/v2/tickets/35121')).json.ticket).toEqual(created.json.ticket)
})

test('the caller’s number never makes a requester', async () => {
  const demo = await demoFor()
  const users = demo.users().length
  const body = { ticket: { via_id: 44, description: 'Voicemail', voice_comment: VOICE_COMMENT } }
  const created = await ask(demo, CREATE, { body })
  expect(created.json.ticket.requester_id).toBe(demo.account.agentId)
  expect(demo.users()).toHaveLength(users)
})

test('a requester_id is kept, and brings its organization along', async () => {
  const demo = await demoFor()
  const { endUserId } = demo.account
  const created = await ask(demo, CREATE, { body: inboundCall({ requester_id: endUserId, via_id: 46 }) })
  expect(created.json.ticket).toMatchObject({ requester_id: endUserId, organization_id: expect.any(Number) })
})

describe('what is refused, creating nothing', () => {
  const without = (key: string) => {
    const { ticket } = inboundCall()
    return { ticket: { ...ticket, [key]: undefined } }
  }
  test.each([
    ['no via_id', without('via_id'), 'via_id', 'InvalidValue'],
    ['Talk’s own via_id', inboundCall({ via_id: 34 }), 'via_id', 'InvalidValue'],
    ['no comment and no description', without('comment'), 'base', 'BlankValue'],
    ['a blank comment', inboundCall({ comment: { body: ' \n ' } }), 'base', 'BlankValue'],
    ['a voicemail without voice comment', inboundCall({ via_id: 44 }), 'voice_comment', 'BlankValue'],
    ['a voicemail without words', { ticket: { via_id: 44, voice_comment: VOICE_COMMENT } }, 'base', 'BlankValue'],
    ['an unknown requester', inboundCall({ requester_id: 99 }), 'requester', 'InvalidValue'],
    ['an unknown assignee', inboundCall({ assignee_id: 99 }), 'assignee', 'InvalidValue'],
    ['an unknown group', inboundCall({ group_id: 99 }), 'group', 'InvalidValue'],
    ['an unknown priority', inboundCall({ priority: 'critical' }), 'priority', 'InvalidValue'],
    ['tags that are none', inboundCall({ tags: 'printer' }), 'tags', 'InvalidValue'],
    [
      'an inline requester without name',
      inboundCall({ requester: { email: 'new@example.com' } }),
      'requester',
      'BlankValue',
    ],
    ['an unknown display_to_agent', { ...inboundCall(), display_to_agent: 99 }, 'display_to_agent', 'InvalidValue'],
    ['a nonsense display_to_agent', { ...inboundCall(), display_to_agent: 'me' }, 'display_to_agent', 'InvalidValue'],
    [
      'a time that is none',
      inboundCall({ via_id: 44, voice_comment: { ...VOICE_COMMENT, started_at: '2026-06-31T10:00:00Z' } }),
      'voice_comment.started_at',
      'InvalidValue',
    ],
    [
      'a duration in words',
      inboundCall({ via_id: 44, voice_comment: { ...VOICE_COMMENT, call_duration: '40 s' } }),
      'voice_comment.call_duration',
      'InvalidValue',
    ],
    ['no ticket at all', {}, 'via_id', 'InvalidValue'],
  ])('%s', async (_, body, field, code) => {
    const demo = await demoFor()
    const before = demo.snapshot()
    const refused = await ask(demo, CREATE, { body })
    expect([refused.status, refused.json.error]).toEqual([422, 'RecordInvalid'])
    expect(refused.json.details[field]).toMatchObject([{ error: code }])
    expect(demo.snapshot()).toEqual(before)
    expect(demo.pops()).toEqual([])
  })

  test('an end user as display_to_agent', async () => {
    const demo = await demoFor()
    const body = { ...inboundCall(), display_to_agent: demo.account.endUserId }
    expect((await ask(demo, CREATE, { body })).status).toBe(422)
  })

  test('the blank description comes with Zendesk’s exact body', async () => {
    const demo = await demoFor()
    const refused = await ask(demo, CREATE, { body: { ticket: { via_id: 45 } } })
    expect(refused.json).toEqual({
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: {
        base: [
          {
            description: 'Description: cannot be blank',
            error: 'BlankValue',
            ticket_field_id: 21414565,
            ticket_field_type: 'FieldDescription',
          },
        ],
      },
    })
  })

  test('a localised account says it in its own language, under the same codes', async () => {
    const demo = await demoFor({ switches: { localisedErrors: true } })
    const refused = await ask(demo, CREATE, { body: { ticket: { via_id: 45 } } })
    expect(refused.json.details.base).toMatchObject([
      { description: 'Descrição: não pode ficar em branco', error: 'BlankValue' },
    ])
  })

  test('a foreign via_id can be a 400, too', async () => {
    const demo = await demoFor({ switches: { unknownViaAnswers: 400 } })
    expect((await ask(demo, CREATE, { body: inboundCall({ via_id: 34 }) })).status).toBe(400)
  })
})

describe('a comment and a voice comment in one request', () => {
  const both = inboundCall({ voice_comment: VOICE_COMMENT })

  test('the written comment displaces the voice comment', async () => {
    const demo = await demoFor()
    const { json } = await ask(demo, CREATE, { body: both })
    const { comments } = (await ask(demo, `GET /api/v2/tickets/${json.ticket.id}/comments`)).json
    expect(comments).toMatchObject([{ type: 'Comment', body: 'It smokes.' }])
  })

  test('an account that keeps both has the written one first', async () => {
    const demo = await demoFor({ switches: { keepBothComments: true } })
    const { json } = await ask(demo, CREATE, { body: both })
    const { comments } = (await ask(demo, `GET /api/v2/tickets/${json.ticket.id}/comments`)).json
    expect(comments).toMatchObject([{ type: 'Comment' }, { type: 'VoiceComment' }])
  })

  test.each([true, false])(
    'a voicemail’s description stays its text only (keepBothComments %s)',
    async (keepBothComments) => {
      const demo = await demoFor({ switches: { keepBothComments } })
      const body = { ticket: { via_id: 44, description: 'Voicemail', voice_comment: VOICE_COMMENT } }
      const { json } = await ask(demo, CREATE, { body })
      expect(json.ticket.description).toBe('Voicemail')
      const { comments } = (await ask(demo, `GET /api/v2/tickets/${json.ticket.id}/comments`)).json
      expect(comments).toMatchObject([{ type: 'VoiceComment' }])
    },
  )

  test('in a second step the voice comment is added, and read back with its facts', async () => {
    const demo = await demoFor()
    const { agentId } = demo.account
    const { json } = await ask(demo, CREATE, { body: inboundCall() })
    const voice = { ...VOICE_COMMENT, answered_by_id: agentId, transcription_text: 'Hello', call_duration: '41' }
    const added = await ask(demo, `PUT /api/v2/tickets/${json.ticket.id}`, {
      body: { ticket: { voice_comment: voice } },
    })
    expect(added.status).toBe(200)
    const { comments } = (await ask(demo, `GET /api/v2/tickets/${json.ticket.id}/comments`)).json
    expect(comments).toMatchObject([
      { type: 'Comment', public: true },
      {
        type: 'VoiceComment',
        data: { ...voice, call_duration: 41, answered_by_name: 'Maya Rossi' },
        formatted_from: '+1 661 748 0240',
        transcription_visible: true,
      },
    ])
  })
})

describe('display', () => {
  test('every pop is kept in order, with who asked for it', async () => {
    const popped: unknown[] = []
    const demo = await demoFor({ onPop: (pop) => popped.push(pop) })
    const { agentId, ticketId, endUserId } = demo.account
    const admin = demo.otherLogins.admin
    await ask(demo, `POST ${VOICE}/agents/${agentId}/tickets/${ticketId}/display`)
    await ask(demo, `POST ${VOICE}/agents/${admin.userId}/users/${endUserId}/display`, { as: admin.email })
    const { json } = await ask(demo, CREATE, { body: { ...inboundCall(), display_to_agent: agentId } })
    const pops = [
      { at: NOON, agentId, byUserId: agentId, target: { kind: 'ticket', id: ticketId }, delivered: true },
      {
        at: NOON,
        agentId: admin.userId,
        byUserId: admin.userId,
        target: { kind: 'user', id: endUserId },
        delivered: true,
      },
      { at: NOON, agentId, byUserId: agentId, target: { kind: 'ticket', id: json.ticket.id }, delivered: true },
    ]
    expect(demo.pops()).toEqual(pops)
    expect(popped).toEqual(pops)
  })

  test('a bad agent, a bad target and an end user as agent are 404, and pop nothing', async () => {
    const demo = await demoFor()
    const { agentId, ticketId, endUserId } = demo.account
    for (const path of [
      `agents/99/tickets/${ticketId}`,
      `agents/${agentId}/tickets/99`,
      `agents/${endUserId}/tickets/${ticketId}`,
      `agents/${agentId}/users/99`,
    ]) {
      expect((await ask(demo, `POST ${VOICE}/${path}/display`)).status).toBe(404)
    }
    expect(demo.pops()).toEqual([])
  })

  test('the body of a success can be empty', async () => {
    const demo = await demoFor({ switches: { displayBody: 'empty' } })
    const { agentId, ticketId } = demo.account
    const shown = await ask(demo, `POST ${VOICE}/agents/${agentId}/tickets/${ticketId}/display`)
    expect([shown.status, shown.text]).toEqual([200, ''])
  })

  test.each([
    ['closedAnswers200', 200],
    ['closedAnswers404', 404],
  ] as const)('with no browser open: %s', async (agentBrowser, status) => {
    const popped: unknown[] = []
    const demo = await demoFor({ switches: { agentBrowser }, onPop: (pop) => popped.push(pop) })
    const { agentId, ticketId } = demo.account
    expect((await ask(demo, `POST ${VOICE}/agents/${agentId}/tickets/${ticketId}/display`)).status).toBe(status)
    expect(demo.pops()).toMatchObject([{ delivered: false }])
    expect(popped).toEqual([])
  })

  test('a JSON empty string, as one library sends it, is no body', async () => {
    const demo = await demoFor()
    const { agentId, ticketId } = demo.account
    expect(
      (await ask(demo, `POST ${VOICE}/agents/${agentId}/tickets/${ticketId}/display`, { body: '""' })).status,
    ).toBe(200)
  })
})

test('unknown and misspelt keys are dropped and named in X-Zendesk-API-Warn', async () => {
  const demo = await demoFor()
  const body = { ...inboundCall({ coment: 1, comment: { body: 'x', Body: 'y' } }), displayToAgent: 1 }
  const created = await ask(demo, CREATE, { body })
  expect(created.status).toBe(201)
  const warning = created.headers.get('x-zendesk-api-warn')
  expect(warning).toContain(':unpermitted_keys=>["ticket.comment.Body", "ticket.coment", "displayToAgent"]')
  expect((await ask(demo, CREATE, { body: inboundCall() })).headers.has('x-zendesk-api-warn')).toBe(false)
})

test('the via channel can be the type’s name', async () => {
  const demo = await demoFor({ switches: { viaChannel: 'typeName' } })
  const { json } = await ask(demo, CREATE, { body: inboundCall({ via_id: 46 }) })
  expect(json.ticket.via.channel).toBe('api_phone_call_outbound')
})
