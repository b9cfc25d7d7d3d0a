import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Readable } from 'node:stream'
import fetch, { type Response } from 'node-fetch'
import { fail, ok, type Result } from '../../preload/result.ts'
import { troubleOf } from './network-errors.ts'
import {
  DEFAULT_LIMITS,
  urlWithin,
  type Transport,
  type TransportLimits,
  type TransportReply,
  type TransportTrouble,
} from './transport.ts'

/** Shorter than servers and proxies commonly wait, so that a connection they have just dropped is rarely picked up. */
const KEEP_FREE_SOCKET_MS = 15_000

/** The transport on node-fetch. `origin` as {@link ZendeskAddress} has it; `version` is the app's. */
export function createNodeFetchTransport(options: {
  readonly origin: string
  readonly version: string
  readonly limits?: Partial<TransportLimits>
}): Transport {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const AgentOfScheme = options.origin.startsWith('https:') ? HttpsAgent : HttpAgent
  const agent = new AgentOfScheme({ keepAlive: true, timeout: KEEP_FREE_SOCKET_MS })
  const closing = new AbortController()

  const send: Transport['send'] = async (request) => {
    const url = urlWithin(options.origin, request.path)
    if (closing.signal.aborted) return fail({ kind: 'unreachable', sent: false })

    const stop = new AbortController()
    let timedOut = false
    const onClose = () => stop.abort()
    const onTimeout = () => {
      timedOut = true
      stop.abort()
    }
    closing.signal.addEventListener('abort', onClose)
    const overall = setTimeout(onTimeout, limits.overallMs)
    try {
      const response = await fetch(url, {
        method: request.method,
        headers: { ...request.headers, 'User-Agent': `Aftercall/${options.version}` },
        body: request.body && Buffer.from(request.body),
        redirect: 'manual',
        agent,
        signal: stop.signal,
      })
      return await readReply(response, limits, onTimeout)
    } catch (error) {
      if (timedOut) return fail({ kind: 'timeout' })
      if (stop.signal.aborted) return fail({ kind: 'unreachable', sent: true })
      return fail(networkTrouble(error))
    } finally {
      clearTimeout(overall)
      closing.signal.removeEventListener('abort', onClose)
    }
  }

  const close = () => {
    closing.abort()
    agent.destroy()
  }

  return { send, close }
}

async function readReply(
  response: Response,
  limits: TransportLimits,
  onIdle: () => void,
): Promise<Result<TransportReply, TransportTrouble>> {
  const { status } = response
  // node-fetch always has a stream here, also for an empty body.
  const stream = response.body as Readable
  if (status >= 300 && status < 400) {
    stream.destroy()
    return fail({ kind: 'redirected', status })
  }

  const chunks: Buffer[] = []
  let bytes = 0
  let idle = setTimeout(onIdle, limits.idleMs)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      clearTimeout(idle)
      bytes += chunk.byteLength
      // Leaving the loop destroys the stream, and with it the connection.
      if (bytes > limits.replyBytes) return fail({ kind: 'tooLarge', status })
      chunks.push(chunk)
      idle = setTimeout(onIdle, limits.idleMs)
    }
  } finally {
    clearTimeout(idle)
  }
  return ok({ status, headers: Object.fromEntries(response.headers), body: Buffer.concat(chunks) })
}

/** Errors with a code come from the network or the decompressor; anything else is a bug and is thrown on. */
function networkTrouble(error: unknown): TransportTrouble {
  if (!(error instanceof Error) || error instanceof TypeError || !('code' in error)) throw error
  const { code, message, erroredSysCall } = error as Error & { code?: string; erroredSysCall?: string }
  return troubleOf({ code, message, syscall: erroredSysCall })
}
