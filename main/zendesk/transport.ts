import type { Result } from '../../preload/result.ts'

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Path and query, starting with a slash. It cannot name a host: see {@link urlWithin}. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Null sends no body at all. */
  readonly body: Uint8Array | null
}

export interface TransportReply {
  /** Never 3xx: a redirect is trouble. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Decompressed and complete. */
  readonly body: Uint8Array
}

/** What went wrong before a whole reply was in hand. */
export type TransportTrouble =
  /** `sent`: whether bytes of the request may have reached the server. */
  | { readonly kind: 'unreachable'; readonly sent: boolean }
  | { readonly kind: 'unknownHost' }
  | { readonly kind: 'certificate' }
  /** Too long, or too quiet. The request may have reached the server. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'tooLarge'; readonly status: number }
  | { readonly kind: 'redirected'; readonly status: number }

export interface TransportLimits {
  /** Milliseconds from the call to the last byte of the reply. */
  readonly overallMs: number
  /** Milliseconds a reply's body may pause. */
  readonly idleMs: number
  /** Bytes of a reply's body, decompressed. */
  readonly replyBytes: number
}

export const DEFAULT_LIMITS: TransportLimits = { overallMs: 20_000, idleMs: 10_000, replyBytes: 5_000_000 }

/**
 * HTTP to one origin and no other, so what is in the headers never leaves it. Follows no redirect, keeps no cookie,
 * never lets a bad certificate pass.
 */
export interface Transport {
  send(request: TransportRequest): Promise<Result<TransportReply, TransportTrouble>>
  /** Ends what is under way (as unreachable) and refuses everything after it. */
  close(): void
}

/** The full URL of a path on the origin; throws on a path that would lead anywhere else. */
export function urlWithin(origin: string, path: string): string {
  const url = new URL(origin + path)
  if (!path.startsWith('/') || url.origin !== origin || url.username !== '' || url.password !== '') {
    throw new Error('the path leads away from the origin')
  }
  return url.href
}
