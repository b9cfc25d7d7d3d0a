import { fail, ok } from '../../preload/result.ts'
import type { Caller, Ticket, TicketComment, VoiceTicket, Zendesk, ZendeskFailure } from '../../main/zendesk/zendesk.ts'

/** How a request goes wrong. */
export interface Fault {
  readonly failure: ZendeskFailure
  /** The write happened all the same and only its answer was lost. */
  readonly applied?: boolean
  /** The write happens, but later: this runs it when its time has come. */
  readonly applyLater?: (apply: () => void) => void
}

export interface FakeTicket extends Ticket {
  readonly sent: VoiceTicket
  readonly key: string
  readonly comments: TicketComment[]
}

export interface FakeZendesk extends Zendesk {
  /** Names of the requests made, in order. */
  readonly asked: string[]
  readonly tickets: FakeTicket[]
  readonly callers: (Caller & { readonly externalId: string | null })[]
  readonly displayed: number[]
}

/** An account in memory that answers as our client would. `fault` is asked before every request. */
export function fakeZendesk(
  fault: (method: keyof Zendesk, asked: readonly string[]) => Fault | null = () => null,
): FakeZendesk {
  const asked: string[] = []
  const tickets: FakeTicket[] = []
  const callers: FakeZendesk['callers'] = []
  const displayed: number[] = []

  function request<T>(method: keyof Zendesk, answer: () => T | ZendeskFailure) {
    const wrong = fault(method, asked)
    asked.push(method)
    const answered = !wrong || wrong.applied ? answer() : null
    if (wrong) {
      wrong.applyLater?.(() => void answer())
      return Promise.resolve(fail(wrong.failure))
    }
    return Promise.resolve(isFailure(answered) ? fail(answered) : ok(answered as T))
  }

  return {
    asked,
    tickets,
    callers,
    displayed,
    me: () =>
      request('me', () => ({ id: 7, name: 'Ada Agent', email: 'ada@acme.test', role: 'agent' as const, light: false })),
    findCallers: (digits) =>
      request('findCallers', () => callers.filter(({ phone }) => phone?.replace(/\D/g, '') === digits)),
    createCaller: ({ name, phone, externalId = null }) =>
      request('createCaller', () => {
        const twice = externalId !== null && callers.some((caller) => caller.externalId === externalId)
        if (twice) return invalid('external_id', 'DuplicateValue')
        const made = {
          id: 9000 + callers.length,
          name,
          phone,
          externalId,
          email: null,
          organization: null,
          sharedPhone: false,
        }
        callers.push(made)
        return made
      }),
    callersByExternalId: (externalId) =>
      request('callersByExternalId', () => callers.filter((caller) => caller.externalId === externalId)),
    createVoiceTicket: (sent, { idempotencyKey }) =>
      request('createVoiceTicket', () => {
        const ticket = {
          id: 100 + tickets.length,
          externalId: sent.externalId,
          status: 'new',
          requesterId: sent.requesterId,
        }
        tickets.push({ ...ticket, sent, key: idempotencyKey, comments: [] })
        return ticket
      }),
    ticketsByExternalId: (externalId) =>
      request('ticketsByExternalId', () => tickets.filter((ticket) => ticket.externalId === externalId)),
    addVoiceComment: (ticketId, { from, to, startedAt }) =>
      request('addVoiceComment', () => {
        const ticket = tickets.find(({ id }) => id === ticketId)
        if (!ticket) return { kind: 'notFound', maybeApplied: false } as const
        ticket.comments.push({ id: ticket.comments.length + 1, voice: { from, to, startedAt } })
        return ticket
      }),
    ticketComments: (ticketId) =>
      request('ticketComments', () => tickets.find(({ id }) => id === ticketId)?.comments ?? []),
    displayTicket: (_agentId, ticketId) =>
      request('displayTicket', () => {
        displayed.push(ticketId)
        return null
      }),
    displayUser: () => request('displayUser', () => null),
  }
}

/** A 422 about one field. */
export const invalid = (field: string, code = 'InvalidValue'): ZendeskFailure => ({
  kind: 'invalid',
  details: [{ field, code, text: `${field}: not accepted` }],
  maybeApplied: false,
})

const isFailure = (answer: unknown): answer is ZendeskFailure =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && 'maybeApplied' in answer
