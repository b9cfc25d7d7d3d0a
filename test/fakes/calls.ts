import { checkDraft, newDraft, type Call, type Draft } from '../../preload/draft.ts'

let made = 0

/** A draft that is ready to be saved; every one has an id of its own. */
export function draft(changes: Partial<Draft> = {}): Draft {
  made += 1
  const id = changes.id ?? `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  const now = new Date('2026-11-23T08:55:00Z')
  return {
    ...newDraft(id, changes.kind ?? 'inbound', { ourNumber: '+49305550100', openTicket: false, now }),
    theirNumber: '+14155550123',
    startedAt: '2026-11-23T09:31:44+01:00',
    duration: '4:37',
    caller: { is: 'known', userId: 4711, name: 'Cora Caller' },
    notes: 'Asked about invoice 17.\nWill call back.',
    ...changes,
  }
}

/** The call a draft becomes. */
export function call(changes: Partial<Draft> = {}): Call {
  const checked = checkDraft(draft(changes), { country: 'DE', now: new Date('2026-11-23T09:00:00Z') })
  if (!checked.call) throw new Error(JSON.stringify(checked.problems))
  return checked.call
}
