import { fail, ok, type Result } from '../../preload/result.ts'

/** Where an account lives. `subdomain` is the label to show; `demo` for a demo Zendesk on this machine. */
export interface ZendeskAddress {
  /** Scheme, host and port, without a slash at the end: `https://acme.zendesk.com`. */
  readonly origin: string
  readonly subdomain: string
}

export type AddressProblem = { readonly kind: 'empty' | 'otherHost' | 'malformed' }

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Scheme, host, port, then anything that cannot be part of them. Neither `@` nor `\` can slip into the host. */
const PARTS = /^(?:(https?):\/\/)?([^\s/?#\\@:]+)(?::(\d+))?(?:[/?#][^\s\\]*)?$/i
const LOOPBACK = new Set(['127.0.0.1', 'localhost'])
/** Zendesk's own site: no account lives there, and it must never see an agent's secret. */
const NOT_ACCOUNTS = new Set(['www'])

/**
 * Understands what people type or paste for their Zendesk account: `acme`, `acme.zendesk.com`, the address of any of
 * its pages. Whatever is not plainly one label under zendesk.com is refused: the secret goes to this host.
 * `allowLoopback` also takes `http://127.0.0.1:PORT` and `http://localhost:PORT`, the demo Zendesk.
 */
export function parseAddress(
  typed: string,
  { allowLoopback }: { readonly allowLoopback: boolean },
): Result<ZendeskAddress, AddressProblem> {
  const text = typed.trim()
  if (text === '') return fail({ kind: 'empty' })
  const parts = PARTS.exec(text)
  if (!parts || text.length > 2048) return fail({ kind: 'malformed' })

  const [, scheme, typedHost = '', port] = parts
  const host = typedHost.toLowerCase()
  if (!host.split('.').every((label) => LABEL.test(label) && !label.startsWith('xn--'))) {
    return fail({ kind: 'malformed' })
  }
  if (LOOPBACK.has(host) && scheme !== undefined) return loopback(scheme, host, port, allowLoopback)

  const subdomain = host.includes('.') || scheme !== undefined ? labelUnderZendesk(host) : host
  if (subdomain === null || NOT_ACCOUNTS.has(subdomain)) return fail({ kind: 'otherHost' })
  if (port !== undefined) return fail({ kind: 'malformed' })
  return ok({ origin: `https://${subdomain}.zendesk.com`, subdomain })
}

function labelUnderZendesk(host: string): string | null {
  const label = host.endsWith('.zendesk.com') ? host.slice(0, -'.zendesk.com'.length) : ''
  return label === '' || label.includes('.') ? null : label
}

function loopback(
  scheme: string,
  host: string,
  port: string | undefined,
  allowed: boolean,
): Result<ZendeskAddress, AddressProblem> {
  if (!allowed) return fail({ kind: 'otherHost' })
  const number = Number(port)
  if (scheme.toLowerCase() !== 'http' || !(number >= 1 && number <= 65535)) return fail({ kind: 'malformed' })
  return ok({ origin: `http://${host}:${number}`, subdomain: 'demo' })
}

/** The ticket's page for an agent (built from the account's address, as `url` fields point into the API). */
export const ticketUrl = (address: ZendeskAddress, ticketId: number): string =>
  `${address.origin}/agent/tickets/${ticketId}`

/** The caller's profile page for an agent. */
export const userUrl = (address: ZendeskAddress, userId: number): string => `${address.origin}/agent/users/${userId}`
