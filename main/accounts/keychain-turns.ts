import { fail, type Result } from '../../preload/result.ts'
import type { KeychainAnswer, KeychainBackend, KeychainRequest, KeychainTrouble } from './keychain-call.ts'

/** Runs `job` once after that many milliseconds; returns how to cancel it. */
export type After = (ms: number, job: () => void) => () => void

export interface TurnOptions {
  readonly backend: KeychainBackend
  /** Milliseconds after which a turn counts as waiting for the user. */
  readonly timeoutMs: number
  readonly after: After
  /** Told when a turn starts to wait. */
  readonly onWaiting: () => void
}

/** Asks the backend; answers a trouble instead once the turn was given up. */
export type Ask = (request: KeychainRequest) => Promise<KeychainAnswer | Result<never, KeychainTrouble>>
type Job<T> = (ask: Ask) => Promise<Result<T, KeychainTrouble>>

export interface Turns {
  /** Runs the job when all earlier ones are done, for `limitMs` milliseconds at most. What it throws is passed on. */
  take<T>(limitMs: number, job: Job<T>): Promise<Result<T, KeychainTrouble>>
  /** Immediate, also in the middle of a call. */
  close(): void
}

const WAITING = { kind: 'waiting' } as const
const CLOSED = { kind: 'unavailable', why: 'closed' } as const

/** One keychain call in flight, each turn limited in time, nobody left waiting when the app quits. */
export function createTurns({ backend, timeoutMs, after, onWaiting }: TurnOptions): Turns {
  let queue: Promise<unknown> = Promise.resolve()
  let pending = 0
  let closed = false
  let giveUp: (trouble: KeychainTrouble) => void = () => {}

  async function run<T>(limitMs: number, job: Job<T>): Promise<Result<T, KeychainTrouble>> {
    let over: KeychainTrouble | null = closed ? CLOSED : null
    const givenUp = new Promise<Result<never, KeychainTrouble>>((resolve) => {
      giveUp = (trouble) => {
        over = trouble
        backend.stop()
        resolve(fail(trouble))
      }
    })
    const cancelNotice = after(timeoutMs, onWaiting)
    const cancelLimit = after(limitMs, () => giveUp(WAITING))
    try {
      return await job(async (request) => (over ? fail(over) : Promise.race([backend.call(request), givenUp])))
    } finally {
      cancelNotice()
      cancelLimit()
      pending -= 1
      if (pending === 0) backend.stop()
    }
  }

  return {
    take(limitMs, job) {
      pending += 1
      const result = queue.then(() => run(limitMs, job))
      queue = result.catch(() => {})
      return result
    },
    close() {
      closed = true
      giveUp(CLOSED)
    },
  }
}
