import { checkDraft, isBlank, type Draft, type DraftProblem } from '../../preload/draft.ts'
import type { SaveProblem } from '../../preload/contract.ts'
import { withItem, calls } from './calls.svelte.ts'
import { desk } from './desk.ts'
import { leave } from './drafts.svelte.ts'
import { session } from './session.svelte.ts'

/** Drafts on their way to the disk: a second press of Save does nothing. */
const saving: Set<string> = new Set()
/** A second press this soon after a save was meant for the call just saved, not for the fresh form. Milliseconds. */
const SECOND_PRESS_MS = 800
let lastSaved = -SECOND_PRESS_MS

export type SaveOutcome =
  { readonly is: 'saved' } | { readonly is: 'busy' } | { readonly is: 'refused'; readonly problem: SaveProblem }

/** Keeps a draft for good. It leaves the form only after main said that it is on disk. */
export async function save(draft: Draft): Promise<SaveOutcome> {
  const pressedAgain = isBlank(draft) && performance.now() - lastSaved < SECOND_PRESS_MS
  if (saving.has(draft.id) || pressedAgain) return { is: 'busy' }
  const problems = problemsOf(draft)
  if (problems.length > 0) return { is: 'refused', problem: { kind: 'invalid', problems } }
  saving.add(draft.id)
  try {
    const answer = await desk.calls.save($state.snapshot(draft) as Draft)
    if (!answer.ok) return { is: 'refused', problem: answer.error }
    // What was told of it meanwhile is newer than the answer.
    if (!calls.items.some(({ id }) => id === answer.value.id)) calls.items = withItem(calls.items, answer.value)
    lastSaved = performance.now()
    leave(draft.id)
    return { is: 'saved' }
  } finally {
    saving.delete(draft.id)
  }
}

export function problemsOf(draft: Draft): readonly DraftProblem[] {
  return checkDraft(draft, { country: session.settings.country, now: new Date() }).problems
}
