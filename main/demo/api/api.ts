import { isFields, type Fields } from '../account/values.ts'
import { authenticate, type Identity } from '../auth.ts'
import { withoutJson } from '../path.ts'
import { forbidden, invalidEndpoint, json, unauthorised, type Reply } from '../reply.ts'
import type { World } from '../world.ts'
import { ANONYMOUS_USER, presentUser } from './present.ts'
import { findRoute, type Route } from './routes.ts'

/** A request as it arrived, read to its end. */
export interface Incoming {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  readonly authorization: string | undefined
  readonly contentType: string | undefined
  readonly idempotencyKey: string | undefined
  readonly userAgent: string | undefined
  /** `http://host` as the client called us. */
  readonly base: string
}

/** Answers a request below `/api/v2/`, the rate limit aside. */
export function answerApi(world: World, incoming: Incoming): Reply {
  const identity = authenticate(incoming.authorization, world.state, world.access)
  // Open to anonymous callers, so it stands before the check for a login; bad credentials are refused even here.
  if (incoming.method === 'GET' && withoutJson(incoming.path) === '/api/v2/users/me') return me(identity, incoming.base)
  const found = findRoute(incoming.method, incoming.path)
  if (!found) return invalidEndpoint()
  const { route, params } = found
  if (identity.kind === 'refused') return unauthorised(identity.scheme)
  if (identity.kind === 'anonymous') return unauthorised('basic')
  const barred = bar(world, route, identity)
  if (barred) return barred
  const body = readBody(route, incoming)
  if ('refused' in body) return body.refused
  const { method, path, query, body: rawBody, idempotencyKey, base } = incoming
  const request = {
    actor: identity.user,
    method,
    path,
    params,
    query,
    body: body.fields ?? {},
    rawBody,
    idempotencyKey,
    base,
  }
  return route.handle(world, request)
}

function me(identity: Identity, base: string): Reply {
  if (identity.kind === 'refused') return unauthorised(identity.scheme)
  if (identity.kind === 'anonymous') return json(200, { user: ANONYMOUS_USER })
  if (!identity.scopes.includes('read')) return missingScope('read')
  return json(200, { user: { ...presentUser(base, identity.user), authenticity_token: 'demo' } })
}

/** Why this user may not, or null. */
function bar(world: World, route: Route, { user, scopes }: Extract<Identity, { kind: 'user' }>): Reply | null {
  const { objectForbidden, lightAgentsMayWrite, talkPartnerEdition } = world.switches
  const scope = route.method === 'GET' ? 'read' : 'write'
  if (!scopes.includes(scope)) return missingScope(scope)
  if (user.role === 'end-user') return forbidden(objectForbidden)
  if (user.light_agent && scope === 'write' && !lightAgentsMayWrite) return forbidden(objectForbidden)
  if (!route.voice || talkPartnerEdition === 'present') return null
  return talkPartnerEdition === 'missingAnswers403' ? forbidden(objectForbidden) : invalidEndpoint()
}

function missingScope(scope: string): Reply {
  return forbidden(false, `You are missing the following required scopes: ${scope}`)
}

function readBody(route: Route, { body, contentType }: Incoming): { fields?: Fields } | { refused: Reply } {
  if (body === '' || route.method === 'GET') return {}
  if (!/^application\/json\b/i.test(contentType ?? '')) {
    return {
      refused: json(415, { error: 'UnsupportedMediaType', description: 'Content-Type must be application/json' }),
    }
  }
  const parsed = parseJson(body)
  if (parsed === undefined || !(isFields(parsed) || route.bodyless)) {
    return { refused: json(400, { error: 'BadRequest', description: 'Server could not parse JSON' }) }
  }
  return isFields(parsed) ? { fields: parsed } : {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
