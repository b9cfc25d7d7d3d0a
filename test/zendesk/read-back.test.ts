import { describe, expect, it } from 'vitest'
import { AGENT_ID, callerUser, ticketWanted, ticketWire, zendeskAnswering, type Scripted } from './scripted-zendesk.ts'

describe('reading back', () => {
  it('tickets by external id, exact matches only', async () => {
    const tickets = [ticketWire, { ...ticketWire, id: 2, external_id: 'entry-10' }, { ...ticketWire, id: 3 }]
    const { zendesk, heard } = await zendeskAnswering([{ body: { tickets, count: 3 } }])
    expect(await zendesk.ticketsByExternalId('entry-1')).toEqual({
      ok: true,
      value: [ticketWanted, { ...ticketWanted, id: 3 }],
    })
    expect(heard[0]).toMatchObject({ path: '/api/v2/tickets', query: { external_id: 'entry-1' } })
  })

  const page = (comments: unknown, more?: boolean, after?: string | null) => ({
    body: {
      comments,
      meta: { has_more: more ?? false, after_cursor: after ?? null },
      links: { next: 'https://evil.example' },
    },
  })

  it('comments of every page, voice comments with their facts', async () => {
    const { zendesk, heard } = await zendeskAnswering([
      page([{ id: 1, type: 'Comment', body: 'Hi', data: { from: 'a' } }], true, 'a=='),
      page(
        [
          {
            id: 2,
            type: 'VoiceComment',
            data: { from: '+1', to: '+2', started_at: '2026-11-22T12:00:00Z', call_duration: '40', call_id: null },
          },
        ],
        true,
        'b+/',
      ),
      page([
        { id: 3, type: 'TpeVoiceComment', data: { from: null, to: '+2' } },
        { id: 4, type: 'VoiceComment', data: null },
      ]),
    ])
    expect(await zendesk.ticketComments(9)).toEqual({
      ok: true,
      value: [
        { id: 1, voice: null },
        { id: 2, voice: { from: '+1', to: '+2', startedAt: '2026-11-22T12:00:00Z' } },
        { id: 3, voice: { from: '', to: '+2', startedAt: null } },
        { id: 4, voice: null },
      ],
    })
    expect(heard.map(({ path }) => path)).toEqual(Array(3).fill('/api/v2/tickets/9/comments'))
    expect(heard.map(({ query }) => query)).toEqual([
      { 'page[size]': '100' },
      { 'page[size]': '100', 'page[after]': 'a==' },
      { 'page[size]': '100', 'page[after]': 'b+/' },
    ])
  })

  it.each<[string, readonly Scripted[]]>([
    ['a page without a way on', [page([], true, null)]],
    ['pages without cursors', [{ body: { comments: [], next_page: 'https://acme.zendesk.com/?page=2' } }]],
    ['pages without end', Array(100).fill(page([], true, 'x'))],
  ])('half a list is no list: %s', async (_, answers) => {
    const { zendesk, heard } = await zendeskAnswering(answers)
    expect(await zendesk.ticketComments(9)).toEqual({
      ok: false,
      error: { kind: 'unexpected', status: 200, maybeApplied: false },
    })
    expect(heard).toHaveLength(answers.length)
  })

  it('a short list without paging is whole', async () => {
    const { zendesk } = await zendeskAnswering([{ body: { comments: [{ id: 1, type: 'Comment' }], next_page: null } }])
    expect(await zendesk.ticketComments(9)).toEqual({ ok: true, value: [{ id: 1, voice: null }] })
  })
})

describe('display', () => {
  it.each(['null', '', '""', 'OK'])('goes by the status alone: %j', async (body) => {
    const { zendesk, heard } = await zendeskAnswering([{ body }, { body }])
    expect(await zendesk.displayTicket(AGENT_ID, 35_436)).toEqual({ ok: true, value: null })
    expect(await zendesk.displayUser(AGENT_ID, callerUser.id)).toEqual({ ok: true, value: null })
    expect(heard.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', `/api/v2/channels/voice/agents/${AGENT_ID}/tickets/35436/display`, ''],
      ['POST', `/api/v2/channels/voice/agents/${AGENT_ID}/users/${callerUser.id}/display`, ''],
    ])
  })

  it.each(['null', '', '""'])('404 with %j is not found', async (body) => {
    const { zendesk } = await zendeskAnswering([{ status: 404, body }])
    expect(await zendesk.displayTicket(1, 2)).toEqual({ ok: false, error: { kind: 'notFound', maybeApplied: false } })
  })

  it('a login page is no display', async () => {
    const { zendesk } = await zendeskAnswering([{ type: 'text/html', body: '<html>' }])
    expect(await zendesk.displayTicket(1, 2)).toMatchObject({ error: { kind: 'offline', why: 'notZendesk' } })
  })
})
