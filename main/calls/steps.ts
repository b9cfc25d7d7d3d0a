import type { Call } from '../../preload/draft.ts'
import { ticket as words } from '../../preload/messages/ticket.ts'
import { showInternational } from '../../preload/numbers.ts'
import { ok, type Result } from '../../preload/result.ts'
import type { TicketComment, Zendesk, ZendeskFailure } from '../zendesk/zendesk.ts'
import type { Action, Entry, Outcome } from './outbox.ts'
import { composeVoiceComment } from './ticket.ts'

interface Tools {
  readonly zendesk: Zendesk
  readonly agentId: number
}

/** One request for an entry, and what it makes of the entry when Zendesk answers. */
export async function perform(
  action: Action,
  entry: Entry,
  { zendesk, agentId }: Tools,
): Promise<Result<Outcome, ZendeskFailure>> {
  const { call, progress } = entry
  switch (action) {
    case 'findCaller': {
      const digits = searchable(call.theirNumber)
      if (!digits) return ok(askWho(0))
      return whenOk(await zendesk.findCallers(digits), (found) => {
        const [only] = found
        return only && found.length === 1 ? settle(only.id, only.name) : askWho(found.length)
      })
    }
    case 'lookUpCaller':
      return whenOk(await zendesk.callersByExternalId(callerKey(call)), ([made]) =>
        made ? settle(made.id, made.name) : { did: 'foundNothing', step: 'caller' },
      )
    case 'createCaller': {
      if (!call.theirNumber) return ok(askWho(0))
      const typed = call.caller.is === 'new' ? call.caller.name : ''
      const name = typed || words.newCallerName(showInternational(call.theirNumber))
      const caller = { name, phone: call.theirNumber, externalId: callerKey(call) }
      return whenOk(await zendesk.createCaller(caller), (made) => settle(made.id, made.name))
    }
    case 'lookUpTicket':
      return whenOk(await zendesk.ticketsByExternalId(call.id), (found) =>
        found.length > 0
          ? { did: 'create', ticketId: Math.min(...found.map((ticket) => ticket.id)) }
          : { did: 'foundNothing', step: 'create' },
      )
    case 'createTicket':
      if (!progress.ticket) throw new Error('a create begins with its ticket composed')
      return whenOk(await zendesk.createVoiceTicket(progress.ticket, { idempotencyKey: call.id }), (ticket) => ({
        did: 'create',
        ticketId: ticket.id,
      }))
    case 'readComments':
      return whenOk(await zendesk.ticketComments(ticketOf(entry)), (comments) =>
        comments.some((comment) => isOf(call, comment))
          ? { did: 'finish', step: 'voiceComment' }
          : { did: 'foundNothing', step: 'voiceComment' },
      )
    case 'addVoiceComment':
      return whenOk(await zendesk.addVoiceComment(ticketOf(entry), composeVoiceComment(call, agentId)), () => ({
        did: 'finish',
        step: 'voiceComment',
      }))
    case 'display':
      return whenOk(await zendesk.displayTicket(agentId, ticketOf(entry)), () => ({ did: 'finish', step: 'display' }))
  }
}

function whenOk<T>(answer: Result<T, ZendeskFailure>, then: (value: T) => Outcome): Result<Outcome, ZendeskFailure> {
  return answer.ok ? ok(then(answer.value)) : answer
}

/** Zendesk keeps this unique among users, so creating a caller twice is refused instead of done. */
const callerKey = (call: Call): string => `aftercall-${call.id}`

const settle = (userId: number, name: string): Outcome => ({ did: 'settleCaller', caller: { userId, name } })
const askWho = (found: number): Outcome => ({
  did: 'askUser',
  step: 'caller',
  why: { kind: 'whoCalled', found },
  inDoubt: false,
})

/** Digits to search by; an extension is nobody's number outside the house. */
const searchable = (number: string | null): string | null => (number?.startsWith('+') ? number.slice(1) : null)

function ticketOf({ progress }: Entry): number {
  if (progress.ticketId === null) throw new Error('this step comes after the ticket')
  return progress.ticketId
}

/** On a ticket of ours, a voice comment of the same second is ours, however Zendesk writes the numbers. */
const isOf = (call: Call, { voice }: TicketComment): boolean =>
  voice !== null && (voice.startedAt === null || Date.parse(voice.startedAt) === Date.parse(call.startedAt))
