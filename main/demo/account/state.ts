import * as v from 'valibot'
import { fail, ok, type Result } from '../../../preload/result.ts'
import { stateSchema, type Comment, type State, type Ticket, type User } from './model.ts'

/** Zendesk's ids of users, comments and audits grow in uneven steps; this is ours. */
const LONG_ID_STEP = 37

/** The next 14-digit id, for a user, comment, audit or other record. */
export function newLongId(state: State): number {
  const id = state.next_long_id
  state.next_long_id += LONG_ID_STEP
  return id
}

/** A user who has not been merged into another. */
export function findUser(state: State, id: number | null): User | undefined {
  return state.users.find((user) => user.id === id && user.merged_into === null)
}

/** An agent or admin; what `agent_id`, `assignee_id` and `display_to_agent` have to name. */
export function findAgent(state: State, id: number | null): User | undefined {
  const user = findUser(state, id)
  return user && user.role !== 'end-user' ? user : undefined
}

export function findTicket(state: State, id: number | null): Ticket | undefined {
  return state.tickets.find((ticket) => ticket.id === id)
}

/** Oldest first. */
export function commentsOf(state: State, ticketId: number): Comment[] {
  return state.comments.filter((comment) => comment.ticket_id === ticketId)
}

/** Every ticket with its comments, in one walk over each. */
export function ticketsWithComments({ tickets, comments }: State): (Ticket & { comments: Comment[] })[] {
  const byTicket = new Map(tickets.map((ticket) => [ticket.id, [] as Comment[]]))
  for (const comment of comments) byTicket.get(comment.ticket_id)?.push(comment)
  return tickets.map((ticket) => ({ ...ticket, comments: byTicket.get(ticket.id) ?? [] }))
}

export function organizationName(state: State, id: number | null): string | null {
  return state.organizations.find((organization) => organization.id === id)?.name ?? null
}

/** Checks a saved demo account (`DemoZendesk.snapshot`) read back from a file; the error says what is wrong with it. */
export function readSnapshot(saved: unknown): Result<State, string> {
  const read = v.safeParse(stateSchema, saved)
  if (read.success) return ok(read.output)
  const issue = read.issues[0]
  return fail(`${v.getDotPath(issue) ?? 'snapshot'}: ${issue.message}`)
}
