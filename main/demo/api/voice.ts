import { problem } from '../account/problems.ts'
import { findAgent, findTicket, findUser } from '../account/state.ts'
import { createTicket, NEW_TICKET_SHAPE } from '../account/tickets.ts'
import { asId, own } from '../account/values.ts'
import { emptyJson, json, notFound, recordInvalid, type Reply } from '../reply.ts'
import { pop, type Pop, type World } from '../world.ts'
import { onlyOnce } from './idempotency.ts'
import { idParam, warnHeaders, type ApiRequest } from './request.ts'
import { createdTicket, ticketOf, writing } from './tickets.ts'

const VOICE_VIAS: readonly unknown[] = [44, 45, 46]

/** Talk Partner Edition: open a ticket in an agent's browser. */
export function displayTicket(world: World, request: ApiRequest): Reply {
  const ticket = findTicket(world.state, idParam(request, 'ticketId'))
  return ticket ? display(world, request, { kind: 'ticket', id: ticket.id }) : notFound()
}

/** Talk Partner Edition: open a user's profile in an agent's browser. */
export function displayUser(world: World, request: ApiRequest): Reply {
  const user = findUser(world.state, idParam(request, 'userId'))
  return user ? display(world, request, { kind: 'user', id: user.id }) : notFound()
}

function display(world: World, request: ApiRequest, target: Pop['target']): Reply {
  const agent = findAgent(world.state, idParam(request, 'agentId'))
  if (!agent || !pop(world, agent.id, request.actor.id, target)) return notFound()
  return world.switches.displayBody === 'null' ? json(200, null) : emptyJson(200)
}

/** Talk Partner Edition: create a ticket or voicemail ticket. `display_to_agent` is checked before anything is created. */
export function createVoiceTicket(world: World, request: ApiRequest): Reply {
  const create = () => createUnlessInvalid(world, request)
  return world.switches.idempotencyOnVoice ? onlyOnce(world, request, create) : create()
}

function createUnlessInvalid(world: World, request: ApiRequest): Reply {
  const { state, switches } = world
  const raw = ticketOf(request)
  const viaId = asId(own(raw, 'via_id'))
  if (viaId === null || !VOICE_VIAS.includes(viaId)) {
    const refused = recordInvalid([problem('via_id', 'invalid')], switches.localisedErrors)
    return { ...refused, status: switches.unknownViaAnswers }
  }
  const displayTo = own(request.body, 'display_to_agent') ?? null
  const agent = findAgent(state, asId(displayTo))
  if (displayTo !== null && !agent)
    return recordInvalid([problem('display_to_agent', 'invalid')], switches.localisedErrors)
  const written = createTicket(writing(world, request), raw, viaId)
  if (!written.ok) return recordInvalid(written.error, switches.localisedErrors)
  if (agent) pop(world, agent.id, request.actor.id, { kind: 'ticket', id: written.value.ticket.id })
  const shape = { ticket: NEW_TICKET_SHAPE, display_to_agent: true } as const
  const warning = warnHeaders(request, { controller: 'channels/voice/tickets', action: 'create' }, shape)
  return createdTicket(world, request, written.value, warning)
}
