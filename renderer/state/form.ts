import type { DraftField, DraftProblem, DraftVoicemail, FactNote } from '../../preload/draft.ts'
import { messages } from '../../preload/messages/index.ts'

/** The sentence under each field that needs something. */
export type Problems = { readonly [F in DraftField]?: string }
/** The small words beside a label: where a fact came from. */
export type Hints = { readonly [F in keyof DraftVoicemail['facts']]?: string }

export function sentences(problems: readonly DraftProblem[]): Problems {
  return Object.fromEntries(problems.map(({ field, code }) => [field, messages.problems.draft[code]]))
}

export function hintsOf(facts: DraftVoicemail['facts']): Hints {
  return Object.fromEntries(Object.entries(facts).map(([field, note]) => [field, hint(note)]))
}

function hint({ source, certainty }: FactNote): string {
  const words = messages.voicemail.sources
  const where = source.is === 'sidecar' ? words.sidecar(source.fileName) : words[source.is]
  return certainty === 'guess' ? `${where} · ${messages.voicemail.guess}` : where
}
