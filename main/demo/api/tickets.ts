import type { Comment, Ticket } from '../account/model.ts'
import { commentsOf, findTicket, findUser } from '../account/state.ts'
import {
  createTicket,
  NEW_TICKET_SHAPE,
  TICKET_UPDATE_SHAPE,
  updateTicket,
  type Writing,
  type WrittenTicket,
} from '../account/tickets.ts'
import { asId, isFields, own, type Fields } from '../account/values.ts'
import { VIA_API } from '../account/via.ts'
import { ticketLimitHeaders, tooMany } from '../limits.ts'
import { json, notFound, recordInvalid, type Reply } from '../reply.ts'
import type { World } from '../world.ts'
import { onlyOnce } from './idempotency.ts'
import { paged } from './paging.ts'
import { presentComment, presentTicket, presentUser, presentWritten } from './present.ts'
import { idParam, warnHeaders, type ApiRequest } from './request.ts'

/** The `ticket` of a body; a body without one is as good as an empty ticket. */
export function ticketOf(request: ApiRequest): Fields {
  const ticket = own(request.body, 'ticket')
  return isFields(ticket) ? ticket : {}
}

export function writing(world: World, request: ApiRequest): Writing {
  const { keepBothComments, validatePhones } = world.switches
  return { state: world.state, actor: request.actor, now: world.clock.now(), keepBothComments, validatePhones }
}

export function createdTicket(
  world: World,
  request: ApiRequest,
  written: WrittenTicket,
  headers: Reply['headers'],
): Reply {
  const location = `${request.base}/api/v2/tickets/${written.ticket.id}.json`
  return json(201, presentWritten(world, request.base, request.actor, written), { ...headers, location })
}

export function postTicket(world: World, request: ApiRequest): Reply {
  return onlyOnce(world, request, () => {
    const raw = ticketOf(request)
    // Seen on real accounts: 45 and 46 work here too, 44 comes out as an ordinary API ticket.
    const viaId = asId(own(raw, 'via_id'))
    const written = createTicket(writing(world, request), raw, viaId === 45 || viaId === 46 ? viaId : VIA_API)
    if (!written.ok) return recordInvalid(written.error, world.switches.localisedErrors)
    const warning = warnHeaders(request, { controller: 'tickets', action: 'create' }, { ticket: NEW_TICKET_SHAPE })
    return createdTicket(world, request, written.value, warning)
  })
}

export function putTicket(world: World, request: ApiRequest): Reply {
  const { state, switches, clock } = world
  const ticket = findTicket(state, idParam(request, 'id'))
  if (!ticket) return notFound()
  const key = `${request.actor.id} ${ticket.id}`
  const usage = world.ticketUpdateLimiter.count(key, switches.ticketUpdatesPerTenMinutes, clock.now())
  const limit = ticketLimitHeaders(usage)
  if (usage.over) return tooMany(usage, limit)
  const written = updateTicket(writing(world, request), ticket, ticketOf(request))
  if (!written.ok)
    return written.error === 'conflict' ? conflict() : recordInvalid(written.error, switches.localisedErrors)
  const warning = warnHeaders(request, { controller: 'tickets', action: 'update' }, { ticket: TICKET_UPDATE_SHAPE })
  return json(200, presentWritten(world, request.base, request.actor, written.value), { ...limit, ...warning })
}

function conflict(): Reply {
  const description =
    'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.'
  return json(409, { error: 'UpdateConflict', description })
}

export function getTicket(world: World, request: ApiRequest): Reply {
  const ticket = findTicket(world.state, idParam(request, 'id'))
  return ticket ? json(200, { ticket: presentTicket(world, request.base, ticket) }) : notFound()
}

/** `?external_id=` is exact and current, and may find several. */
export function listTickets(world: World, request: ApiRequest): Reply {
  const externalId = request.query.get('external_id')
  const all = world.state.tickets
  return ticketList(
    world,
    request,
    externalId === null ? all : all.filter((ticket) => ticket.external_id === externalId),
  )
}

export function listRequested(world: World, request: ApiRequest): Reply {
  const user = findUser(world.state, idParam(request, 'id'))
  if (!user) return notFound()
  return ticketList(
    world,
    request,
    world.state.tickets.filter((ticket) => ticket.requester_id === user.id),
  )
}

function ticketList(world: World, request: ApiRequest, tickets: readonly Ticket[]): Reply {
  const key = request.query.get('sort_by') === 'updated_at' ? 'updated_at' : 'id'
  const ordered = [...tickets].sort((a, b) => a[key] - b[key])
  return paged(request, request.query.get('sort_order') === 'desc' ? ordered.reverse() : ordered, {
    key: 'tickets',
    present: (ticket) => presentTicket(world, request.base, ticket),
  })
}

export function listComments(world: World, request: ApiRequest): Reply {
  const ticket = findTicket(world.state, idParam(request, 'id'))
  if (!ticket) return notFound()
  const comments = commentsOf(world.state, ticket.id)
  const newestFirst = request.query.get('sort_order') === 'desc' || request.query.get('sort') === '-created_at'
  const withUsers = request.query.get('include') === 'users'
  return paged(request, newestFirst ? comments.reverse() : comments, {
    key: 'comments',
    present: (comment) => presentComment(world, comment),
    ...(withUsers && { extra: (shown: readonly Comment[]) => ({ users: authorsOf(world, request, shown) }) }),
  })
}

function authorsOf(world: World, request: ApiRequest, comments: readonly Comment[]): object[] {
  const ids = new Set(comments.map((comment) => comment.author_id))
  return world.state.users.filter((user) => ids.has(user.id)).map((user) => presentUser(request.base, user))
}
