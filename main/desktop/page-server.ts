import { open, readFile, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { readAddress } from './asset-path.ts'
import { readRange } from './byte-range.ts'
import { contentType, FIXED_HEADERS } from './page-headers.ts'

export interface PageServerOptions {
  /** Folder of the built page. */
  readonly root: string
  /** A recording of the spool by its SHA-256 (64 lower-case hex digits, already checked), or null. */
  readonly openRecording: (sha256: string) => Promise<{ readonly path: string; readonly mime: string } | null>
}

/**
 * Answers `app://aftercall/…`: the built page, and recordings (with ranges, so that the player can seek) at
 * `/recordings/<sha256>`. Never rejects.
 */
export function createPageServer(options: PageServerOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' })
    const asked = readAddress(request.url, options.root)
    try {
      if (asked.is === 'file') return await sendFile(asked.path, request)
      if (asked.is === 'recording') return await sendRecording(asked.sha256, request)
    } catch {
      // Gone, or not to be read: for the page that is the same as not there.
    }
    return answer(404)
  }

  async function sendRecording(sha256: string, request: Request): Promise<Response> {
    const recording = await options.openRecording(sha256)
    if (!recording || !/^audio\/[\w.+-]+$/.test(recording.mime)) return answer(404)
    const file = await open(recording.path)
    try {
      return await sendRange(file, recording.mime, request)
    } catch (error) {
      await file.close()
      throw error
    }
  }
}

async function sendFile(file: string, request: Request): Promise<Response> {
  const type = contentType(path.extname(file))
  if (!type) return answer(404)
  const body = await readFile(file)
  return answer(200, { 'Content-Type': type, 'Content-Length': String(body.length) }, bodyFor(request, body))
}

/** Takes the open file over: it is closed when the answer needs it no more. */
async function sendRange(file: FileHandle, mime: string, request: Request): Promise<Response> {
  const { size } = await file.stat()
  const range = readRange(request.headers.get('Range'), size)
  if (range === 'unsatisfiable') {
    await file.close()
    return answer(416, { 'Content-Range': `bytes */${size}` })
  }
  const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range
  const headers = { 'Content-Type': mime, 'Accept-Ranges': 'bytes', 'Content-Length': String(last - first + 1) }
  const body = request.method === 'HEAD' || size === 0 ? null : stream(file, first, last)
  if (!body) await file.close()
  return range === 'whole'
    ? answer(200, headers, body)
    : answer(206, { ...headers, 'Content-Range': `bytes ${first}-${last}/${size}` }, body)
}

/** Closes the file at its end, and when the player walks away from it. */
const stream = (file: FileHandle, start: number, end: number): ReadableStream =>
  Readable.toWeb(file.createReadStream({ start, end })) as ReadableStream

const bodyFor = (request: Request, body: Buffer): BodyInit | null =>
  request.method === 'HEAD' ? null : new Uint8Array(body)

function answer(status: number, headers: Record<string, string> = {}, body: BodyInit | null = null): Response {
  return new Response(body, { status, headers: { ...FIXED_HEADERS, ...headers } })
}
