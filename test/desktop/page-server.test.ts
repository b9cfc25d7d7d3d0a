import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPageServer } from '../../main/desktop/page-server.ts'
import { HOSTILE_ADDRESSES, SAME_AS_PAGE } from './addresses.ts'

const AUDIO = randomBytes(200_000)
const SHA = createHash('sha256').update(AUDIO).digest('hex')
const GONE = 'f'.repeat(64)
const PAGE = 'e'.repeat(64)
const EMPTY = 'd'.repeat(64)

let folder: string
let serve: (address: string, init?: RequestInit) => Promise<Response>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'page-server-'))
  const root = path.join(folder, 'renderer')
  await mkdir(path.join(root, 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'secret.txt'), 'secret')
  await writeFile(path.join(root, 'index.html'), '<!doctype html>')
  await writeFile(path.join(root, 'notes.txt'), 'not served')
  for (const name of ['index-1.js', 'index-1.css', 'inter.woff2', 'logo.svg', 'logo.png']) {
    await writeFile(path.join(root, 'assets', name), name)
  }
  const spooled = path.join(folder, SHA)
  await writeFile(spooled, AUDIO)
  await writeFile(path.join(folder, EMPTY), '')
  const recordings: Record<string, { path: string; mime: string }> = {
    [SHA]: { path: spooled, mime: 'audio/mpeg' },
    [GONE]: { path: path.join(folder, 'deleted'), mime: 'audio/wav' },
    [PAGE]: { path: spooled, mime: 'text/html' },
    [EMPTY]: { path: path.join(folder, EMPTY), mime: 'audio/wav' },
  }
  const server = createPageServer({ root, openRecording: async (sha256) => recordings[sha256] ?? null })
  // A plain object, because a Request would tidy the address up before it is looked at.
  serve = async (url, init) =>
    server({ url, method: init?.method ?? 'GET', headers: new Headers(init?.headers) } as Request)
})
afterAll(() => rm(folder, { recursive: true }))

describe('the built page', () => {
  it.each([
    { address: '/', type: 'text/html; charset=utf-8' },
    { address: '/index.html', type: 'text/html; charset=utf-8' },
    { address: '/assets/index-1.js', type: 'text/javascript; charset=utf-8' },
    { address: '/assets/index-1.css', type: 'text/css; charset=utf-8' },
    { address: '/assets/inter.woff2', type: 'font/woff2' },
    { address: '/assets/logo.svg', type: 'image/svg+xml' },
    { address: '/assets/logo.png', type: 'image/png' },
  ])('$address is served as $type', async ({ address, type }) => {
    const answer = await serve(`app://aftercall${address}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe(type)
    expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get('Content-Length')))
  })

  it.each(HOSTILE_ADDRESSES.map((address) => ({ name: address.slice(0, 80), address })))(
    'is all there is: $name',
    async ({ address }) => {
      expect((await serve(address)).status).toBe(404)
    },
  )

  it.each(SAME_AS_PAGE)('is at %j', async (address) => {
    expect(await (await serve(address)).text()).toBe('<!doctype html>')
  })

  it('has a policy without a hole in every answer', async () => {
    for (const address of ['/', '/assets/index-1.js', '/nothing', `/recordings/${SHA}`]) {
      const { headers, body } = await serve(`app://aftercall${address}`)
      await body?.cancel()
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(policyOf(headers)).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'font-src': "'self'",
        'img-src': "'self' data: blob:",
        'media-src': "'self' blob:",
        'connect-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'none'",
        'frame-ancestors': "'none'",
      })
    }
  })

  it('answers HEAD without a body', async () => {
    const answer = await serve('app://aftercall/index.html', { method: 'HEAD' })
    expect([answer.status, answer.headers.get('Content-Length'), await answer.text()]).toEqual([200, '15', ''])
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    expect((await serve('app://aftercall/', { method })).status).toBe(405)
  })
})

describe('a recording', () => {
  const address = `app://aftercall/recordings/${SHA}`
  const range = (value: string) => serve(address, { headers: { Range: value } })

  it('is sent whole', async () => {
    const answer = await serve(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('audio/mpeg')
    expect(answer.headers.get('Accept-Ranges')).toBe('bytes')
    expect(Buffer.from(await answer.arrayBuffer()).equals(AUDIO)).toBe(true)
  })

  it('is sent in part, so that the player can seek', async () => {
    const answer = await range('bytes=1000-1999')
    expect(answer.status).toBe(206)
    expect(answer.headers.get('Content-Range')).toBe('bytes 1000-1999/200000')
    expect(answer.headers.get('Content-Length')).toBe('1000')
    expect(Buffer.from(await answer.arrayBuffer()).equals(AUDIO.subarray(1000, 2000))).toBe(true)
  })

  it('answers a range beyond its end with its size', async () => {
    const answer = await range('bytes=200000-')
    expect([answer.status, answer.headers.get('Content-Range')]).toEqual([416, 'bytes */200000'])
  })

  it('answers HEAD with its size', async () => {
    const answer = await serve(address, { method: 'HEAD' })
    expect([answer.status, answer.headers.get('Content-Length'), await answer.text()]).toEqual([200, '200000', ''])
  })

  it('may be empty', async () => {
    const answer = await serve(`app://aftercall/recordings/${EMPTY}`)
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  it.each([
    { name: 'unknown', sha256: 'a'.repeat(64) },
    { name: 'deleted meanwhile', sha256: GONE },
    { name: 'no audio', sha256: PAGE },
  ])('that is $name is not found', async ({ sha256 }) => {
    expect((await serve(`app://aftercall/recordings/${sha256}`)).status).toBe(404)
  })

  it.runIf(process.platform === 'linux')('leaves no file open, also when the player stops half-way', async () => {
    for (const value of ['bytes=0-', 'bytes=5-9', 'bytes=200000-']) await (await range(value)).arrayBuffer()
    await (await serve(address, { method: 'HEAD' })).text()
    const half = (await range('bytes=0-')).body!.getReader()
    await half.read()
    await half.cancel()
    await expect.poll(openFilesBelow).toEqual([])
  })
})

function policyOf(headers: Headers): Record<string, string> {
  const directives = (headers.get('Content-Security-Policy') ?? '').split('; ')
  return Object.fromEntries(directives.map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]))
}

async function openFilesBelow(): Promise<string[]> {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  )
  return links.filter((target) => target.startsWith(folder))
}
