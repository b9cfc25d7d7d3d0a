import type { User } from '../account/model.ts'
import { search, searchUsers, type Found, type Index } from '../account/search.ts'
import { usersWith } from '../account/users.ts'
import { json, type Reply } from '../reply.ts'
import type { World } from '../world.ts'
import { paged } from './paging.ts'
import { presentTicket, presentUser } from './present.ts'
import type { ApiRequest } from './request.ts'
import { organizationsOf, userList } from './users.ts'

const MAX_RESULTS = 1000

function indexOf({ state, clock, switches }: World): Index {
  const { searchLagMs: lagMs, searchIgnoresFormatting: ignoresFormatting } = switches
  return { state, now: clock.now(), lagMs, ignoresFormatting }
}

export function getSearch(world: World, request: ApiRequest): Reply {
  const query = request.query.get('query') ?? ''
  if (query.trim() === '') return json(422, { error: 'invalid', description: 'Invalid search: query is missing' })
  const found = search(indexOf(world), query).map((hit) => ({
    ...hit,
    id: hit.kind === 'user' ? hit.user.id : hit.ticket.id,
  }))
  const withOrganizations = request.query.get('include')?.includes('organizations') === true
  // Search knows offset paging only.
  const offsetOnly = { ...request, query: new URLSearchParams(request.query) }
  offsetOnly.query.delete('page[size]')
  return paged(offsetOnly, found, {
    key: 'results',
    limit: MAX_RESULTS,
    present: (hit) => presentFound(world, request.base, hit),
    extra: (shown) => ({
      facets: null,
      ...(withOrganizations && organizationsOf(world, request.base, usersAmong(shown))),
    }),
  })
}

function presentFound(world: World, base: string, hit: Found): object {
  const record = hit.kind === 'user' ? presentUser(base, hit.user) : presentTicket(world, base, hit.ticket)
  return { ...record, result_type: hit.kind }
}

function usersAmong(found: readonly Found[]): User[] {
  return found.flatMap((hit) => (hit.kind === 'user' ? [hit.user] : []))
}

/** `?external_id=` is exact; `?query=` asks the index. */
export function getUserSearch(world: World, request: ApiRequest): Reply {
  const externalId = request.query.get('external_id')
  if (externalId !== null) return userList(world, request, usersWith(world.state, 'external_id', externalId))
  return userList(world, request, searchUsers(indexOf(world), request.query.get('query') ?? ''))
}
