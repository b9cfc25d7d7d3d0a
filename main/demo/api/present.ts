import type { Comment, Organization, State, Ticket, User, VoiceFacts } from '../account/model.ts'
import { formatPhone } from '../account/phone.ts'
import { commentsOf, findUser } from '../account/state.ts'
import type { WrittenTicket } from '../account/tickets.ts'
import { isoTime } from '../account/values.ts'
import { viaOf } from '../account/via.ts'
import { escapeHtml } from '../pages/html.ts'
import type { World } from '../world.ts'

/** Records as the API shows them; `base` is the address the client used, for the `url` fields. */
export function presentTicket(world: World, base: string, ticket: Ticket): object {
  const { description, created_at, updated_at, via_id, subject, id, custom_fields, collaborator_ids, ...fields } =
    ticket
  const comments = commentsOf(world.state, id)
  const voice = comments.find((comment) => comment.voice !== null)?.voice ?? null
  return {
    url: `${base}/api/v2/tickets/${id}.json`,
    id,
    via: presentVia(world, via_id, voice),
    created_at: isoTime(created_at),
    updated_at: isoTime(updated_at),
    generated_timestamp: Math.floor(updated_at / 1000),
    subject,
    raw_subject: subject,
    description,
    ...fields,
    collaborator_ids,
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    has_incidents: false,
    is_public: comments.some((comment) => comment.public),
    custom_fields,
    satisfaction_rating: null,
    sharing_agreement_ids: [],
    custom_status_id: null,
    fields: custom_fields,
    followup_ids: [],
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
  }
}

function presentVia(world: World, viaId: number, voice: VoiceFacts | null): object {
  const via = viaOf(viaId)
  const isCall = viaId >= 44 && viaId <= 46
  const channel = isCall && world.switches.viaChannel === 'typeName' ? via.typeName : via.channel
  const line = (phone: string | null | undefined) => (phone ? { phone, formatted_phone: formatPhone(phone) } : {})
  return { channel, source: { from: line(voice?.from), to: line(voice?.to), rel: via.rel } }
}

/** The body of a successful ticket write. */
export function presentWritten(world: World, base: string, actor: User, written: WrittenTicket): object {
  const { created, ticket, auditId, comments, changes } = written
  const changed = changes.map(({ field, value, previous }, index) => ({
    id: auditId + 1 + index,
    type: created ? 'Create' : 'Change',
    field_name: field,
    value,
    ...(created ? {} : { previous_value: previous }),
  }))
  const audit = {
    id: auditId,
    ticket_id: ticket.id,
    created_at: isoTime(ticket.updated_at),
    author_id: actor.id,
    metadata: { system: {}, custom: {} },
    events: [...comments.map((comment) => presentComment(world, comment)), ...changed],
    via: presentVia(world, ticket.via_id, null),
  }
  return { ticket: presentTicket(world, base, ticket), audit }
}

export function presentComment(world: World, comment: Comment): object {
  const { id, audit_id, author_id, body, voice } = comment
  return {
    id,
    type: voice ? 'VoiceComment' : 'Comment',
    author_id,
    body,
    html_body:
      comment.html_body ?? `<div class="zd-comment" dir="auto">${escapeHtml(body).replaceAll('\n', '<br>')}</div>`,
    plain_body: body,
    public: comment.public,
    attachments: [],
    audit_id,
    via: presentVia(world, comment.via_id, voice),
    created_at: isoTime(comment.created_at),
    metadata: { system: {}, custom: {} },
    ...(voice && presentVoice(world.state, voice)),
  }
}

function presentVoice(state: State, voice: VoiceFacts): object {
  return {
    data: {
      ...voice,
      answered_by_name: findUser(state, voice.answered_by_id)?.name ?? null,
      transcription_status: voice.transcription_text === null ? null : 'completed',
      call_id: null,
    },
    formatted_from: voice.from === null ? null : formatPhone(voice.from),
    formatted_to: voice.to === null ? null : formatPhone(voice.to),
    transcription_visible: voice.transcription_text !== null,
  }
}

export function presentUser(base: string, user: User): object {
  const { light_agent, merged_into: _, created_at, updated_at, ...fields } = user
  return {
    url: `${base}/api/v2/users/${user.id}.json`,
    ...fields,
    created_at: isoTime(created_at),
    updated_at: isoTime(updated_at),
    time_zone: 'Dublin',
    iana_time_zone: 'Europe/Dublin',
    locale: 'en-US',
    locale_id: 1,
    photo: null,
    verified: user.email !== null,
    active: true,
    suspended: false,
    alias: '',
    details: '',
    signature: '',
    shared: false,
    shared_agent: false,
    moderator: user.role !== 'end-user',
    role_type: user.role === 'agent' ? (light_agent ? 1 : 0) : null,
    custom_role_id: null,
    default_group_id: null,
    only_private_comments: light_agent,
    restricted_agent: light_agent || user.role === 'end-user',
    ticket_restriction: user.role === 'end-user' ? 'requested' : null,
    last_login_at: null,
    report_csv: false,
    two_factor_auth_enabled: null,
    user_fields: {},
  }
}

/** `GET /users/me` without credentials: a user, but nobody. */
export const ANONYMOUS_USER = {
  id: null,
  url: null,
  name: 'Anonymous user',
  email: 'invalid@example.com',
  phone: null,
  role: 'end-user',
  verified: false,
  organization_id: null,
  authenticity_token: null,
}

export function presentOrganization(base: string, organization: Organization): object {
  return { url: `${base}/api/v2/organizations/${organization.id}.json`, ...organization, shared_tickets: false }
}
