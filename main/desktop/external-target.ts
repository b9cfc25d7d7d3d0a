import { fail, ok, type Result } from '../../preload/result.ts'

const LONGEST = 2000
const LOOPBACK = new Set(['127.0.0.1', 'localhost'])

/**
 * Whether an address may be handed to the system browser: below `origin`, the configured Zendesk, which is https
 * (http for the demo Zendesk on this computer). Answers the address built anew from its parts.
 */
export function externalTarget(
  address: string,
  allowed: { readonly origin: string },
): Result<string, { readonly kind: 'notAllowed' }> {
  const notAllowed = fail({ kind: 'notAllowed' } as const)
  if (address.length > LONGEST || !URL.canParse(address) || !URL.canParse(allowed.origin)) return notAllowed
  const url = new URL(address)
  const home = new URL(allowed.origin)
  const safe = home.protocol === 'https:' || (home.protocol === 'http:' && LOOPBACK.has(home.hostname))
  if (!safe || url.origin !== home.origin || url.username !== '' || url.password !== '') return notAllowed
  return ok(`${home.origin}${url.pathname}${url.search}`)
}
