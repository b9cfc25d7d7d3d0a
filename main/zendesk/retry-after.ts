const SHORTEST = 1
const LONGEST = 3600
const SECONDS = /^\d{1,9}$/
/** The only date form RFC 9110 lets a server send; `Date.parse` alone would read a date into almost anything. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * Seconds to wait from a `Retry-After` header, 1 s to 1 h; null when it is missing or makes no sense.
 * A date is measured from the reply's own `Date` where there is one, as this machine's clock may be wrong.
 */
export function retryAfterSeconds(
  headers: { readonly 'retry-after'?: string; readonly date?: string },
  now: () => number,
): number | null {
  const value = headers['retry-after']?.trim() ?? ''
  if (SECONDS.test(value)) return clamp(Number(value))
  const until = httpDate(value)
  if (until === null) return null
  return clamp(Math.ceil((until - (httpDate(headers.date ?? '') ?? now())) / 1000))
}

const clamp = (seconds: number): number => Math.min(LONGEST, Math.max(SHORTEST, seconds))

function httpDate(text: string): number | null {
  const time = HTTP_DATE.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(time) ? null : time
}
