import type { Result } from '../../preload/result.ts'

/** Talk Partner Edition's `via_id` (reference "Create ticket or voicemail ticket"): the three kinds this API accepts. */
export const VIA_ID = { voicemail: 44, inbound: 45, outbound: 46 } as const
export type ViaId = (typeof VIA_ID)[keyof typeof VIA_ID]

/** The signed-in Zendesk user, from `GET /users/me`. */
export interface Agent {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly role: 'agent' | 'admin'
  /** A light agent or contributor (`role_type` 1 or 3): signed in, but not allowed to log calls. */
  readonly light: boolean
}

/** A Zendesk end user who may be on the other side of a call. */
export interface Caller {
  readonly id: number
  readonly name: string
  readonly email: string | null
  /** As stored in Zendesk: E.164 or however somebody once typed it. */
  readonly phone: string | null
  readonly organization: string | null
  /** True when Zendesk marks the number as shared by several users. */
  readonly sharedPhone: boolean
}

/** What is kept of a ticket that Zendesk answered with. */
export interface Ticket {
  readonly id: number
  readonly externalId: string | null
  readonly status: string
  readonly requesterId: number | null
}

/** The facts of a call as a voice comment (reference, `voice_comment`). */
export interface VoiceComment {
  /** E.164, an extension, or an empty string when the caller withheld it. */
  readonly from: string
  readonly to: string
  readonly recordingUrl: string | null
  /** ISO 8601 in UTC, ending in Z. */
  readonly startedAt: string
  /** Whole seconds. */
  readonly callDuration: number
  /** The agent's Zendesk user id; null for a call nobody answered. */
  readonly answeredById: number | null
  readonly transcriptionText?: string
  readonly location?: string
}

export type Priority = 'low' | 'normal' | 'high' | 'urgent'

/** A ticket for `POST /channels/voice/tickets`. */
export interface VoiceTicket {
  readonly viaId: ViaId
  /** The entry's id; looked up before a create is ever repeated. */
  readonly externalId: string
  /** The caller. Left out, Zendesk makes the agent the requester, so only leave it out on purpose. */
  readonly requesterId: number | null
  readonly subject: string
  readonly priority: Priority | null
  readonly tags: readonly string[]
  /** First comment of a call (45, 46); not public means only agents read it. */
  readonly comment?: { readonly body: string; readonly public: boolean }
  /** First comment of a voicemail (44). */
  readonly description?: string
  /** Required for 44. Not sent with 45/46, where a written comment displaces it: add it in a second step. */
  readonly voiceComment?: VoiceComment
}

/** A comment read back from a ticket. `voice` is set on voice comments only. */
export interface TicketComment {
  readonly id: number
  readonly voice: { readonly from: string; readonly to: string; readonly startedAt: string | null } | null
}

/**
 * Everything that can go wrong between us and Zendesk, as values.
 * `maybeApplied` says whether a write may have happened all the same (an answer lost on the way back).
 */
export type ZendeskFailure =
  | {
      readonly kind: 'offline'
      readonly why: 'unreachable' | 'unknownHost' | 'notZendesk'
      readonly maybeApplied: boolean
    }
  | { readonly kind: 'certificate'; readonly maybeApplied: false }
  | { readonly kind: 'timeout'; readonly maybeApplied: boolean }
  | { readonly kind: 'unauthorised'; readonly maybeApplied: false }
  | { readonly kind: 'forbidden'; readonly maybeApplied: false }
  | { readonly kind: 'notFound'; readonly maybeApplied: false }
  | { readonly kind: 'invalid'; readonly details: readonly InvalidDetail[]; readonly maybeApplied: false }
  | { readonly kind: 'conflict'; readonly maybeApplied: boolean }
  /** `retryAfterSeconds` is already clamped to 1 s – 1 h. */
  | { readonly kind: 'rateLimited'; readonly retryAfterSeconds: number; readonly maybeApplied: false }
  | { readonly kind: 'temporarilyDown'; readonly retryAfterSeconds: number | null; readonly maybeApplied: boolean }
  | { readonly kind: 'unexpected'; readonly status: number; readonly maybeApplied: boolean }

/** One line of a 422's `details`: branch on `code`; `text` is in the account's language and meant for people. */
export interface InvalidDetail {
  readonly field: string
  readonly code: string
  readonly text: string
}

export type Answer<T> = Promise<Result<T, ZendeskFailure>>

/** The endpoints this product uses. It knows nothing of queues or windows. */
export interface Zendesk {
  /** `GET /users/me`, refusing the anonymous user (unauthorised) and end users (forbidden). */
  me(): Answer<Agent>
  /**
   * `GET /search?query=role:end-user phone:*…` by E.164 digits (no plus), or those of an extension. Everybody whose
   * stored number is that one, however it is written; several may share it. The index lags by up to minutes.
   */
  findCallers(digits: string): Answer<readonly Caller[]>
  /** `POST /users` with a name and an E.164 phone. */
  createCaller(caller: { readonly name: string; readonly phone: string; readonly externalId?: string }): Answer<Caller>
  /** `GET /users?external_id=` — exact, not the lagging search index; finds a caller whose creation's answer was lost. */
  callersByExternalId(externalId: string): Answer<readonly Caller[]>
  /** `POST /channels/voice/tickets`; `displayToAgent` pops the new ticket on that agent's screen. */
  createVoiceTicket(
    ticket: VoiceTicket,
    options: { readonly idempotencyKey: string; readonly displayToAgent?: number },
  ): Answer<Ticket>
  /** `GET /tickets?external_id=` — exact and current, unlike search. */
  ticketsByExternalId(externalId: string): Answer<readonly Ticket[]>
  /** `PUT /tickets/{id}` with only `voice_comment`. */
  addVoiceComment(ticketId: number, voice: VoiceComment): Answer<Ticket>
  /** `GET /tickets/{id}/comments`, all pages. */
  ticketComments(ticketId: number): Answer<readonly TicketComment[]>
  /** `POST …/agents/{agent}/tickets/{ticket}/display`: opens the ticket in that agent's browser. */
  displayTicket(agentId: number, ticketId: number): Answer<null>
  /** `POST …/agents/{agent}/users/{user}/display`: opens the profile in that agent's browser. */
  displayUser(agentId: number, userId: number): Answer<null>
}
