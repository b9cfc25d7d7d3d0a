import type { CustomField, State, TicketFields } from './model.ts'
import { problem, type Problem } from './problems.ts'
import { findAgent, findTicket, findUser } from './state.ts'
import { asId, asTags, asText, isFields, own, type Fields } from './values.ts'

/** A value that can't be what its field holds. */
const INVALID = Symbol('invalid')
type Read<T> = (value: unknown, state: State) => T | typeof INVALID

const text: Read<string | null> = (value) => (value === null ? null : (asText(value) ?? INVALID))

const anyId: Read<number | null> = (value) => (value === null ? null : (asId(value) ?? INVALID))

function oneOf<const T extends string>(...choices: readonly T[]): Read<T> {
  return (value) => choices.find((choice) => choice === value) ?? INVALID
}

function orNull<T>(read: Read<T>): Read<T | null> {
  return (value, state) => (value === null || value === '' ? null : read(value, state))
}

function existing(find: (state: State, id: number | null) => { readonly id: number } | undefined): Read<number> {
  return (value, state) => find(state, asId(value))?.id ?? INVALID
}

const ids: Read<number[]> = (value) => {
  const read = Array.isArray(value) ? value.map(asId) : [null]
  return read.every((id) => id !== null) ? read : INVALID
}

const tags: Read<string[]> = (value) => asTags(value) ?? INVALID

const customFields: Read<CustomField[]> = (value) => {
  if (!Array.isArray(value)) return INVALID
  const read = value.map(customField)
  return read.every((field) => field !== null) ? read : INVALID
}

function customField(raw: unknown): CustomField | null {
  const id = isFields(raw) ? asId(own(raw, 'id')) : null
  const value = isFields(raw) ? (own(raw, 'value') ?? null) : undefined
  if (id === null || value === undefined) return null
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { id, value }
  }
  const list = Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null
  return list && { id, value: list }
}

const READERS: { readonly [K in keyof TicketFields]: Read<TicketFields[K]> } = {
  external_id: text,
  subject: text,
  type: orNull(oneOf('problem', 'incident', 'question', 'task')),
  priority: orNull(oneOf('urgent', 'high', 'normal', 'low')),
  status: oneOf('new', 'open', 'pending', 'hold', 'solved', 'closed'),
  recipient: text,
  requester_id: existing(findUser),
  submitter_id: existing(findUser),
  assignee_id: orNull(existing(findAgent)),
  group_id: orNull(existing((state, id) => state.groups.find((group) => group.id === id))),
  organization_id: orNull(existing((state, id) => state.organizations.find((known) => known.id === id))),
  collaborator_ids: ids,
  problem_id: orNull(existing(findTicket)),
  due_at: text,
  tags,
  custom_fields: customFields,
  brand_id: anyId,
  ticket_form_id: anyId,
}

/** Documented keys the demo account takes and has no use for. */
const IGNORED = [
  'custom_status_id',
  'email_ccs',
  'followers',
  'metadata',
  'macro_ids',
  'via_followup_source_id',
  'assignee_email',
  'sharing_agreement_ids',
] as const

/** Ticket keys besides comments. */
export const TICKET_FIELDS_SHAPE: Readonly<Record<string, true>> = Object.fromEntries(
  [...Object.keys(READERS), ...IGNORED].map((key) => [key, true]),
)

/** Null in these counts as left out. */
const NEVER_NULL: readonly string[] = ['requester_id', 'submitter_id', 'status']

/** The fields of a ticket as somebody sent them. */
export function readTicketFields(
  state: State,
  raw: Fields,
): { readonly fields: Partial<TicketFields>; readonly problems: Problem[] } {
  const sent = Object.entries(READERS)
    .filter(([key]) => Object.hasOwn(raw, key) && !(raw[key] === null && NEVER_NULL.includes(key)))
    .map(([key, read]) => [key, read(raw[key], state)] as const)
  return {
    fields: Object.fromEntries(sent.filter(([, value]) => value !== INVALID)),
    problems: sent.filter(([, value]) => value === INVALID).map(([key]) => problem(key.replace(/_id$/, ''), 'invalid')),
  }
}
