import { describe, expect, it } from 'vitest'
import { AGENT_ID, TOKEN, agentUser, callerUser, zendeskAnswering, type Scripted } from './scripted-zendesk.ts'

describe('who signs in', () => {
  it.each([
    ['token', TOKEN, 'ada@acme.example/token:t0ken'],
    [
      'password',
      { kind: 'password', email: 'ada@acme.example', password: 'pässwörd:1' },
      'ada@acme.example:pässwörd:1',
    ],
  ] as const)('by %s, as Basic authorization in UTF-8', async (_, credentials, pair) => {
    const { zendesk, heard } = await zendeskAnswering([{ body: { user: agentUser } }], credentials)
    expect(await zendesk.me()).toEqual({
      ok: true,
      value: { id: AGENT_ID, name: 'Ada', email: 'ada@acme.example', role: 'agent', light: false },
    })
    const [, encoded = ''] = heard[0]!.headers.authorization!.split(' ')
    expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(pair)
    expect(heard[0]).toMatchObject({ method: 'GET', path: '/api/v2/users/me', headers: { accept: 'application/json' } })
  })

  it.each([
    ['an admin', { ...agentUser, role: 'admin', role_type: 4 }, { role: 'admin', light: false }],
    ['a light agent', { ...agentUser, role_type: 1 }, { role: 'agent', light: true }],
    ['a contributor', { ...agentUser, role_type: 3 }, { role: 'agent', light: true }],
    ['an agent of an old account', { ...agentUser, role_type: null }, { role: 'agent', light: false }],
  ])('%s is let in and told apart', async (_, user, expected) => {
    const { zendesk } = await zendeskAnswering([{ body: { user } }])
    expect(await zendesk.me()).toMatchObject({ ok: true, value: expected })
  })

  const unexpected = { kind: 'unexpected', status: 200, maybeApplied: false }
  const notZendesk = { kind: 'offline', why: 'notZendesk', maybeApplied: false }
  it.each<[string, Scripted, object]>([
    [
      'nobody, though the answer is 200',
      { body: { user: { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user' } } },
      { kind: 'unauthorised', maybeApplied: false },
    ],
    ['an end user', { body: { user: callerUser } }, { kind: 'forbidden', maybeApplied: false }],
    [
      'a wrong token',
      { status: 401, body: { error: "Couldn't authenticate you" } },
      { kind: 'unauthorised', maybeApplied: false },
    ],
    ['an unknown role', { body: { user: { ...agentUser, role: 'robot' } } }, unexpected],
    ['an id that is none', { body: { user: { ...agentUser, id: '12' } } }, unexpected],
    ['no user', { body: {} }, unexpected],
    ['a list', { body: [] }, unexpected],
    ['a login page', { type: 'text/html', body: '<html>' }, notZendesk],
    ['a missing page', { status: 404, type: 'text/html', body: '<html>' }, notZendesk],
    [
      'an API without this page',
      { status: 404, body: { error: 'InvalidEndpoint', description: 'Not found' } },
      notZendesk,
    ],
    ['half an answer', { body: '{"user":{"id":1' }, notZendesk],
    ['an empty answer', { body: '' }, notZendesk],
  ])('%s is refused', async (_, answer, failure) => {
    const { zendesk } = await zendeskAnswering([answer])
    expect(await zendesk.me()).toEqual({ ok: false, error: failure })
  })
})
