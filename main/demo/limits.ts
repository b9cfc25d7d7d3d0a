import { reply, type Reply } from './reply.ts'

const MINUTE = 60_000

/** Counts uses in windows that start with their first use. */
export interface Limiter {
  /** Counts one more use of `key`; `over` means it was one too many. */
  count(key: string, total: number, now: number): Usage
}

export interface Usage {
  readonly total: number
  readonly remaining: number
  /** Whole seconds until the window ends, at least 1. */
  readonly resets: number
  readonly over: boolean
}

function createLimiter(windowMs: number): Limiter {
  const windows = new Map<string, { start: number; used: number }>()
  return {
    count(key, total, now) {
      const open = windows.get(key)
      // A clock set back opens a new window, too.
      const current = open && now >= open.start && now < open.start + windowMs ? open : { start: now, used: 0 }
      windows.set(key, current)
      current.used += 1
      return {
        total,
        remaining: Math.max(0, total - current.used),
        resets: Math.max(1, Math.ceil((current.start + windowMs - now) / 1000)),
        over: current.used > total,
      }
    },
  }
}

export const createAccountLimiter = (): Limiter => createLimiter(MINUTE)
export const createTicketUpdateLimiter = (): Limiter => createLimiter(10 * MINUTE)

/** Zendesk's own words: plain text, exactly 50 bytes. */
export function tooMany(usage: Usage, extra: Reply['headers'] = {}): Reply {
  const headers = { ...extra, 'retry-after': String(usage.resets) }
  return reply(429, 'text/plain; charset=utf-8', 'Number of allowed API requests per minute exceeded', headers)
}

export function accountLimitHeaders(usage: Usage): Record<string, string> {
  return {
    'x-rate-limit': String(usage.total),
    'x-rate-limit-remaining': String(usage.remaining),
    'ratelimit-limit': String(usage.total),
    'ratelimit-remaining': String(usage.remaining),
    'ratelimit-reset': String(usage.resets),
  }
}

export function ticketLimitHeaders(usage: Usage): Record<string, string> {
  const { total, remaining, resets } = usage
  return { 'zendesk-ratelimit-per-ticket-updates': `total=${total}; remaining=${remaining}; resets=${resets}` }
}
