import type { IncomingMessage } from 'node:http'

const MAX_BODY = 2 * 1024 * 1024
/** More than this after a refused body, and the connection is cut rather than read to its end. */
const MAX_DISCARDED = 64 * 1024 * 1024

/**
 * A request's whole body as text. One that is too large is read on and thrown away, so that the client comes to read its
 * answer before it finds the connection closed.
 */
export function readBody(request: IncomingMessage): Promise<string | 'tooLarge' | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY) chunks.push(chunk)
      else resolve('tooLarge')
      if (size > MAX_DISCARDED) request.destroy()
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('close', () => resolve('aborted'))
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) resolve('tooLarge')
  })
}
