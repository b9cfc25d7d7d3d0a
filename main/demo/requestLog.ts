import type { Incoming } from './api/api.ts'

const KEPT = 2000
const MAX_BODY = 64 * 1024

/** One request, without its secrets: of the Authorization header only the scheme. */
export interface LoggedRequest {
  readonly at: number
  readonly method: string
  /** With the query. */
  readonly url: string
  readonly authorization: 'none' | 'basic' | 'bearer' | 'other'
  readonly contentType: string | null
  readonly idempotencyKey: string | null
  readonly userAgent: string | null
  /** The first 64 KB. */
  readonly body: string
  /** Null while there is no answer, and when it never got one. */
  status: number | null
  /** The kind of fault it met. */
  fault: string | null
}

/** The latest requests, oldest first. */
export interface RequestLog {
  add(request: Incoming, at: number): LoggedRequest
  all(): readonly LoggedRequest[]
}

export function createRequestLog(): RequestLog {
  const kept: LoggedRequest[] = []
  return {
    add({ method, path, query, body, authorization, contentType, idempotencyKey, userAgent }, at) {
      const logged: LoggedRequest = {
        at,
        method,
        url: query.size === 0 ? path : `${path}?${query}`,
        authorization: schemeOf(authorization),
        contentType: contentType ?? null,
        idempotencyKey: idempotencyKey ?? null,
        userAgent: userAgent ?? null,
        body: body.slice(0, MAX_BODY),
        status: null,
        fault: null,
      }
      kept.push(logged)
      if (kept.length > KEPT) kept.shift()
      return logged
    },
    all: () => structuredClone(kept),
  }
}

function schemeOf(authorization: string | undefined): LoggedRequest['authorization'] {
  if (authorization === undefined) return 'none'
  const scheme = authorization.split(' ', 1)[0]?.toLowerCase()
  return scheme === 'basic' || scheme === 'bearer' ? scheme : 'other'
}
