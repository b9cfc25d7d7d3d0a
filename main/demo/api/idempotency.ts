import { json, type Reply } from '../reply.ts'
import type { World } from '../world.ts'
import type { ApiRequest } from './request.ts'

const KEPT_MS = 2 * 3_600_000
const MAX_KEY = 255

/**
 * Idempotency-Key as on `POST /tickets`: the first success is remembered for two hours and repeated word for word; the
 * same key with another body is refused. Without a key the request just runs.
 */
export function onlyOnce(world: World, request: ApiRequest, run: () => Reply): Reply {
  const key = request.idempotencyKey
  if (key === undefined) return run()
  if (key.length > MAX_KEY) return refuse('Idempotency-Key must not be longer than 255 characters')
  const { state, clock } = world
  state.idempotency = state.idempotency.filter((entry) => clock.now() - entry.at < KEPT_MS)
  const sent = `${request.method} ${request.path} ${request.rawBody}`
  const known = state.idempotency.find((entry) => entry.key === key)
  if (known) {
    if (known.request !== sent)
      return refuse('Request parameters do not match those of the first request with this key')
    return { status: known.status, headers: { ...known.headers, 'x-idempotency-lookup': 'hit' }, body: known.body }
  }
  const first = run()
  if (first.status >= 300) return first
  state.idempotency.push({ key, request: sent, ...first, headers: { ...first.headers }, at: clock.now() })
  return { ...first, headers: { ...first.headers, 'x-idempotency-lookup': 'miss' } }
}

function refuse(description: string): Reply {
  return json(400, { error: 'IdempotentRequestError', description })
}
