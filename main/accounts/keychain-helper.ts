import { fail } from '../../preload/result.ts'
import type { KeychainAnswer, KeychainBackend, KeychainRequest } from './keychain-call.ts'

/** A running keychain-worker, however it was started. It answers each request with one KeychainAnswer. */
export interface Helper {
  send(request: KeychainRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** Told once, also when the process could not be started. */
  onExit(listener: () => void): void
  /** Ends the process at once, whatever it is doing. */
  kill(): void
}

/** Electron's UtilityProcess, as much of it as is used (this file does not import electron). */
export interface UtilityProcessLike {
  readonly pid: number | undefined
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'spawn', listener: () => void): unknown
  on(event: 'error', listener: () => void): unknown
  on(event: 'exit', listener: () => void): unknown
}

const CRASHED = fail({ kind: 'unavailable', why: 'crashed' } as const)
const ignore = () => {}

/**
 * The keychain in a process of its own, for Linux: there a call may hang for ever, crash the process and block its exit.
 * The helper is started by the first call and killed by `stop`.
 */
export function createHelperBackend(start: () => Helper): KeychainBackend {
  interface Running {
    readonly helper: Helper
    answer: (answer: KeychainAnswer) => void
  }
  let running: Running | null = null

  function run(): Running {
    const mine: Running = { helper: start(), answer: ignore }
    mine.helper.onMessage((message) => mine.answer(message as KeychainAnswer))
    mine.helper.onExit(() => {
      if (running === mine) running = null
      mine.answer(CRASHED)
    })
    return mine
  }

  return {
    nullMayMeanLocked: true,
    call: (request) =>
      new Promise((resolve) => {
        try {
          running ??= run()
          running.answer = resolve
          running.helper.send(request)
        } catch {
          // No process to be had (limits, memory), or it has just died.
          running = null
          resolve(CRASHED)
        }
      }),
    stop() {
      running?.helper.kill()
      running = null
    },
  }
}

/** Wraps `utilityProcess.fork(…/keychain-worker.js)`. Use `stdio: 'ignore'`: libraries may print what they handle. */
export function fromUtilityProcess(child: UtilityProcessLike): Helper {
  let exited = false
  let unwanted = false
  const end = () => {
    unwanted = true
    // Electron's own kill is a SIGTERM that may be held up; before 'spawn' there is no process to kill yet.
    if (!exited && child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
  }
  child.on('spawn', () => unwanted && end())
  child.on('exit', () => (exited = true))
  // A fatal error of the helper; unheard it would become one of ours. 'exit' follows and says the same.
  child.on('error', ignore)
  return {
    send: (request) => child.postMessage(request),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: end,
  }
}
