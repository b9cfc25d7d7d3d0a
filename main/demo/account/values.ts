/** An object out of somebody's JSON: any key, nothing known about the values. */
export type Fields = { readonly [key: string]: unknown }

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own keys only, so that `constructor` or `__proto__` in somebody's JSON is a key like any other. */
export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}

/** An id as number or as digits; anything else is null. */
export function asId(value: unknown): number | null {
  const id = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null
}

/** Text, with numbers taken as what they look like; anything else is undefined. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

/** Tags as Zendesk keeps them: lower case, no spaces inside, none twice. Undefined when it is not a list of texts. */
export function asTags(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || !value.every((tag): tag is string => typeof tag === 'string')) return undefined
  return [...new Set(value.flatMap((tag) => tag.toLowerCase().split(/\s+/)).filter((tag) => tag !== ''))]
}

/** Which keys a body may have, and within them. */
export interface Shape {
  readonly [key: string]: true | Shape
}

/** The keys (`ticket.coment`) that Zendesk drops without failing; it names them in `X-Zendesk-API-Warn`. */
export function unpermittedKeys(value: unknown, shape: Shape, prefix = ''): string[] {
  if (!isFields(value)) return []
  return Object.keys(value).flatMap((key) => {
    const allowed = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (allowed === undefined) return [`${prefix}${key}`]
    return allowed === true ? [] : unpermittedKeys(value[key], allowed, `${prefix}${key}.`)
  })
}

/** ISO 8601 in UTC to the second, as Zendesk writes it. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
}

const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(?:Z|([+-]\d\d)(?::?(\d\d))?)?$/

/**
 * The time formats seen in Zendesk's own samples (`2013-06-24 15:31:44 +0000`, `2022-01-27T15:31:40+01`, with Z),
 * as ISO 8601 in UTC; without an offset it is UTC. Null when it is no time.
 */
export function readTime(text: string): string | null {
  const [, day = '', minute, second = ':00', offsetHours = '+00', offsetMinutes = '00'] = TIME.exec(text.trim()) ?? []
  // Date.parse takes the 31st of June for the 1st of July.
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  const ms = isDay ? Date.parse(`${day}T${minute}${second}${offsetHours}:${offsetMinutes}`) : Number.NaN
  return Number.isNaN(ms) ? null : isoTime(ms)
}
