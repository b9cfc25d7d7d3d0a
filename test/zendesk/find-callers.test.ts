import { describe, expect, it } from 'vitest'
import { callerUser, zendeskAnswering } from './scripted-zendesk.ts'

describe('finding callers', () => {
  it('asks by digits, and gives only end users with that very number', async () => {
    const results = [
      callerUser,
      {
        ...callerUser,
        id: 2,
        organization_id: 8,
        phone: '(415) 555-1212',
        shared_phone_number: true,
        email: 'g@example.com',
      },
      { ...callerUser, id: 3, phone: '+44 4155551212' },
      { ...callerUser, id: 4, phone: null },
      { ...callerUser, id: 5, role: 'agent' },
      { ...callerUser, id: 6, active: false },
      { ...callerUser, id: 7, phone: undefined },
    ]
    const organizations = [{ id: 7, name: 'Navy' }]
    const { zendesk, heard } = await zendeskAnswering([{ body: { results, organizations, count: 7, next_page: null } }])
    expect(await zendesk.findCallers('14155551212')).toEqual({
      ok: true,
      value: [
        {
          id: callerUser.id,
          name: 'Grace',
          email: null,
          phone: '+14155551212',
          organization: 'Navy',
          sharedPhone: false,
        },
        {
          id: 2,
          name: 'Grace',
          email: 'g@example.com',
          phone: '(415) 555-1212',
          organization: null,
          sharedPhone: true,
        },
      ],
    })
    expect(heard[0]).toMatchObject({
      path: '/api/v2/search',
      query: { query: 'role:end-user phone:*4155551212', include: 'users(organizations)', per_page: '100' },
    })
  })

  it('never lets anything but digits into the query', async () => {
    const { zendesk, heard } = await zendeskAnswering([{ body: { results: [] } }, { body: { results: [] } }])
    await zendesk.findCallers('+1 (415) 555-1212 OR role:admin')
    await zendesk.findCallers('12 34*')
    expect(heard.map(({ query }) => query['query'])).toEqual([
      'role:end-user phone:*4155551212',
      'role:end-user phone:1234',
    ])
  })

  it('of no number finds nobody without asking', async () => {
    const { zendesk, heard } = await zendeskAnswering([])
    expect(await zendesk.findCallers('anonymous')).toEqual({ ok: true, value: [] })
    expect(heard).toEqual([])
  })

  it('by external id gives exact matches only', async () => {
    const users = [
      { ...callerUser, external_id: 'tel:+1' },
      { ...callerUser, external_id: 'tel:+12' },
      { ...callerUser, external_id: null },
    ]
    const { zendesk, heard } = await zendeskAnswering([{ body: { users } }])
    expect(await zendesk.callersByExternalId('tel:+1')).toMatchObject({ ok: true, value: [{ id: callerUser.id }] })
    expect(heard[0]).toMatchObject({ method: 'GET', path: '/api/v2/users', query: { external_id: 'tel:+1' } })
  })
})
