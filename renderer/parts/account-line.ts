import type { Sending } from '../../preload/contract.ts'
import { messages } from '../../preload/messages/index.ts'

/** The few words beside the account's name: is everything sent, and if not, what is it waiting for. */
export function accountLine(sending: Sending): { text: string; tone: 'ok' | 'wait' | 'bad' } {
  const words = messages.account
  if (sending.state === 'signIn') return { text: words.signIn, tone: 'bad' }
  if (sending.needsYou > 0) return { text: words.needYou(sending.needsYou), tone: 'bad' }
  if (sending.state === 'offline') return { text: words.offline, tone: 'wait' }
  if (sending.state === 'paused') return { text: words.paused, tone: 'wait' }
  if (sending.state === 'sending') return { text: words.sending, tone: 'ok' }
  return sending.waiting > 0
    ? { text: words.waiting(sending.waiting), tone: 'wait' }
    : { text: words.allSent, tone: 'ok' }
}
