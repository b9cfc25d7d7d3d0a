import { fail, ok, type Result } from '../../../preload/result.ts'
import { addComments, COMMENTS_SHAPE, readComments, type NewComment, type SentComments } from './comments.ts'
import type { Comment, State, Ticket, TicketFields, User } from './model.ts'
import { blankDescription, problem, type Problem } from './problems.ts'
import { findUser, newLongId } from './state.ts'
import { readTicketFields, TICKET_FIELDS_SHAPE } from './ticketFields.ts'
import { createUser } from './users.ts'
import { asTags, asText, isFields, isoTime, own, type Fields, type Shape } from './values.ts'

/** Who writes, when, and under which of the account's habits. */
export interface Writing {
  readonly state: State
  readonly actor: User
  readonly now: number
  readonly keepBothComments: boolean
  readonly validatePhones: boolean
}

/** A write that happened, as its audit tells it. */
export interface WrittenTicket {
  readonly created: boolean
  readonly ticket: Ticket
  readonly auditId: number
  readonly comments: readonly Comment[]
  readonly changes: readonly { readonly field: string; readonly value: unknown; readonly previous: unknown }[]
}

/** Keys a `ticket` may have in a create. */
export const NEW_TICKET_SHAPE: Shape = {
  ...TICKET_FIELDS_SHAPE,
  ...COMMENTS_SHAPE,
  via_id: true,
  description: true,
  requester: {
    name: true,
    email: true,
    locale_id: true,
    locale: true,
    role: true,
    organization_id: true,
    verified: true,
  },
}

/** Keys a `ticket` may have in an update. */
export const TICKET_UPDATE_SHAPE: Shape = {
  ...TICKET_FIELDS_SHAPE,
  ...COMMENTS_SHAPE,
  safe_update: true,
  updated_stamp: true,
  additional_tags: true,
  remove_tags: true,
}

export function createTicket(writing: Writing, raw: Fields, viaId: number): Result<WrittenTicket, Problem[]> {
  const { state, actor, now } = writing
  const { fields, problems } = readTicketFields(state, raw)
  const comments = readComments(state, actor, raw, own(raw, 'description'))
  if (!comments.ok) return fail([...problems, ...comments.error])
  const { written, voice } = comments.value
  if (!written) problems.push(blankDescription())
  if (viaId === 44 && !voice) problems.push(problem('voice_comment', 'blank'))
  if (!written || problems.length > 0) return fail(problems)
  // Last, since it may create a user, and a refused ticket creates nothing.
  const requester = fields.requester_id ? ok(fields.requester_id) : readRequester(writing, own(raw, 'requester'))
  if (!requester.ok) return requester

  const id = state.next_ticket_id
  state.next_ticket_id += 1
  const auditId = newLongId(state)
  const submitterId = fields.submitter_id ?? actor.id
  const ticket: Ticket = {
    external_id: null,
    subject: null,
    type: null,
    priority: null,
    recipient: null,
    assignee_id: null,
    group_id: fields.assignee_id ? (state.groups[0]?.id ?? null) : null,
    organization_id: findUser(state, requester.value)?.organization_id ?? null,
    collaborator_ids: [],
    problem_id: null,
    due_at: null,
    tags: [],
    custom_fields: [],
    brand_id: null,
    ticket_form_id: null,
    ...fields,
    status: !fields.status || fields.status === 'new' ? (fields.assignee_id ? 'open' : 'new') : fields.status,
    requester_id: requester.value,
    submitter_id: submitterId,
    id,
    via_id: viaId,
    description: written.body,
    created_at: now,
    updated_at: now,
  }
  state.tickets.push(ticket)
  const both = writing.keepBothComments && (viaId !== 44 || isFields(own(raw, 'comment')))
  const stay = kept(comments.value, viaId === 44 ? 'voice' : 'written', both)
  const signed = stay.map((comment) =>
    comment.authorId === actor.id ? { ...comment, authorId: submitterId } : comment,
  )
  const added = addComments(state, signed, { ticketId: id, auditId, viaId, now })
  const changes = Object.entries(fields).map(([field, value]) => ({ field, value, previous: null }))
  return ok({ created: true, ticket, auditId, comments: added, changes })
}

/**
 * Which of two comments sent together stay: `first`, unless the account keeps both. Integrations report that a written
 * comment displaces the voice comment; on 44 the voicemail is the first comment and `description` only its text.
 */
function kept({ written, voice }: SentComments, first: 'written' | 'voice', both: boolean): NewComment[] {
  const inOrder = (first === 'written' ? [written, voice] : [voice, written]).filter((comment) => comment !== null)
  return both ? inOrder : inOrder.slice(0, 1)
}

/** The requester without a `requester_id`: an inline `requester`, found by email or created; else whoever is signed in. */
function readRequester({ state, actor, now, validatePhones }: Writing, raw: unknown): Result<number, Problem[]> {
  if (raw === undefined || raw === null) return ok(actor.id)
  if (!isFields(raw)) return fail([problem('requester', 'invalid')])
  const email = asText(own(raw, 'email'))?.toLowerCase()
  const known = email ? state.users.find((user) => user.email?.toLowerCase() === email && !user.merged_into) : undefined
  if (known) return ok(known.id)
  if (!asText(own(raw, 'name'))?.trim()) return fail([problem('requester', 'short')])
  const created = createUser({ state, now, validatePhones }, raw)
  return created.ok ? ok(created.value.id) : created
}

/** `conflict` is a safe update whose stamp is out of date. */
export function updateTicket(
  writing: Writing,
  ticket: Ticket,
  raw: Fields,
): Result<WrittenTicket, Problem[] | 'conflict'> {
  const { state, actor, now } = writing
  if (ticket.status === 'closed') return fail([problem('status', 'closed')])
  if (own(raw, 'safe_update') === true && own(raw, 'updated_stamp') !== isoTime(ticket.updated_at))
    return fail('conflict')
  const { fields, problems } = readTicketFields(state, raw)
  const comments = readComments(state, actor, raw, undefined)
  if (!comments.ok || problems.length > 0) return fail([...problems, ...(comments.ok ? [] : comments.error)])

  const retagged = retag(fields.tags ?? ticket.tags, raw)
  const next: Partial<TicketFields> = retagged ? { ...fields, tags: retagged } : fields
  const changes = Object.entries(next).flatMap(([field, value]) => {
    const previous = ticket[field as keyof TicketFields]
    return JSON.stringify(previous) === JSON.stringify(value) ? [] : [{ field, value, previous }]
  })
  Object.assign(ticket, next)
  if (ticket.status === 'new' && ticket.assignee_id !== null) ticket.status = 'open'
  ticket.updated_at = now
  const auditId = newLongId(state)
  const stay = kept(comments.value, 'written', writing.keepBothComments)
  const added = addComments(state, stay, { ticketId: ticket.id, auditId, viaId: ticket.via_id, now })
  return ok({ created: false, ticket, auditId, comments: added, changes })
}

function retag(tags: readonly string[], raw: Fields): string[] | null {
  const more = asTags(own(raw, 'additional_tags'))
  const fewer = asTags(own(raw, 'remove_tags'))
  if (!more && !fewer) return null
  return [...new Set([...tags, ...(more ?? [])])].filter((tag) => !fewer?.includes(tag))
}
