import type { Protocol } from 'electron'
import { SCHEME } from './asset-path.ts'

/**
 * Before ready. `standard` and `secure` give the page an origin of its own, `stream` lets the player seek.
 * `codeCache` keeps compiled scripts in the profile; their names change with their content.
 * Not switched on: bypassCSP, corsEnabled, supportFetchAPI, service workers. The page makes no requests.
 */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, stream: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** After ready, for the session whose windows show our page. `server` comes from createPageServer. */
export function serveScheme(protocol: Pick<Protocol, 'handle'>, server: (request: Request) => Promise<Response>): void {
  protocol.handle(SCHEME, server)
}
