import { onTestFinished } from 'vitest'
import { createNodeFetchTransport } from '../../main/zendesk/node-fetch-transport.ts'
import type { Transport, TransportLimits, TransportRequest } from '../../main/zendesk/transport.ts'

export const SECRET = 'Basic c2VjcmV0'
export const get: TransportRequest = {
  method: 'GET',
  path: '/api/v2/x',
  headers: { Authorization: SECRET },
  body: null,
}
export const post: TransportRequest = { ...get, method: 'POST', body: new TextEncoder().encode('{"a":1}') }

/** The transport under test, closed with the test. */
export function transportTo(origin: string, limits: Partial<TransportLimits> = {}): Transport {
  const transport = createNodeFetchTransport({ origin, version: '1.2.3', limits })
  onTestFinished(() => transport.close())
  return transport
}
