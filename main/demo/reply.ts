import type { Problem } from './account/problems.ts'

/** An answer before it is sent; it knows nothing of sockets. */
export interface Reply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const JSON_TYPE = 'application/json; charset=utf-8'

export function reply(status: number, type: string, body: string, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'content-type': type, ...headers }, body }
}

export function json(status: number, value: unknown, headers: Reply['headers'] = {}): Reply {
  return reply(status, JSON_TYPE, JSON.stringify(value), headers)
}

export function html(status: number, body: string, headers: Reply['headers'] = {}): Reply {
  return reply(status, 'text/html; charset=utf-8', body, headers)
}

/** A success whose body nobody documents: empty, yet called JSON. */
export function emptyJson(status: number): Reply {
  return reply(status, JSON_TYPE, '')
}

export function notFound(): Reply {
  return json(404, { error: 'RecordNotFound', description: 'Not found' })
}

export function invalidEndpoint(): Reply {
  return json(404, { error: 'InvalidEndpoint', description: 'Not found' })
}

/** The two shapes a 403 comes in. */
export function forbidden(objectShaped: boolean, description = 'You do not have access to this page.'): Reply {
  if (!objectShaped) return json(403, { error: 'Forbidden', description })
  const message = `${description} Please contact the account owner of this help desk for further help.`
  return json(403, { error: { title: 'Forbidden', message } })
}

const BAD_TOKEN = 'The access token provided is expired, revoked, malformed or invalid for other reasons.'
const BEARER_CHALLENGE = `Bearer realm="Zendesk::OAuth Bearer Token Authentication", error="invalid_token", error_description="${BAD_TOKEN}"`

export function unauthorised(scheme: 'basic' | 'bearer'): Reply {
  if (scheme === 'basic') return json(401, { error: "Couldn't authenticate you" })
  return json(401, { error: 'invalid_token', error_description: BAD_TOKEN }, { 'www-authenticate': BEARER_CHALLENGE })
}

/** A validation error with every problem under the field it belongs to, in the account's language. */
export function recordInvalid(problems: readonly Problem[], localised: boolean): Reply {
  const details = new Map<string, object[]>()
  for (const { field, code, text, extra } of problems) {
    const line = { description: localised ? text.pt : text.en, error: code, ...extra }
    details.set(field, [...(details.get(field) ?? []), line])
  }
  const description = localised ? 'Erros de validação de registro' : 'Record validation errors'
  return json(422, { error: 'RecordInvalid', description, details: Object.fromEntries(details) })
}
