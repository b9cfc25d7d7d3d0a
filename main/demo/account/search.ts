import type { State, Ticket, User } from './model.ts'
import { digitsOf } from './phone.ts'

/** How the account's search index behaves just now. */
export interface Index {
  readonly state: State
  readonly now: number
  readonly lagMs: number
  readonly ignoresFormatting: boolean
}

type Term = { readonly key: string; readonly value: string }

export type Found =
  { readonly kind: 'user'; readonly user: User } | { readonly kind: 'ticket'; readonly ticket: Ticket }

/** `GET /search`: `type:`, `role:`, `phone:`, `email:`, `external_id:`, `requester:`, `status:`, `priority:`, `tags:` and words. */
export function search(index: Index, query: string): Found[] {
  const terms = readTerms(query)
  const type = terms.find((term) => term.key === 'type')?.value
  const rest = terms.filter((term) => term.key !== 'type')
  if (rest.length === 0 && type === undefined) return []
  const users = type === undefined || type === 'user' ? indexedUsers(index) : []
  const tickets = type === undefined || type === 'ticket' ? indexedTickets(index) : []
  return [
    ...users
      .filter((user) => rest.every((term) => userHas(index, user, term)))
      .map((user) => ({ kind: 'user' as const, user })),
    ...tickets
      .filter((ticket) => rest.every((term) => ticketHas(index.state, ticket, term)))
      .map((ticket) => ({ kind: 'ticket' as const, ticket })),
  ]
}

/** `GET /users/search`: like `search` among users, where a word may also be part of a name, an email, a number or the notes. */
export function searchUsers(index: Index, query: string): User[] {
  const terms = readTerms(query)
  return terms.length === 0
    ? []
    : indexedUsers(index).filter((user) => terms.every((term) => userHas(index, user, term)))
}

function readTerms(query: string): Term[] {
  const parts = query.match(/(?:[a-z_]+:)?(?:"[^"]*"|[^\s"]+)/gi) ?? []
  return parts.map((part) => {
    const [, key = '', value = ''] = /^(?:([a-z_]+):)?(.*)$/i.exec(part) ?? []
    return { key: key.toLowerCase(), value: value.replaceAll('"', '').toLowerCase() }
  })
}

function indexedUsers({ state, now, lagMs }: Index): User[] {
  return state.users.filter((user) => user.merged_into === null && now - user.created_at >= lagMs)
}

function indexedTickets({ state, now, lagMs }: Index): Ticket[] {
  return state.tickets.filter((ticket) => now - ticket.created_at >= lagMs)
}

function userHas(index: Index, user: User, { key, value }: Term): boolean {
  switch (key) {
    case 'role':
      return user.role === value
    case 'phone':
      return phoneMatches(user.phone, value, index.ignoresFormatting)
    case 'email':
      return user.email?.toLowerCase() === value
    case 'name':
      return user.name.toLowerCase().includes(value)
    case 'external_id':
      return user.external_id?.toLowerCase() === value
    case 'tags':
      return user.tags.includes(value)
    case '':
      return [user.name, user.email, user.phone, user.notes].some((text) => text?.toLowerCase().includes(value))
    default:
      return false
  }
}

/**
 * `phone:16617480240` finds a number stored as these digits, with or without a plus; `phone:*6617480240` one that ends in
 * them, however it is written. A plus, spaces or brackets in the query match nothing: Zendesk asks to leave them out.
 */
function phoneMatches(stored: string | null, value: string, ignoresFormatting: boolean): boolean {
  if (stored === null || !/^\*?\d+$/.test(value)) return false
  const digits = digitsOf(stored)
  if (value.startsWith('*')) return digits.endsWith(value.slice(1))
  return (ignoresFormatting || /^\+?\d+$/.test(stored)) && digits === value
}

function ticketHas(state: State, ticket: Ticket, { key, value }: Term): boolean {
  switch (key) {
    case 'external_id':
      return ticket.external_id?.toLowerCase() === value
    case 'requester':
      return String(ticket.requester_id) === value || requesterOf(state, ticket)?.email?.toLowerCase() === value
    case 'status':
      return ticket.status === value
    case 'priority':
      return ticket.priority === value
    case 'tags':
      return ticket.tags.includes(value)
    case '':
      return [ticket.subject, ticket.description].some((text) => text?.toLowerCase().includes(value))
    default:
      return false
  }
}

function requesterOf(state: State, ticket: Ticket): User | undefined {
  return state.users.find((user) => user.id === ticket.requester_id)
}
