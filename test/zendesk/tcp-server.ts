import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A plain TCP server on loopback, gone with the test; `onConnection` plays the far end. */
export async function tcpServer(
  onConnection: (socket: Socket) => void,
): Promise<{ port: number; connections: number }> {
  const sockets = new Set<Socket>()
  const seen = { port: 0, connections: 0 }
  const server = createServer((socket) => {
    sockets.add(socket)
    seen.connections++
    socket.on('error', () => {})
    onConnection(socket)
  })
  seen.port = await listen(server)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return seen
}

/** An HTTP server on loopback, gone with the test. */
export async function httpServer(onRequest: RequestListener): Promise<string> {
  const server: HttpServer = createHttpServer(onRequest)
  const port = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${port}`
}

/** Listens on a free loopback port and says which. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
