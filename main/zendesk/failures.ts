import * as v from 'valibot'
import { retryAfterSeconds } from './retry-after.ts'
import type { TransportReply, TransportTrouble } from './transport.ts'
import type { InvalidDetail, ZendeskFailure } from './zendesk.ts'

/** Zendesk's limits are per minute, so without a usable `Retry-After` half of one is a fair guess. */
const DEFAULT_RATE_LIMIT_SECONDS = 30
const LONGEST_TEXT = 500
const MOST_DETAILS = 20

/** What a call was when it failed: only a write can have been applied all the same. */
interface Attempt {
  readonly write: boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** No whole reply came. */
export function failureOfTrouble(trouble: TransportTrouble, { write }: Attempt): ZendeskFailure {
  switch (trouble.kind) {
    case 'unreachable':
      return { kind: 'offline', why: 'unreachable', maybeApplied: write && trouble.sent }
    case 'unknownHost':
      return { kind: 'offline', why: 'unknownHost', maybeApplied: false }
    case 'certificate':
      return { kind: 'certificate', maybeApplied: false }
    case 'timeout':
      return { kind: 'timeout', maybeApplied: write }
    case 'redirected':
      // Zendesk's API never redirects, a portal or proxy does. Looking a write up later costs nothing.
      return { kind: 'offline', why: 'notZendesk', maybeApplied: write }
    case 'tooLarge':
      return { kind: 'unexpected', status: trouble.status, maybeApplied: write }
  }
}

/** The failure a reply stands for, or null when its status is success and it does not come from a stranger. */
export function failureOfReply(reply: TransportReply, { write, now }: Attempt): ZendeskFailure | null {
  const { status } = reply
  if (status === 429) {
    const seconds = retryAfterSeconds(reply.headers, now) ?? DEFAULT_RATE_LIMIT_SECONDS
    return { kind: 'rateLimited', retryAfterSeconds: seconds, maybeApplied: false }
  }
  if (status === 511) return notZendesk(false)
  // Gateways answer these with a page of their own, so the body says nothing about who speaks.
  if (status >= 500 || status === 408 || status === 425) {
    // 425 is the one that promises not to have looked at the request.
    const maybeApplied = write && status !== 425
    return { kind: 'temporarilyDown', retryAfterSeconds: retryAfterSeconds(reply.headers, now), maybeApplied }
  }
  if (status === 409) return { kind: 'conflict', maybeApplied: write }
  if (status === 413) {
    const { description, message } = errorBody(reply)
    return { kind: 'invalid', details: [detail('base', 'TooLarge', description ?? message ?? '')], maybeApplied: false }
  }
  if (isMarkup(reply)) return notZendesk(write && status < 400)
  if (status >= 200 && status < 300) return null

  switch (status) {
    case 401:
      return { kind: 'unauthorised', maybeApplied: false }
    case 403:
      return { kind: 'forbidden', maybeApplied: false }
    case 404:
      return isMissingRecord(reply) ? { kind: 'notFound', maybeApplied: false } : notZendesk(false)
    case 407:
      return notZendesk(false)
    case 400:
    case 422:
      return refusal(reply)
    default:
      return { kind: 'unexpected', status, maybeApplied: false }
  }
}

/** A 2xx reply whose body is not JSON, perhaps cut short: somebody in between is answering. */
export const notZendesk = (maybeApplied: boolean): ZendeskFailure => ({
  kind: 'offline',
  why: 'notZendesk',
  maybeApplied,
})

/** Decodes a JSON body, whatever content type it claims; undefined when it is not JSON. */
export function jsonBody(reply: TransportReply): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(reply.body))
  } catch {
    return undefined
  }
}

const bodyText = (reply: TransportReply): string => new TextDecoder().decode(reply.body).trim()

/** HTML and XML: Zendesk's API never answers so, login pages and proxies do. */
const isMarkup = (reply: TransportReply): boolean =>
  /^(text\/html|application\/xhtml)/i.test(reply.headers['content-type'] ?? '') || bodyText(reply).startsWith('<')

const ErrorBody = v.object({
  error: v.optional(
    v.union([v.string(), v.object({ title: v.optional(v.string()), message: v.optional(v.string()) })]),
  ),
  description: v.optional(v.string()),
  message: v.optional(v.string()),
  details: v.optional(v.record(v.string(), v.unknown())),
})
const FieldErrors = v.array(v.object({ error: v.optional(v.string()), description: v.optional(v.string()) }))

function errorBody(reply: TransportReply): v.InferOutput<typeof ErrorBody> {
  const parsed = v.safeParse(ErrorBody, jsonBody(reply))
  return parsed.success ? parsed.output : {}
}

/** The display calls answer 404 with an empty body or `null`; a subdomain nobody owns has its own title. */
function isMissingRecord(reply: TransportReply): boolean {
  const { error } = errorBody(reply)
  if (typeof error === 'object' && error.title?.startsWith('No help desk')) return false
  return reply.body.byteLength === 0 || jsonBody(reply) !== undefined
}

function refusal(reply: TransportReply): ZendeskFailure {
  const { error, details = {} } = errorBody(reply)
  // The key has been used for another request: that one may well have gone through.
  if (error === 'IdempotentRequestError') return { kind: 'conflict', maybeApplied: true }

  const listed = Object.entries(details).flatMap(([field, problems]): InvalidDetail[] => {
    const parsed = v.safeParse(FieldErrors, problems)
    if (!parsed.success) return []
    return parsed.output.map((problem) => detail(field, problem.error ?? '', problem.description ?? ''))
  })
  const all = listed.length > 0 ? listed : [generalDetail(reply)]
  return { kind: 'invalid', details: all.slice(0, MOST_DETAILS), maybeApplied: false }
}

/** What there is to say when no field is named; a 400 may also be plain text. */
function generalDetail(reply: TransportReply): InvalidDetail {
  const { error, description, message } = errorBody(reply)
  if (typeof error === 'object') return detail('base', error.title ?? '', error.message ?? description ?? '')
  const plain = jsonBody(reply) === undefined ? bodyText(reply) : ''
  return detail('base', error ?? '', description ?? message ?? plain)
}

const detail = (field: string, code: string, text: string): InvalidDetail => ({
  field: field.slice(0, LONGEST_TEXT),
  code: code.slice(0, LONGEST_TEXT),
  text: text.slice(0, LONGEST_TEXT),
})
