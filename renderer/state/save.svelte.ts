import { checkDraft, type Draft, type DraftProblem } from '../../preload/draft.ts'
import type { SaveProblem } from '../../preload/contract.ts'
import { withItem, calls } from './calls.svelte.ts'
import { desk } from './desk.ts'
import { leave } from './drafts.svelte.ts'
import { session } from './session.svelte.ts'

/** Drafts on their way to the disk: a second press of Save does nothing. */
const saving: Set<string> = new Set()

export type SaveOutcome =
  { readonly is: 'saved' } | { readonly is: 'busy' } | { readonly is: 'refused'; readonly problem: SaveProblem }

/** Keeps a draft for good. It leaves the form only after main said that it is on disk. */
export async function save(draft: Draft): Promise<SaveOutcome> {
  if (saving.has(draft.id)) return { is: 'busy' }
  const problems = problemsOf(draft)
  if (problems.length > 0) return { is: 'refused', problem: { kind: 'invalid', problems } }
  saving.add(draft.id)
  try {
    const answer = await desk.calls.save($state.snapshot(draft) as Draft)
    if (!answer.ok) return { is: 'refused', problem: answer.error }
    calls.items = withItem(calls.items, answer.value)
    leave(draft.id)
    return { is: 'saved' }
  } finally {
    saving.delete(draft.id)
  }
}

export function problemsOf(draft: Draft): readonly DraftProblem[] {
  return checkDraft(draft, { country: session.settings.country, now: new Date() }).problems
}
