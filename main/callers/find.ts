import type { CallerAnswer } from '../../preload/contract.ts'
import { readNumber, type Country } from '../../preload/numbers.ts'
import type { Zendesk, ZendeskFailure } from '../zendesk/zendesk.ts'

/** Who has a number, as typed. Only ever the people Zendesk names; which of several it was is for the agent to say. */
export async function findCallers(typed: string, country: Country, zendesk: Zendesk | null): Promise<CallerAnswer> {
  const read = readNumber(typed, country)
  if (read.is !== 'number') return { is: read.is }
  if (!zendesk) return { is: 'unreachable', why: 'signIn' }
  const found = await zendesk.findCallers(read.e164.replace(/\D/g, ''))
  if (!found.ok) return { is: 'unreachable', why: reason(found.error) }
  if (found.value.length === 0) return { is: 'nobody' }
  const callers = found.value.map(({ id, name, email, organization }) => ({ id, name, email, organization }))
  return { is: 'found', callers }
}

function reason(failure: ZendeskFailure): 'offline' | 'signIn' | 'busy' {
  // Not for 'forbidden': an agent who may not search is signed in all the same, and calls go on being sent.
  if (failure.kind === 'unauthorised') return 'signIn'
  return failure.kind === 'offline' || failure.kind === 'certificate' || failure.kind === 'timeout' ? 'offline' : 'busy'
}
