const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The headers that tell a program on this machine from a web page reaching for it. */
export interface Callers {
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}

/**
 * Why a request is refused, or null. Any web page may send requests to this machine: one that got here by a foreign name
 * (DNS rebinding), or that a page of another origin sent, is turned away. No CORS header ever invites one.
 */
export function refusal({ host, origin, fetchSite }: Callers, method: string): string | null {
  const hostname = host === undefined ? '' : host.replace(/:\d+$/, '')
  if (!LOOPBACK.has(hostname)) return 'The demo Zendesk answers to 127.0.0.1 and localhost only.'
  if (origin !== undefined && origin !== `http://${host}`) return 'The demo Zendesk answers no other web page.'
  if (fetchSite === 'cross-site' && method !== 'GET') return 'The demo Zendesk answers no other web page.'
  return null
}
