import type { IncomingMessage } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { httpServer } from './tcp-server.ts'
import { get, post, SECRET, transportTo } from './transport-kit.ts'

const bodyOf = async (message: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

describe('a request', () => {
  it('arrives as it was given, and the reply comes back whole', async () => {
    const seen: { message: IncomingMessage; body: string }[] = []
    const origin = await httpServer(async (message, response) => {
      seen.push({ message, body: await bodyOf(message) })
      response.writeHead(201, { 'Content-Type': 'application/json', 'X-Rate-Limit': '700' }).end('{"ok":true}')
    })
    const reply = await transportTo(origin).send({
      ...post,
      path: '/api/v2/tickets?external_id=a%20b&x=%2B1',
      headers: { ...post.headers, 'Content-Type': 'application/json' },
    })

    expect(reply).toMatchObject({
      ok: true,
      value: { status: 201, headers: { 'content-type': 'application/json', 'x-rate-limit': '700' } },
    })
    expect(reply.ok && Buffer.from(reply.value.body).toString()).toBe('{"ok":true}')
    expect(seen).toHaveLength(1)
    expect(seen[0]!.body).toBe('{"a":1}')
    expect(seen[0]!.message).toMatchObject({ method: 'POST', url: '/api/v2/tickets?external_id=a%20b&x=%2B1' })
    expect(seen[0]!.message.headers).toMatchObject({
      authorization: SECRET,
      'content-type': 'application/json',
      'user-agent': 'Aftercall/1.2.3',
      'content-length': '7',
    })
  })

  it('without a body says so', async () => {
    const seen: IncomingMessage[] = []
    const origin = await httpServer((message, response) => {
      seen.push(message)
      response.end('null')
    })
    expect(await transportTo(origin).send({ ...post, body: null })).toMatchObject({ ok: true })
    expect(seen[0]!.headers['content-length']).toBe('0')
    expect(seen[0]!.headers['content-type']).toBeUndefined()
  })

  it('brings no cookie back', async () => {
    const cookies: (string | undefined)[] = []
    const origin = await httpServer((message, response) => {
      cookies.push(message.headers.cookie)
      response.setHeader('Set-Cookie', 'session=1; Path=/').end('{}')
    })
    const transport = transportTo(origin)
    await transport.send(get)
    await transport.send(get)
    expect(cookies).toEqual([undefined, undefined])
  })

  it('uses an open connection again', async () => {
    const ports = new Set<number | undefined>()
    const origin = await httpServer((message, response) => {
      ports.add(message.socket.remotePort)
      response.end('{}')
    })
    const transport = transportTo(origin)
    for (let i = 0; i < 5; i++) expect(await transport.send(get)).toMatchObject({ ok: true })
    expect(ports.size).toBe(1)
  })

  it.each(['@evil.example/x', 'api', '.evil.example', ':8080/x', '\\evil.example', ''])(
    'cannot be sent elsewhere by its path: %j',
    async (path) => {
      await expect(transportTo('http://127.0.0.1:9').send({ ...get, path })).rejects.toThrow()
    },
  )

  it('to a path that looks like a host stays on the host', async () => {
    const urls: (string | undefined)[] = []
    const origin = await httpServer((message, response) => {
      urls.push(message.url)
      response.end('{}')
    })
    await transportTo(origin).send({ ...get, path: '//evil.example/x' })
    expect(urls).toEqual(['//evil.example/x'])
  })
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308, 304, 300])('%d is trouble, and the secret goes nowhere', async (status) => {
    const strangers: string[] = []
    const elsewhere = await httpServer((message, response) => {
      strangers.push(String(message.headers.authorization))
      response.end('{}')
    })
    const origin = await httpServer((_, response) => {
      response.writeHead(status, { Location: `${elsewhere}/login` }).end(status === 304 ? undefined : 'moved')
    })
    const transport = transportTo(origin)
    for (const request of [get, post]) {
      expect(await transport.send(request)).toEqual({ ok: false, error: { kind: 'redirected', status } })
    }
    expect(strangers).toEqual([])
  })

  it('to the same host is not followed either', async () => {
    const urls: (string | undefined)[] = []
    const origin = await httpServer((message, response) => {
      urls.push(message.url)
      response.writeHead(302, { Location: '/elsewhere' }).end()
    })
    expect(await transportTo(origin).send(get)).toEqual({ ok: false, error: { kind: 'redirected', status: 302 } })
    expect(urls).toEqual(['/api/v2/x'])
  })
})

describe('a compressed reply', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('%s is unpacked', async (coding, compress) => {
    const origin = await httpServer((_, response) => {
      response.setHeader('Content-Encoding', coding).end(compress('{"packed":true}'))
    })
    const reply = await transportTo(origin).send(get)
    expect(reply.ok && Buffer.from(reply.value.body).toString()).toBe('{"packed":true}')
  })

  it('in chunks, each byte on its own, is put together, again and again on one connection', async () => {
    const packed = gzipSync('{"packed":true}')
    const origin = await httpServer((_, response) => {
      response.setHeader('Content-Encoding', 'gzip')
      for (const byte of packed) response.write(Buffer.from([byte]))
      response.end()
    })
    const transport = transportTo(origin)
    for (let i = 0; i < 20; i++) {
      const reply = await transport.send(get)
      expect(reply.ok && Buffer.from(reply.value.body).toString()).toBe('{"packed":true}')
    }
  })

  it('that is none is trouble', async () => {
    const origin = await httpServer((_, response) => {
      response.setHeader('Content-Encoding', 'gzip').end('not packed at all')
    })
    expect(await transportTo(origin).send(get)).toEqual({ ok: false, error: { kind: 'unreachable', sent: true } })
  })

  it('that unpacks to too much is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    const origin = await httpServer((_, response) => {
      response.setHeader('Content-Encoding', 'gzip').end(bomb)
    })
    expect(await transportTo(origin).send(get)).toEqual({ ok: false, error: { kind: 'tooLarge', status: 200 } })
  })
})

describe('an endless reply', () => {
  it('is cut off at 5 MB, and the connection with it', async () => {
    let closed = () => {}
    const closing = new Promise<void>((resolve) => (closed = resolve))
    const origin = await httpServer((_, response) => {
      response.writeHead(200)
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more).on('close', closed)
      more()
    })
    expect(await transportTo(origin).send(get)).toEqual({ ok: false, error: { kind: 'tooLarge', status: 200 } })
    await closing
  })

  it('of exactly the most is taken', async () => {
    const origin = await httpServer((_, response) => response.end('x'.repeat(100)))
    expect(await transportTo(origin, { replyBytes: 100 }).send(get)).toMatchObject({ ok: true })
    expect(await transportTo(origin, { replyBytes: 99 }).send(get)).toMatchObject({ error: { kind: 'tooLarge' } })
  })
})
