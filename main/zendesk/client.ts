import * as v from 'valibot'
import { fail, ok, type Result } from '../../preload/result.ts'
import { failureOfReply, failureOfTrouble, jsonBody, notZendesk } from './failures.ts'
import { phoneTerm, sameNumber } from './phone-match.ts'
import type { Transport, TransportReply } from './transport.ts'
import * as wire from './wire.ts'
import type { TicketComment, Zendesk, ZendeskFailure } from './zendesk.ts'

export type Credentials =
  | { readonly kind: 'token'; readonly email: string; readonly token: string }
  | { readonly kind: 'password'; readonly email: string; readonly password: string }

/** Of 100 comments each: twice what a ticket can hold. */
const MOST_PAGES = 100

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below `/api/v2`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: object
}

/** The client of one account as one agent. The transport decides which host that is. */
export function createZendesk(options: {
  readonly transport: Transport
  readonly credentials: Credentials
  /** Milliseconds since 1970; only read against a `Retry-After` that is a date. */
  readonly now: () => number
}): Zendesk {
  const authorization = basicAuthorization(options.credentials)

  const exchange = async (call: Call): Promise<Result<TransportReply, ZendeskFailure>> => {
    const attempt = { write: call.method !== 'GET', now: options.now }
    const query = call.query ? `?${new URLSearchParams(call.query)}` : ''
    const sent = await options.transport.send({
      method: call.method,
      path: `/api/v2${call.path}${query}`,
      headers: {
        Authorization: authorization,
        Accept: 'application/json',
        ...(call.body && { 'Content-Type': 'application/json' }),
        ...call.headers,
      },
      body: call.body ? new TextEncoder().encode(JSON.stringify(call.body)) : null,
    })
    if (!sent.ok) return fail(failureOfTrouble(sent.error, attempt))
    const failure = failureOfReply(sent.value, attempt)
    return failure ? fail(failure) : sent
  }

  /** A call whose reply matters: JSON of the given shape, or a failure. */
  const ask = async <S extends v.GenericSchema>(
    schema: S,
    call: Call,
  ): Promise<Result<v.InferOutput<S>, ZendeskFailure>> => {
    const reply = await exchange(call)
    if (!reply.ok) return reply
    const maybeApplied = call.method !== 'GET'
    const json = jsonBody(reply.value)
    if (json === undefined) return fail(notZendesk(maybeApplied))
    const parsed = v.safeParse(schema, json)
    return parsed.success ? ok(parsed.output) : fail({ kind: 'unexpected', status: reply.value.status, maybeApplied })
  }

  /** Display calls answer `null`, an empty string or nothing at all: only the status says anything. */
  const display = async (path: string): Promise<Result<null, ZendeskFailure>> => {
    const reply = await exchange({ method: 'POST', path })
    return reply.ok ? ok(null) : reply
  }

  return {
    me: async () => {
      const reply = await ask(wire.MeReply, { method: 'GET', path: '/users/me' })
      // Every account has this page: where it is missing there is no account.
      if (!reply.ok) return reply.error.kind === 'notFound' ? fail(notZendesk(false)) : reply
      const { user } = reply.value
      if (user === 'anonymous') return fail({ kind: 'unauthorised', maybeApplied: false })
      if (user === 'endUser') return fail({ kind: 'forbidden', maybeApplied: false })
      return ok(user)
    },

    findCallers: async (typed) => {
      const digits = typed.replace(/\D/g, '')
      if (digits === '') return ok([])
      const reply = await ask(wire.SearchReply, {
        method: 'GET',
        path: '/search',
        // "Side-loading related records": search wants what to load for in front, `tickets(users)` and the like.
        query: { query: `role:end-user ${phoneTerm(digits)}`, include: 'users(organizations)', per_page: '100' },
      })
      if (!reply.ok) return reply
      return ok(
        reply.value
          .filter((user) => user.role === 'end-user' && user.active)
          .map((user) => user.caller)
          .filter((caller) => caller.phone !== null && sameNumber(caller.phone, digits)),
      )
    },

    createCaller: async ({ name, phone, externalId }) => {
      const reply = await ask(wire.UserReply, {
        method: 'POST',
        path: '/users',
        body: { user: { name, phone, ...(externalId !== undefined && { external_id: externalId }) } },
      })
      return reply.ok ? ok(reply.value.user.caller) : reply
    },

    callersByExternalId: async (externalId) => {
      const reply = await ask(wire.UsersReply, { method: 'GET', path: '/users', query: { external_id: externalId } })
      if (!reply.ok) return reply
      return ok(reply.value.users.filter((user) => user.externalId === externalId).map((user) => user.caller))
    },

    createVoiceTicket: async (ticket, { idempotencyKey, displayToAgent }) => {
      const reply = await ask(wire.TicketReply, {
        method: 'POST',
        path: '/channels/voice/tickets',
        headers: { 'Idempotency-Key': idempotencyKey },
        body: wire.voiceTicketBody(ticket, displayToAgent),
      })
      return reply.ok ? ok(reply.value.ticket) : reply
    },

    ticketsByExternalId: async (externalId) => {
      const reply = await ask(wire.TicketsReply, {
        method: 'GET',
        path: '/tickets',
        query: { external_id: externalId },
      })
      if (!reply.ok) return reply
      return ok(reply.value.tickets.filter((ticket) => ticket.externalId === externalId))
    },

    addVoiceComment: async (ticketId, voice) => {
      const reply = await ask(wire.TicketReply, {
        method: 'PUT',
        path: `/tickets/${ticketId}`,
        body: { ticket: { voice_comment: wire.voiceCommentBody(voice) } },
      })
      return reply.ok ? ok(reply.value.ticket) : reply
    },

    ticketComments: async (ticketId) => {
      const comments: TicketComment[] = []
      let cursor: string | null = null
      for (let page = 0; page < MOST_PAGES; page++) {
        // The cursor, not `links.next`: that is a whole URL, and only the account's own host may be asked.
        const query: Record<string, string> = { 'page[size]': '100', ...(cursor !== null && { 'page[after]': cursor }) }
        const reply = await ask(wire.CommentsReply, { method: 'GET', path: `/tickets/${ticketId}/comments`, query })
        if (!reply.ok) return reply
        comments.push(...reply.value.comments)
        if (!reply.value.more) return ok(comments)
        cursor = reply.value.cursor
        if (cursor === null) break
      }
      // Half a list would say that a comment is missing, and have it added twice.
      return fail({ kind: 'unexpected', status: 200, maybeApplied: false })
    },

    displayTicket: (agentId, ticketId) => display(`/channels/voice/agents/${agentId}/tickets/${ticketId}/display`),
    displayUser: (agentId, userId) => display(`/channels/voice/agents/${agentId}/users/${userId}/display`),
  }
}

function basicAuthorization(credentials: Credentials): string {
  const pair =
    credentials.kind === 'token'
      ? `${credentials.email}/token:${credentials.token}`
      : `${credentials.email}:${credentials.password}`
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`
}
