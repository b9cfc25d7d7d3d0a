import * as v from 'valibot'
import type { Agent, Caller, Ticket, TicketComment, VoiceComment, VoiceTicket } from './zendesk.ts'

/*
 * Zendesk's JSON on one side, our types on the other, and nowhere else. Replies are checked for what we use, unknown
 * keys pass. Ids are 64-bit numbers that stay well inside what JavaScript counts exactly.
 */

const Id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const Text = v.nullish(v.string(), null)

const TicketWire = v.pipe(
  v.object({ id: Id, external_id: Text, status: v.string(), requester_id: v.nullish(Id, null) }),
  v.transform((ticket): Ticket => ({
    id: ticket.id,
    externalId: ticket.external_id,
    status: ticket.status,
    requesterId: ticket.requester_id,
  })),
)

const CallerWire = v.pipe(
  v.object({
    id: Id,
    name: v.string(),
    email: Text,
    phone: Text,
    shared_phone_number: v.nullish(v.boolean(), false),
    external_id: Text,
    organization_id: v.nullish(Id, null),
    role: v.optional(v.string()),
    active: v.optional(v.boolean(), true),
  }),
  v.transform((user) => {
    const caller: Caller = {
      id: user.id,
      name: user.name,
      email: user.email,
      phone: user.phone,
      organization: null,
      sharedPhone: user.shared_phone_number,
    }
    return {
      caller,
      role: user.role,
      active: user.active,
      externalId: user.external_id,
      organizationId: user.organization_id,
    }
  }),
)

/** A light agent has `role_type` 1; a contributor (3) has the same rights. */
const LIGHT_ROLE_TYPES: readonly unknown[] = [1, 3]

/** Anonymous callers are answered too, with a null id. */
const AnonymousWire = v.object({ id: v.null() })
const EndUserWire = v.object({ id: Id, role: v.literal('end-user') })
const AgentWire = v.pipe(
  v.object({
    id: Id,
    name: v.string(),
    email: v.string(),
    role: v.picklist(['agent', 'admin']),
    role_type: v.nullish(v.number()),
  }),
  v.transform((user): Agent => ({
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    light: LIGHT_ROLE_TYPES.includes(user.role_type),
  })),
)

const CommentWire = v.pipe(
  v.object({
    id: Id,
    type: v.string(),
    data: v.nullish(v.object({ from: Text, to: Text, started_at: Text }), null),
  }),
  v.transform(({ id, type, data }): TicketComment => {
    const voice = /VoiceComment$/.test(type) && data
    return { id, voice: voice ? { from: voice.from ?? '', to: voice.to ?? '', startedAt: voice.started_at } : null }
  }),
)

export const TicketReply = v.object({ ticket: TicketWire })
export const TicketsReply = v.object({ tickets: v.array(TicketWire) })
export const UserReply = v.object({ user: CallerWire })
export const UsersReply = v.object({ users: v.array(CallerWire) })
/** Users found, with the names of their organizations where the search brought those along. */
export const SearchReply = v.pipe(
  v.object({
    results: v.array(CallerWire),
    organizations: v.nullish(v.array(v.object({ id: Id, name: v.string() })), []),
  }),
  v.transform(({ results, organizations }) => {
    const nameOf = (id: number | null) => organizations.find((organization) => organization.id === id)?.name ?? null
    return results.map((user) => ({
      ...user,
      caller: { ...user.caller, organization: nameOf(user.organizationId) },
    }))
  }),
)
export const MeReply = v.object({
  user: v.union([
    v.pipe(
      AnonymousWire,
      v.transform(() => 'anonymous' as const),
    ),
    v.pipe(
      EndUserWire,
      v.transform(() => 'endUser' as const),
    ),
    AgentWire,
  ]),
})
export const CommentsReply = v.pipe(
  v.object({
    comments: v.array(CommentWire),
    meta: v.optional(v.object({ has_more: v.boolean(), after_cursor: Text })),
    /** Only where a server does not know cursors and pages by offset. */
    next_page: Text,
  }),
  v.transform(({ comments, meta, next_page }) => ({
    comments,
    more: meta?.has_more ?? next_page !== null,
    cursor: meta?.after_cursor ?? null,
  })),
)

/** The body of `POST /channels/voice/tickets`: equal input gives equal bytes, as a repeat must. */
export function voiceTicketBody(ticket: VoiceTicket, displayToAgent: number | undefined): object {
  return {
    ...(displayToAgent === undefined ? {} : { display_to_agent: displayToAgent }),
    ticket: {
      via_id: ticket.viaId,
      external_id: ticket.externalId,
      ...(ticket.requesterId === null ? {} : { requester_id: ticket.requesterId }),
      subject: ticket.subject,
      ...(ticket.priority === null ? {} : { priority: ticket.priority }),
      tags: ticket.tags,
      ...(ticket.comment && { comment: { body: ticket.comment.body, public: ticket.comment.public } }),
      ...(ticket.description !== undefined && { description: ticket.description }),
      ...(ticket.voiceComment && { voice_comment: voiceCommentBody(ticket.voiceComment) }),
    },
  }
}

export function voiceCommentBody(voice: VoiceComment): object {
  return {
    from: voice.from,
    to: voice.to,
    recording_url: voice.recordingUrl,
    started_at: voice.startedAt,
    call_duration: voice.callDuration,
    answered_by_id: voice.answeredById,
    ...(voice.transcriptionText !== undefined && { transcription_text: voice.transcriptionText }),
    ...(voice.location !== undefined && { location: voice.location }),
  }
}
