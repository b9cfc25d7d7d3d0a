import * as v from 'valibot'

// The demo account's records carry Zendesk's own field names, so that what is stored and what is sent read the same.
// Times are milliseconds since 1970; they become ISO 8601 when they are sent.

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const someId = v.nullable(id)
const someText = v.nullable(v.string())
const time = v.pipe(v.number(), v.finite())

const userSchema = v.strictObject({
  id,
  name: v.string(),
  email: someText,
  /** As somebody once typed it; E.164 only when the account validates numbers. */
  phone: someText,
  shared_phone_number: v.boolean(),
  role: v.picklist(['end-user', 'agent', 'admin']),
  light_agent: v.boolean(),
  organization_id: someId,
  external_id: someText,
  notes: v.string(),
  tags: v.array(v.string()),
  created_at: time,
  updated_at: time,
  /** Set once the profile was merged into another; its own id then answers 404. */
  merged_into: someId,
})

const voiceSchema = v.strictObject({
  from: someText,
  to: someText,
  recording_url: someText,
  /** ISO 8601 in UTC. */
  started_at: someText,
  /** Seconds. */
  call_duration: v.nullable(v.number()),
  answered_by_id: someId,
  transcription_text: someText,
  location: someText,
})

const commentSchema = v.strictObject({
  id,
  audit_id: id,
  ticket_id: id,
  author_id: id,
  body: v.string(),
  html_body: someText,
  public: v.boolean(),
  via_id: v.number(),
  created_at: time,
  /** Set on voice comments only. */
  voice: v.nullable(voiceSchema),
})

const customFieldSchema = v.strictObject({
  id,
  value: v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())]),
})

/** What a client may set on a ticket. */
const ticketFieldsSchema = v.strictObject({
  external_id: someText,
  subject: someText,
  type: v.nullable(v.picklist(['problem', 'incident', 'question', 'task'])),
  priority: v.nullable(v.picklist(['urgent', 'high', 'normal', 'low'])),
  status: v.picklist(['new', 'open', 'pending', 'hold', 'solved', 'closed']),
  recipient: someText,
  requester_id: id,
  submitter_id: id,
  assignee_id: someId,
  group_id: someId,
  organization_id: someId,
  collaborator_ids: v.array(id),
  problem_id: someId,
  due_at: someText,
  tags: v.array(v.string()),
  custom_fields: v.array(customFieldSchema),
  brand_id: someId,
  ticket_form_id: someId,
})

const ticketSchema = v.strictObject({
  ...ticketFieldsSchema.entries,
  id,
  via_id: v.number(),
  description: v.string(),
  created_at: time,
  updated_at: time,
})

const idempotencySchema = v.strictObject({
  key: v.string(),
  /** Method, path and body of the first use. */
  request: v.string(),
  status: v.number(),
  headers: v.record(v.string(), v.string()),
  body: v.string(),
  at: time,
})

const named = v.strictObject({ id, name: v.string() })

/** Everything the demo account knows: plain JSON, so it can be saved and loaded. */
export const stateSchema = v.strictObject({
  version: v.literal(1),
  /** The people and the ticket a visitor is handed to start with. */
  cast: v.strictObject({ agent: id, admin: id, light_agent: id, end_user: id, ticket: id }),
  organizations: v.array(named),
  groups: v.array(named),
  users: v.array(userSchema),
  tickets: v.array(ticketSchema),
  comments: v.array(commentSchema),
  idempotency: v.array(idempotencySchema),
  next_ticket_id: id,
  next_long_id: id,
})

export type User = v.InferOutput<typeof userSchema>
export type VoiceFacts = v.InferOutput<typeof voiceSchema>
export type Comment = v.InferOutput<typeof commentSchema>
export type CustomField = v.InferOutput<typeof customFieldSchema>
export type TicketFields = v.InferOutput<typeof ticketFieldsSchema>
export type Ticket = v.InferOutput<typeof ticketSchema>
export type Organization = v.InferOutput<typeof named>
export type State = v.InferOutput<typeof stateSchema>
