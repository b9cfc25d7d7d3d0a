import { fail } from '../../preload/result.ts'
import { callKeytar, type KeychainAnswer, type KeychainBackend, type KeychainRequest } from './keychain-call.ts'

/**
 * The keychain in this process, for Windows and macOS. A native call cannot be ended, so one that hangs (an unanswered
 * prompt) is waited for by the next: each occupies a thread of the pool that files and DNS need too.
 */
export function createLocalBackend(
  call: (request: KeychainRequest) => Promise<KeychainAnswer> = callKeytar,
): KeychainBackend {
  let last: Promise<unknown> = Promise.resolve()
  let stops = 0
  return {
    nullMayMeanLocked: false,
    call(request) {
      const begun = stops
      // A call given up before its turn came must not happen later behind everybody's back.
      const answer = last.then(() =>
        begun === stops ? call(request) : fail({ kind: 'unavailable', why: 'closed' } as const),
      )
      last = answer
      return answer
    },
    stop() {
      stops += 1
    },
  }
}
