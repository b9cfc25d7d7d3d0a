import { withoutJson } from '../path.ts'
import type { Handler } from './request.ts'
import { getSearch, getUserSearch } from './search.ts'
import { getTicket, listComments, listRequested, listTickets, postTicket, putTicket } from './tickets.ts'
import {
  getOrganization,
  getUser,
  listIdentities,
  listUsers,
  postCreateOrUpdate,
  postUser,
  putMerge,
  showManyOrganizations,
  showManyUsers,
} from './users.ts'
import { createVoiceTicket, displayTicket, displayUser } from './voice.ts'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below `/api/v2/`; `:name` stands for digits. */
  readonly path: string
  readonly handle: Handler
  /** Part of Talk Partner Edition: the account has to have it. */
  readonly voice?: true
  /** Takes no body of its own; whatever JSON is sent is ignored. */
  readonly bodyless?: true
}

const ROUTES: readonly Route[] = [
  { method: 'POST', path: 'channels/voice/tickets', handle: createVoiceTicket, voice: true },
  {
    method: 'POST',
    path: 'channels/voice/agents/:agentId/tickets/:ticketId/display',
    handle: displayTicket,
    voice: true,
    bodyless: true,
  },
  {
    method: 'POST',
    path: 'channels/voice/agents/:agentId/users/:userId/display',
    handle: displayUser,
    voice: true,
    bodyless: true,
  },
  { method: 'GET', path: 'tickets', handle: listTickets },
  { method: 'POST', path: 'tickets', handle: postTicket },
  { method: 'GET', path: 'tickets/:id', handle: getTicket },
  { method: 'PUT', path: 'tickets/:id', handle: putTicket },
  { method: 'GET', path: 'tickets/:id/comments', handle: listComments },
  { method: 'GET', path: 'search', handle: getSearch },
  { method: 'GET', path: 'users', handle: listUsers },
  { method: 'POST', path: 'users', handle: postUser },
  { method: 'POST', path: 'users/create_or_update', handle: postCreateOrUpdate },
  { method: 'GET', path: 'users/search', handle: getUserSearch },
  { method: 'GET', path: 'users/show_many', handle: showManyUsers },
  { method: 'GET', path: 'users/:id', handle: getUser },
  { method: 'PUT', path: 'users/:id/merge', handle: putMerge },
  { method: 'GET', path: 'users/:id/identities', handle: listIdentities },
  { method: 'GET', path: 'users/:id/tickets/requested', handle: listRequested },
  { method: 'GET', path: 'organizations/show_many', handle: showManyOrganizations },
  { method: 'GET', path: 'organizations/:id', handle: getOrganization },
]

/** The route of an API path, with or without `.json`, and what stood in place of its `:names`. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly params: Record<string, string> } | null {
  const parts = withoutJson(path).slice('/api/v2/'.length).split('/')
  for (const route of ROUTES) {
    const params = route.method === method ? matchParts(route.path.split('/'), parts) : null
    if (params) return { route, params }
  }
  return null
}

function matchParts(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? ''
    if (expected.startsWith(':') && /^\d+$/.test(part)) params[expected.slice(1)] = part
    else if (expected !== part) return null
  }
  return params
}
