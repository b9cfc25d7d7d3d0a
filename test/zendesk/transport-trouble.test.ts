import { createServer as createHttpsServer } from 'node:https'
import { createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { selfSigned } from './self-signed.ts'
import { httpServer, listen, tcpServer } from './tcp-server.ts'
import { get, post, transportTo } from './transport-kit.ts'

/** A far end that answers every request on a connection with these bytes, and then does `after`. */
const answering = (raw: string | Buffer, after: (socket: Socket) => void = () => {}) =>
  tcpServer((socket) => {
    socket.on('data', () => {
      socket.write(raw)
      after(socket)
    })
  })

describe('a connection that fails', () => {
  it('refused: nothing was sent', async () => {
    const server = createServer()
    const port = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await transportTo(`http://127.0.0.1:${port}`).send(post)).toEqual({
      ok: false,
      error: { kind: 'unreachable', sent: false },
    })
  })

  it('to a name that does not exist', async () => {
    const reply = await transportTo('http://aftercall-nowhere.invalid').send(post)
    // Without any name server the same question is only "not now".
    expect([{ kind: 'unknownHost' }, { kind: 'unreachable', sent: false }]).toContainEqual(!reply.ok && reply.error)
  }, 60_000)

  it.each<[string, (socket: Socket) => void]>([
    ['reset after the request', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['closed after the request', (socket) => socket.once('data', () => socket.end())],
  ])('%s: it may have been sent', async (_, play) => {
    const { port } = await tcpServer(play)
    expect(await transportTo(`http://127.0.0.1:${port}`).send(post)).toEqual({
      ok: false,
      error: { kind: 'unreachable', sent: true },
    })
  })

  it('reset while it opens', async () => {
    const { port } = await tcpServer((socket) => socket.resetAndDestroy())
    // Whether anything was sent by then is a matter of microseconds.
    expect(await transportTo(`http://127.0.0.1:${port}`).send(post)).toMatchObject({ error: { kind: 'unreachable' } })
  })

  it.each([
    ['within the headers', 'HTTP/1.1 201 Created\r\nContent-Le'],
    ['within a counted body', 'HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"ticket":'],
    ['within a chunked body', 'HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\na\r\n{"ticket":\r\n'],
    ['with something that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ])('ends %s: it was sent', async (_, raw) => {
    for (const after of [(socket: Socket) => socket.end(), (socket: Socket) => socket.resetAndDestroy()]) {
      const { port } = await answering(raw, after)
      expect(await transportTo(`http://127.0.0.1:${port}`).send(post)).toEqual({
        ok: false,
        error: { kind: 'unreachable', sent: true },
      })
    }
  })

  it('closed in good order gives what came, whole or not: reading it is the client’s part', async () => {
    const { port } = await answering('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"tick', (socket) => socket.end())
    const reply = await transportTo(`http://127.0.0.1:${port}`).send(get)
    expect(reply.ok && Buffer.from(reply.value.body).toString()).toBe('{"tick')
  })
})

describe('a server that keeps us waiting', () => {
  const timeout = { ok: false, error: { kind: 'timeout' } }

  it('with an answer', async () => {
    const server = await tcpServer(() => {})
    const transport = transportTo(`http://127.0.0.1:${server.port}`, { overallMs: 60 })
    expect(await transport.send(post)).toEqual(timeout)
    expect(server.connections).toBe(1)
  })

  it.each([
    ['headers', 'HTTP/1.1 200 OK\r\nX-'],
    ['the body', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{'],
  ])('within %s', async (_, raw) => {
    const { port } = await answering(raw)
    expect(await transportTo(`http://127.0.0.1:${port}`, { overallMs: 60 }).send(get)).toEqual(timeout)
  })

  it('with the rest of the body, long before the whole time is up', async () => {
    const { port } = await answering('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{')
    expect(await transportTo(`http://127.0.0.1:${port}`, { idleMs: 60 }).send(get)).toEqual(timeout)
  })

  it('with the rest of a packed body', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1000\r\n\r\n'
    const { port } = await answering(Buffer.concat([Buffer.from(head), gzipSync('{"a":1}').subarray(0, 15)]))
    expect(await transportTo(`http://127.0.0.1:${port}`, { idleMs: 60 }).send(get)).toEqual(timeout)
  })

  it('byte by byte', async () => {
    const { port } = await answering('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n', (socket) => {
      const drip = setInterval(() => socket.write('x'), 5)
      socket.on('close', () => clearInterval(drip))
    })
    const transport = transportTo(`http://127.0.0.1:${port}`, { overallMs: 150, idleMs: 100 })
    expect(await transport.send(get)).toEqual(timeout)
  })
})

describe('a certificate nobody vouches for', () => {
  it('is refused before anything is said', async () => {
    const heard: unknown[] = []
    const server = createHttpsServer(selfSigned(), (message, response) => {
      heard.push(message.headers)
      response.end('{}')
    })
    const port = await listen(server)
    onTestFinished(() => void server.close())
    const transport = transportTo(`https://localhost:${port}`)
    expect(await transport.send(post)).toEqual({ ok: false, error: { kind: 'certificate' } })
    expect(heard).toEqual([])
  })

  it('is something else than a server without TLS, or one that hangs up at once', async () => {
    const plain = await httpServer((_, response) => response.end('{}'))
    const overTls = transportTo(plain.replace('http:', 'https:').replace('127.0.0.1', 'localhost'))
    expect(await overTls.send(post)).toMatchObject({ error: { kind: 'unreachable' } })

    const { port } = await tcpServer((socket) => socket.once('data', () => socket.end()))
    expect(await transportTo(`https://localhost:${port}`).send(post)).toEqual({
      ok: false,
      error: { kind: 'unreachable', sent: false },
    })
  })
})

describe('closing', () => {
  it('ends what is under way, in every phase, and refuses what comes after', async () => {
    for (const raw of ['', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{']) {
      let heard = () => {}
      const hearing = new Promise<void>((resolve) => (heard = resolve))
      const { port } = await answering(raw, () => heard())
      const transport = transportTo(`http://127.0.0.1:${port}`)
      const pending = transport.send(post)
      await hearing
      transport.close()
      expect(await pending).toEqual({ ok: false, error: { kind: 'unreachable', sent: true } })
      expect(await transport.send(post)).toEqual({ ok: false, error: { kind: 'unreachable', sent: false } })
    }
  })
})
