import { describe, expect, test } from 'vitest'
import type { DemoZendesk } from '../../main/demo/index.ts'
import { ask, demoFor } from './helper.ts'

const create = (demo: DemoZendesk, user: object) => ask(demo, 'POST /api/v2/users', { body: { user } })

async function names(demo: DemoZendesk, query: string, path = '/api/v2/search.json'): Promise<string[]> {
  const { json } = await ask(demo, `GET ${path}?query=${encodeURIComponent(query)}`)
  return (json.results ?? json.users).map((user: { name: string }) => user.name)
}

describe('creating a user', () => {
  test('a name and a number are enough', async () => {
    const demo = await demoFor()
    const created = await create(demo, { name: 'Caller: 15551234567', phone: '+15551234567' })
    expect(created.status).toBe(201)
    const { user } = created.json
    expect(user).toMatchObject({ name: 'Caller: 15551234567', role: 'end-user', shared_phone_number: false })
    expect(created.headers.get('location')).toBe(`${demo.url}/api/v2/users/${user.id}.json`)
    expect((await ask(demo, `GET /api/v2/users/${user.id}`)).json.user).toEqual(user)
  })

  test.each([
    ['no name', { phone: '+15551234567' }, 'name', 'BlankValue'],
    ['a blank name', { name: '  ' }, 'name', 'BlankValue'],
    ['an email that is taken', { name: 'X', email: 'JANE.DOE@northwindlabs.example' }, 'email', 'DuplicateValue'],
    ['an unknown organization', { name: 'X', organization_id: 99 }, 'organization', 'InvalidValue'],
  ])('%s is refused', async (_, user, field, code) => {
    const demo = await demoFor()
    const before = demo.users().length
    const refused = await create(demo, user)
    expect(refused.status).toBe(422)
    expect(refused.json.details[field]).toMatchObject([{ error: code }])
    expect(demo.users()).toHaveLength(before)
  })

  test('an external id exists once, and is found at once', async () => {
    const demo = await demoFor()
    const created = await create(demo, { name: 'A', external_id: 'tel:+15551234567' })
    const found = await ask(demo, `GET /api/v2/users?external_id=${encodeURIComponent('tel:+15551234567')}`)
    expect(found.json.users).toEqual([created.json.user])
    const again = await create(demo, { name: 'B', external_id: 'tel:+15551234567' })
    expect(again.json.details.external_id).toMatchObject([{ error: 'DuplicateValue' }])
    expect((await ask(demo, 'GET /api/v2/users?external_id=tel:')).json.users).toEqual([])
  })

  test('a number somebody has already becomes a shared line, whatever its spelling', async () => {
    const demo = await demoFor()
    expect((await create(demo, { name: 'X', phone: '+1 661 748 0240' })).json.user.shared_phone_number).toBe(true)
  })

  test('an account that validates numbers takes E.164 only', async () => {
    const demo = await demoFor({ switches: { validatePhones: true } })
    expect((await create(demo, { name: 'X', phone: '(415) 555-1212' })).json.details.phone).toMatchObject([
      { error: 'InvalidValue' },
    ])
    for (const phone of ['+14155551213', '+14155551213x12']) {
      expect((await create(demo, { name: 'X', phone })).status).toBe(201)
    }
  })

  test('create_or_update matches by external id or email, never by number', async () => {
    const demo = await demoFor()
    const write = (user: object) => ask(demo, 'POST /api/v2/users/create_or_update', { body: { user } })
    const first = await write({ name: 'A', external_id: 'x-1', phone: '+15551234567' })
    const second = await write({ name: 'B', external_id: 'x-1' })
    const third = await write({ name: 'C', phone: '+15551234567' })
    expect([first.status, second.status, third.status]).toEqual([201, 200, 201])
    expect(second.json.user).toMatchObject({ id: first.json.user.id, name: 'B', phone: '+15551234567' })
    expect(third.json.user.id).not.toBe(first.json.user.id)
  })
})

describe('searching by number', () => {
  test.each([
    ['the digits of a stored E.164 number', 'phone:16617480240', ['Jane Doe']],
    ['a shared number', 'phone:35315550142', ['Tom Murphy', 'Aoife Byrne', 'Northwind front desk']],
    ['digits of a number stored with brackets', 'phone:14155551212', []],
    ['the same with a star', 'phone:*4155551212', ['Robert Fields']],
    ['a star and a part in the middle', 'phone:*555', []],
    ['a plus sign', 'phone:+16617480240', []],
    ['spaces', 'phone:1 661 748 0240', []],
    ['a part without star', 'phone:7480240', []],
  ])('%s', async (_, query, expected) => {
    const demo = await demoFor()
    expect(await names(demo, `role:end-user ${query}`)).toEqual(expected)
  })

  test('an account whose index ignores formatting finds the brackets, too', async () => {
    const demo = await demoFor({ switches: { searchIgnoresFormatting: true } })
    expect(await names(demo, 'role:end-user phone:14155551212')).toEqual(['Robert Fields'])
  })

  test('agents are not end users', async () => {
    const demo = await demoFor()
    expect(await names(demo, 'role:end-user Rossi')).toEqual([])
    expect(await names(demo, 'role:agent Rossi')).toEqual(['Maya Rossi'])
  })

  test.each(['/api/v2/search', '/api/v2/users/search'])('a new user appears in %s after the lag only', async (path) => {
    const demo = await demoFor({ switches: { searchLagMs: 3000 } })
    await create(demo, { name: 'Fresh', phone: '+15551234567' })
    demo.clock.advance(2999)
    expect(await names(demo, 'phone:15551234567', path)).toEqual([])
    demo.clock.advance(1)
    expect(await names(demo, 'phone:15551234567', path)).toEqual(['Fresh'])
  })

  test('results say what they are, and bring organizations along when asked', async () => {
    const demo = await demoFor()
    const { json } = await ask(demo, 'GET /api/v2/search?query=phone:16617480240&include=users(organizations)')
    expect(json).toMatchObject({ count: 1, facets: null, results: [{ result_type: 'user', name: 'Jane Doe' }] })
    expect(json.organizations).toMatchObject([{ name: 'Northwind Labs', id: json.results[0].organization_id }])
    const organization = await ask(demo, `GET /api/v2/organizations/${json.organizations[0].id}`)
    expect(organization.json.organization.name).toBe('Northwind Labs')
  })

  test('an empty query is refused; an unknown keyword finds nothing', async () => {
    const demo = await demoFor()
    expect((await ask(demo, 'GET /api/v2/search')).json.error).toBe('invalid')
    expect(await names(demo, 'colour:red')).toEqual([])
  })
})

test('a merged user’s id is gone and the tickets belong to the other one', async () => {
  const demo = await demoFor()
  const { endUserId } = demo.account
  const tom = demo.users().find((user) => user.name === 'Tom Murphy')!
  const merged = await ask(demo, `PUT /api/v2/users/${endUserId}/merge`, { body: { user: { id: tom.id } } })
  expect(merged.json.user.id).toBe(tom.id)
  expect((await ask(demo, `GET /api/v2/users/${endUserId}`)).status).toBe(404)
  expect(await names(demo, 'phone:16617480240')).toEqual([])
  expect((await ask(demo, 'GET /api/v2/tickets/35120')).json.ticket.requester_id).toBe(tom.id)
})

test('a direct line is an identity, a shared one is not', async () => {
  const demo = await demoFor()
  const types = async (name: string) => {
    const { id } = demo.users().find((user) => user.name === name)!
    const { json } = await ask(demo, `GET /api/v2/users/${id}/identities`)
    return json.identities.map((identity: { type: string }) => identity.type)
  }
  expect(await types('Jane Doe')).toEqual(['email', 'phone_number'])
  expect(await types('Tom Murphy')).toEqual(['email'])
})
