import type { CallState, Sending } from '../../../preload/contract.ts'
import { messages } from '../../../preload/messages/index.ts'

/**
 * The sentence under a call that is not in Zendesk yet: why, until when, and what to do; null when there is nothing to
 * say. While sending as a whole is held up, calls that were not tried yet wait for the same reason.
 */
export function whatNext(
  state: CallState,
  when: (iso: string) => string,
  sending: Sending['state'] = 'idle',
): string | null {
  const words = messages.problems
  if (state.is === 'sent' || state.is === 'sending') return null
  if (state.is === 'waiting') {
    if (state.why === 'next') return sending === 'offline' || sending === 'signIn' ? words.waiting[sending] : null
    return state.until === null
      ? words.waiting[state.why]
      : words.waitingUntil(words.waiting[state.why], when(state.until))
  }
  const { why } = state
  if (why.kind === 'whoCalled') return words.whoCalled(why.found)
  if (why.kind === 'refusedFields') {
    const [first] = why.fields
    return first ? words.refusedField(first.field, first.text) : words.refusedFields
  }
  return words.needsYou[why.kind]
}
