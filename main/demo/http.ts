import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from './answer.ts'
import type { Incoming } from './api/api.ts'
import { readBody } from './body.ts'
import { answerControl, type Controlled } from './control.ts'
import type { Fault } from './faults.ts'
import { refusal } from './guard.ts'
import { html, json, reply, type Reply } from './reply.ts'

export interface Transport extends Controlled {
  /** Whether `/__demo/…` answers. */
  readonly control: boolean
  /** Ends every wait when the server closes. */
  readonly closing: AbortSignal
  /** After each request that may have changed the account. */
  readonly onWrite: () => void
}

/** Sends a reply under the account's clock. */
type Send = (reply: Reply) => void

export function createHttpServer(transport: Transport): Server {
  return createServer((request, response) => {
    const send: Send = (answered) => void response.end(writeHead(transport, response, answered))
    serve(transport, request, response, send).catch((error: unknown) => {
      if (transport.closing.aborted || response.destroyed) return
      process.stderr.write(`demo Zendesk: ${error instanceof Error ? error.stack : String(error)}\n`)
      if (response.headersSent) response.destroy()
      else send(json(500, { error: 'InternalError', description: 'A fault of the demo Zendesk itself' }))
    })
  })
}

async function serve(
  transport: Transport,
  request: IncomingMessage,
  response: ServerResponse,
  send: Send,
): Promise<void> {
  const { headers } = request
  const method = request.method ?? 'GET'
  const fetchSite = headers['sec-fetch-site']?.toString()
  const refused = refusal({ host: headers.host, origin: headers.origin, fetchSite }, method)
  if (refused !== null) return send(reply(403, 'text/plain; charset=utf-8', refused))
  const body = await readBody(request)
  if (body === 'aborted') return
  if (body === 'tooLarge') return send(json(413, { error: 'PayloadTooLarge', description: 'The body is too large' }))
  const base = `http://${headers.host}`
  const url = URL.canParse(request.url ?? '', base) ? new URL(request.url ?? '', base) : null
  if (!url) return send(reply(400, 'text/plain; charset=utf-8', 'Bad request'))
  if (transport.control && url.pathname.startsWith('/__demo/')) {
    return send(answerControl(transport, method, url.pathname, body))
  }
  await meetFault(transport, response, send, {
    method,
    path: url.pathname,
    query: url.searchParams,
    body,
    authorization: headers.authorization,
    contentType: headers['content-type'],
    idempotencyKey: headers['idempotency-key']?.toString(),
    userAgent: headers['user-agent'],
    base,
  })
}

/** Answers, unless a fault waits for this request: before anything is done, or once it is. */
async function meetFault(
  transport: Transport,
  response: ServerResponse,
  send: Send,
  incoming: Incoming,
): Promise<void> {
  const logged = transport.requests.add(incoming, transport.world.clock.now())
  const met = transport.faults.take(incoming)
  logged.fault = met?.fault.kind ?? null
  const finish: Send = (answered) => {
    logged.status = answered.status
    send(answered)
  }
  const [early, late] = met?.when === 'before' ? [met.fault, null] : [null, met?.fault ?? null]
  if (early && !(await goesOn(early, transport, response, finish))) return
  const answered = answer(transport.world, incoming)
  if (incoming.method !== 'GET' && answered.status < 300) transport.onWrite()
  if (met?.fault.kind === 'truncate') return truncate(transport, response, answered)
  if (late && !(await goesOn(late, transport, response, finish))) return
  finish(answered)
}

/** Lets a fault happen; true when the request goes its usual way afterwards. */
async function goesOn(fault: Fault, transport: Transport, response: ServerResponse, finish: Send): Promise<boolean> {
  switch (fault.kind) {
    case 'delay':
      await sleep(fault.ms, undefined, { signal: transport.closing })
      return true
    case 'truncate':
      return true
    case 'status':
      finish(html(fault.status, fault.body ?? '', lowerCased(fault.headers)))
      return false
    case 'redirect':
      finish(html(fault.status ?? 302, '', { location: fault.location }))
      return false
    case 'reset':
      response.socket?.resetAndDestroy()
      return false
    case 'hang':
      return false
  }
}

function lowerCased(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

/** Writes the head of a reply and returns its body. */
function writeHead({ world }: Transport, response: ServerResponse, { status, headers, body }: Reply): Buffer {
  const bytes = Buffer.from(body)
  // The account's clock, so that a client can notice that its own is wrong.
  response.sendDate = false
  response.writeHead(status, {
    date: new Date(world.clock.now()).toUTCString(),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
    ...(status !== 204 && status !== 304 && { 'content-length': String(bytes.length) }),
  })
  return bytes
}

function truncate(transport: Transport, response: ServerResponse, answered: Reply): void {
  const bytes = writeHead(transport, response, answered)
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy())
}
