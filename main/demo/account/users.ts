import { fail, ok, type Result } from '../../../preload/result.ts'
import type { State, User } from './model.ts'
import { digitsOf, isE164 } from './phone.ts'
import { problem, type Problem } from './problems.ts'
import { findUser, newLongId } from './state.ts'
import { asId, asTags, asText, own, type Fields, type Shape } from './values.ts'

export interface UserWriting {
  readonly state: State
  readonly now: number
  /** The account setting "validate user phone numbers". */
  readonly validatePhones: boolean
}

/** Keys a `user` may have in a create. */
export const USER_SHAPE: Shape = {
  name: true,
  email: true,
  phone: true,
  shared_phone_number: true,
  external_id: true,
  role: true,
  organization_id: true,
  notes: true,
  details: true,
  alias: true,
  tags: true,
  verified: true,
  skip_verify_email: true,
  locale: true,
  locale_id: true,
  time_zone: true,
  identities: true,
  user_fields: true,
}

/** Creates an end user, whatever `role` says: new agents are not part of the demo. A number some profile already has becomes a shared one; a new number is a direct line. */
export function createUser(writing: UserWriting, raw: Fields): Result<User, Problem[]> {
  const { state, now } = writing
  const name = asText(own(raw, 'name'))?.trim() ?? ''
  const details = readDetails(writing, raw, null)
  const problems = [...(name === '' ? [problem('name', 'short')] : []), ...details.problems]
  if (problems.length > 0) return fail(problems)
  const { phone = null } = details.fields
  const user: User = {
    id: newLongId(state),
    email: null,
    external_id: null,
    organization_id: null,
    notes: '',
    tags: [],
    ...details.fields,
    name,
    phone,
    shared_phone_number: own(raw, 'shared_phone_number') === true || (phone !== null && isTaken(state, phone)),
    role: 'end-user',
    light_agent: false,
    created_at: now,
    updated_at: now,
    merged_into: null,
  }
  state.users.push(user)
  return ok(user)
}

/** Creates, or updates the one with this `external_id` or `email`; a phone number never matches. */
export function createOrUpdateUser(
  writing: UserWriting,
  raw: Fields,
): Result<{ readonly user: User; readonly created: boolean }, Problem[]> {
  const externalId = asText(own(raw, 'external_id'))
  const email = asText(own(raw, 'email'))
  const known = usersWith(writing.state, 'external_id', externalId)[0] ?? usersWith(writing.state, 'email', email)[0]
  if (!known) {
    const user = createUser(writing, raw)
    return user.ok ? ok({ user: user.value, created: true }) : user
  }
  const name = asText(own(raw, 'name'))?.trim()
  const details = readDetails(writing, raw, known)
  const problems = [...(name === '' ? [problem('name', 'short')] : []), ...details.problems]
  if (problems.length > 0) return fail(problems)
  Object.assign(known, details.fields, { name: name ?? known.name, updated_at: writing.now })
  return ok({ user: known, created: false })
}

/** Merges one end user into another, who keeps the tickets. */
export function mergeUser(state: State, loser: User, winner: User, now: number): void {
  loser.merged_into = winner.id
  winner.updated_at = now
  for (const ticket of state.tickets) if (ticket.requester_id === loser.id) ticket.requester_id = winner.id
}

/** Exact and immediate, unlike search. Neither key knows upper and lower case. */
export function usersWith(state: State, key: 'external_id' | 'email', value: string | undefined): User[] {
  if (!value) return []
  const wanted = value.toLowerCase()
  return state.users.filter((user) => user.merged_into === null && user[key]?.toLowerCase() === wanted)
}

/** What a create and an update read alike. `self` may keep what it already has. */
function readDetails({ state, validatePhones }: UserWriting, raw: Fields, self: User | null) {
  const problems: Problem[] = []
  const fields: Partial<Pick<User, 'email' | 'phone' | 'external_id' | 'notes' | 'tags' | 'organization_id'>> = {}
  for (const key of ['email', 'external_id'] as const) {
    const value = asText(own(raw, key))
    if (usersWith(state, key, value).some((user) => user !== self)) problems.push(problem(key, 'duplicate'))
    if (value) fields[key] = value
  }
  const phone = asText(own(raw, 'phone'))
  if (phone && validatePhones && !isE164(phone)) problems.push(problem('phone', 'invalid'))
  if (phone) fields.phone = phone
  const notes = asText(own(raw, 'notes'))
  if (notes !== undefined) fields.notes = notes
  const tags = asTags(own(raw, 'tags'))
  if (tags) fields.tags = tags
  const sentOrganization = own(raw, 'organization_id')
  const organization = state.organizations.find((known) => known.id === asId(sentOrganization))
  if (organization) fields.organization_id = organization.id
  else if (sentOrganization !== undefined && sentOrganization !== null)
    problems.push(problem('organization', 'invalid'))
  return { fields, problems }
}

function isTaken(state: State, phone: string): boolean {
  return state.users.some((user) => findUser(state, user.id) && user.phone && digitsOf(user.phone) === digitsOf(phone))
}
