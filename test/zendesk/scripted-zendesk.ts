import type { IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import { createZendesk, type Credentials } from '../../main/zendesk/client.ts'
import { createNodeFetchTransport } from '../../main/zendesk/node-fetch-transport.ts'
import { VIA_ID, type VoiceComment, type VoiceTicket } from '../../main/zendesk/zendesk.ts'
import { httpServer } from './tcp-server.ts'

interface Heard {
  readonly method: string | undefined
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
/** One answer; a string body is sent as it is. */
export type Scripted = { readonly status?: number; readonly type?: string; readonly body: unknown }

export const TOKEN: Credentials = { kind: 'token', email: 'ada@acme.example', token: 't0ken' }
export const AGENT_ID = 23_401_218_372_497

/** A client of a server that gives these answers, one after the other, and remembers what it heard. */
export async function zendeskAnswering(answers: readonly Scripted[], credentials: Credentials = TOKEN) {
  const heard: Heard[] = []
  const origin = await httpServer(async (message, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk as Buffer)
    const url = new URL(message.url ?? '', 'http://localhost')
    heard.push({
      method: message.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: message.headers,
      body: Buffer.concat(chunks).toString(),
    })
    const { status = 200, type = 'application/json; charset=utf-8', body } = answers[heard.length - 1]!
    response.writeHead(status, { 'Content-Type': type }).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  const transport = createNodeFetchTransport({ origin, version: '0.0.0' })
  onTestFinished(() => transport.close())
  return { zendesk: createZendesk({ transport, credentials, now: Date.now }), heard }
}

export const agentUser = {
  id: AGENT_ID,
  name: 'Ada',
  email: 'ada@acme.example',
  role: 'agent',
  role_type: 0,
  extra: {},
}
export const callerUser = {
  id: 1_234_567_890_123,
  name: 'Grace',
  email: null,
  phone: '+14155551212',
  shared_phone_number: false,
  role: 'end-user',
  organization_id: 7,
  active: true,
}
export const ticketWire = {
  id: 35_436,
  external_id: 'entry-1',
  status: 'new',
  requester_id: 1_234_567_890_123,
  via: {},
}
export const ticketWanted = { id: 35_436, externalId: 'entry-1', status: 'new', requesterId: 1_234_567_890_123 }

export const voice: VoiceComment = {
  from: '+14155551212',
  to: '+14155550000',
  recordingUrl: 'https://acme.example/call.mp3',
  startedAt: '2026-11-22T12:00:00Z',
  callDuration: 40,
  answeredById: AGENT_ID,
}
export const call: VoiceTicket = {
  viaId: VIA_ID.inbound,
  externalId: 'entry-1',
  requesterId: 1_234_567_890_123,
  subject: 'Kaputt – 壊れた',
  priority: 'urgent',
  tags: ['call', 'inbound'],
  comment: { body: 'Screen is broken', public: false },
}
