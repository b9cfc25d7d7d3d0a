/** What may be written of a value; undefined when it is nothing that this field may hold. */
export type Check<T> = (value: unknown) => T | undefined

/** One of these words. */
export const words =
  <W extends string>(...allowed: readonly W[]): Check<W> =>
  (value) =>
    allowed.find((word) => word === value)

/** A whole number of at most six digits: a phone number is longer. */
export const count: Check<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999_999 ? value : undefined

/** `33.2.1`, at most six digits in all. */
export const version: Check<string> = (value) =>
  typeof value === 'string' && /^\d{1,2}\.\d{1,2}\.\d{1,2}$/.test(value) ? value : undefined

/** One of our built files; the hash in a chunk's name is left out. */
const FRAME = /[/\\]out[/\\](?:main|preload)[/\\]([a-z-]{1,30}?)(?:-[\w-]{8})?(\.c?js:\d{1,6}:\d{1,4})\)?$/
const FRAMES = /^[a-z-]{1,30}\.c?js:\d{1,6}:\d{1,4}(?: < [a-z-]{1,30}\.c?js:\d{1,6}:\d{1,4}){0,4}$/

/** Places in our own built files, `index.js:120:15 < index.js:88:3`. */
export const places: Check<string> = (value) => (typeof value === 'string' && FRAMES.test(value) ? value : undefined)

export const errorNames = [
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'URIError',
  'AggregateError',
  'AbortError',
  'SqliteError',
  'other', // prettier-ignore
] as const
export const errorCodes = [
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EBUSY',
  'ENOENT',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'ENOTDIR',
  'EISDIR', // prettier-ignore
] as const

/**
 * What the log may say of a bug: which kind, and where in our code. Never its message, which may quote what an agent
 * typed or what Zendesk answered.
 */
export function bugFields(error: unknown): {
  error: (typeof errorNames)[number]
  code: (typeof errorCodes)[number] | undefined
  at: string | undefined
} {
  if (!(error instanceof Error)) return { error: 'other', code: undefined, at: undefined }
  return {
    error: words(...errorNames)(error.name) ?? 'other',
    code: words(...errorCodes)((error as NodeJS.ErrnoException).code),
    at: framesOf(error),
  }
}

/** The stack without its first part, the message, which may itself look like stack lines. */
function framesOf(error: NodeJS.ErrnoException): string | undefined {
  const { stack = '', name, message, code } = error
  const heads = message === '' ? [name] : [`${name}: ${message}`, `${name} [${code}]: ${message}`]
  const head = heads.find((text) => stack.startsWith(`${text}\n`))
  if (head === undefined) return undefined
  const lines = stack.slice(head.length + 1).split('\n')
  const frames = lines.flatMap((line) => FRAME.exec(line)?.slice(1).join('') ?? [])
  return frames.length > 0 ? frames.slice(0, 5).join(' < ') : undefined
}
