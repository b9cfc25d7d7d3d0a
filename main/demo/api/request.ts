import type { User } from '../account/model.ts'
import { asId, unpermittedKeys, type Fields, type Shape } from '../account/values.ts'
import type { Reply } from '../reply.ts'
import type { World } from '../world.ts'

/** A request to the API, already let in. */
export interface ApiRequest {
  readonly actor: User
  readonly method: string
  /** As sent, without the query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The parsed JSON object; empty when none was sent. */
  readonly body: Fields
  readonly rawBody: string
  readonly idempotencyKey: string | undefined
  /** `http://host` as the client called us. */
  readonly base: string
}

export type Handler = (world: World, request: ApiRequest) => Reply

export function idParam(request: ApiRequest, name: string): number | null {
  return asId(request.params[name])
}

/** Names the keys that were dropped without failing, as recorded from Zendesk; no header when there are none. */
export function warnHeaders(
  request: ApiRequest,
  at: { readonly controller: string; readonly action: string },
  shape: Shape,
): Record<string, string> {
  const keys = unpermittedKeys(request.body, shape)
  if (keys.length === 0) return {}
  // Somebody's key may hold anything: only plain ASCII goes into a header, and not too much of it.
  const list = keys.slice(0, 20).map((key) => JSON.stringify(key.slice(0, 100)).replace(/[^\x20-\x7e]/g, '?'))
  const where = `:controller=>"${at.controller}", :action=>"${at.action}"`
  const warning = `{:allowed_parameters=>{${where}, :unpermitted_keys=>[${list.join(', ')}], :invalid_values=>[]}}`
  return { 'x-zendesk-api-warn': warning }
}
