/**
 * Entry of the killable helper process (out/main/keychain-worker.js). Runs as an Electron utility process and as a
 * plain Node child alike. Secrets come and go over the message port only, never by argument, environment or output.
 */
import { callKeytar, type KeychainAnswer, type KeychainRequest } from './keychain-call.ts'

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  postMessage(message: KeychainAnswer): void
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time: every hanging call takes a thread, and four of them stop the process. */
function answer(request: unknown, reply: (answer: KeychainAnswer) => void): void {
  last = last.then(async () => reply(await callKeytar(request as KeychainRequest)))
}

const { parentPort } = process as { parentPort?: ParentPort }
if (parentPort) {
  parentPort.on('message', (event) => answer(event.data, (reply) => parentPort.postMessage(reply)))
} else {
  process.on('message', (request) => answer(request, (reply) => process.send?.(reply)))
  // A normal exit would wait for a hanging call.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}
