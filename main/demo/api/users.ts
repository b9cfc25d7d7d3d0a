import type { User } from '../account/model.ts'
import { problem } from '../account/problems.ts'
import { isE164 } from '../account/phone.ts'
import { findUser } from '../account/state.ts'
import { createOrUpdateUser, createUser, mergeUser, USER_SHAPE, usersWith, type UserWriting } from '../account/users.ts'
import { asId, isFields, own, type Fields } from '../account/values.ts'
import { json, notFound, recordInvalid, type Reply } from '../reply.ts'
import type { World } from '../world.ts'
import { paged } from './paging.ts'
import { presentOrganization, presentUser } from './present.ts'
import { idParam, warnHeaders, type ApiRequest } from './request.ts'

function writing(world: World): UserWriting {
  return { state: world.state, now: world.clock.now(), validatePhones: world.switches.validatePhones }
}

function userOf(request: ApiRequest): Fields {
  const user = own(request.body, 'user')
  return isFields(user) ? user : {}
}

function wrote(request: ApiRequest, status: 200 | 201, action: string, user: User): Reply {
  const warning = warnHeaders(request, { controller: 'users', action }, { user: USER_SHAPE })
  const location = `${request.base}/api/v2/users/${user.id}.json`
  return json(status, { user: presentUser(request.base, user) }, { ...warning, ...(status === 201 && { location }) })
}

export function postUser(world: World, request: ApiRequest): Reply {
  const created = createUser(writing(world), userOf(request))
  if (!created.ok) return recordInvalid(created.error, world.switches.localisedErrors)
  return wrote(request, 201, 'create', created.value)
}

export function postCreateOrUpdate(world: World, request: ApiRequest): Reply {
  const written = createOrUpdateUser(writing(world), userOf(request))
  if (!written.ok) return recordInvalid(written.error, world.switches.localisedErrors)
  return wrote(request, written.value.created ? 201 : 200, 'create_or_update', written.value.user)
}

/** Merges the user in the path into `user.id`; the first one's id then answers 404. */
export function putMerge(world: World, request: ApiRequest): Reply {
  const loser = findUser(world.state, idParam(request, 'id'))
  const winner = findUser(world.state, asId(own(userOf(request), 'id')))
  if (!loser) return notFound()
  if (!winner || winner === loser || loser.role !== 'end-user') {
    return recordInvalid([problem('user', 'invalid')], world.switches.localisedErrors)
  }
  mergeUser(world.state, loser, winner, world.clock.now())
  return json(200, { user: presentUser(request.base, winner) })
}

export function getUser(world: World, request: ApiRequest): Reply {
  const user = findUser(world.state, idParam(request, 'id'))
  return user ? json(200, { user: presentUser(request.base, user) }) : notFound()
}

/** `?external_id=` is exact and immediate, unlike search; `?role=` filters. */
export function listUsers(world: World, request: ApiRequest): Reply {
  const externalId = request.query.get('external_id')
  const role = request.query.get('role')
  const known = world.state.users.filter((user) => user.merged_into === null)
  const found = externalId === null ? known : usersWith(world.state, 'external_id', externalId)
  return userList(
    world,
    request,
    found.filter((user) => role === null || user.role === role),
  )
}

export function showManyUsers(world: World, request: ApiRequest): Reply {
  const ids = idList(request)
  return userList(
    world,
    request,
    world.state.users.filter((user) => user.merged_into === null && ids.includes(user.id)),
  )
}

export function userList(world: World, request: ApiRequest, users: readonly User[]): Reply {
  const withOrganizations = request.query.get('include')?.includes('organizations') === true
  return paged(request, users, {
    key: 'users',
    present: (user) => presentUser(request.base, user),
    ...(withOrganizations && { extra: (shown: readonly User[]) => organizationsOf(world, request.base, shown) }),
  })
}

/** The side-loaded `organizations` of some users. */
export function organizationsOf(world: World, base: string, users: readonly User[]): object {
  const ids = new Set(users.map((user) => user.organization_id))
  const known = world.state.organizations.filter((organization) => ids.has(organization.id))
  return { organizations: known.map((organization) => presentOrganization(base, organization)) }
}

/** An email, and a phone number only while it is a direct line in E.164. */
export function listIdentities(world: World, request: ApiRequest): Reply {
  const user = findUser(world.state, idParam(request, 'id'))
  if (!user) return notFound()
  const phone = user.phone && !user.shared_phone_number && isE164(user.phone) ? user.phone : null
  const identities = [
    { id: user.id + 1, type: 'email', value: user.email },
    { id: user.id + 2, type: 'phone_number', value: phone },
  ].filter((identity) => identity.value !== null)
  const present = (identity: object) => ({ ...identity, user_id: user.id, verified: true, primary: true })
  return paged(request, identities, { key: 'identities', present })
}

export function getOrganization(world: World, request: ApiRequest): Reply {
  const organization = world.state.organizations.find((known) => known.id === idParam(request, 'id'))
  return organization ? json(200, { organization: presentOrganization(request.base, organization) }) : notFound()
}

export function showManyOrganizations(world: World, request: ApiRequest): Reply {
  const ids = idList(request)
  const found = world.state.organizations.filter((organization) => ids.includes(organization.id))
  return paged(request, found, { key: 'organizations', present: (known) => presentOrganization(request.base, known) })
}

function idList(request: ApiRequest): (number | null)[] {
  return (request.query.get('ids') ?? '').split(',').slice(0, 100).map(asId)
}
