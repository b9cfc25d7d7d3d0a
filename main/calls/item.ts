import type { CallItem, CallState } from '../../preload/contract.ts'
import type { EntryState, Progress } from './outbox.ts'
import type { StoredEntry } from './rows.ts'
import { subjectOf } from './ticket.ts'

/** A stored call as a row of the list. */
export function toItem(stored: StoredEntry): CallItem {
  if (stored.is === 'unreadable') {
    const savedAt = new Date(stored.savedAt).toISOString()
    const state = { is: 'needsYou', why: { kind: 'unreadable' } } as const
    const unknown = { theirNumber: null, callerName: null, callerId: null, subject: '', durationSeconds: 0 }
    return { id: stored.id, kind: 'inbound', state, startedAt: savedAt, savedAt, ...unknown }
  }
  const { call, saved, progress } = stored.entry
  const typedName = call.caller.is === 'new' ? call.caller.name : ''
  const callerName = progress.caller?.name ?? (typedName || null)
  return {
    id: call.id,
    kind: call.kind,
    state: shown(progress),
    startedAt: call.startedAt,
    savedAt: new Date(saved.wall).toISOString(),
    durationSeconds: call.durationSeconds,
    theirNumber: call.theirNumber,
    callerName,
    callerId: progress.caller?.userId ?? null,
    subject: progress.ticket?.subject ?? subjectOf(call, callerName),
  }
}

/** Once the ticket is there the call is logged; a voice comment still to come is not the agent's concern. */
function shown({ state, ticketId }: Progress): CallState {
  return ticketId === null ? shownBefore(state) : { is: 'sent', ticketId }
}

function shownBefore(state: EntryState): CallState {
  switch (state.is) {
    case 'saved':
    case 'sent':
      return { is: 'waiting', why: 'next', until: null }
    case 'outcomeUnknown':
      return { is: 'waiting', why: 'checking', until: state.until }
    case 'waiting':
    case 'sending':
    case 'needsYou':
      return state
  }
}
