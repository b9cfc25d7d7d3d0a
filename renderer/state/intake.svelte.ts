import type { Intake, RefusalReason } from '../../preload/intake.ts'
import { desk } from './desk.ts'
import { addVoicemails } from './drafts.svelte.ts'
import { show } from './screen.svelte.ts'

export interface Refusal {
  readonly fileName: string
  readonly why: RefusalReason
}

/** Recordings on their way in, and those that could not come in. */
export const intake: { reading: boolean; refused: readonly Refusal[] } = $state({ reading: false, refused: [] })

/** Takes in files dropped on the window or pasted. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  show('voicemail')
  await take(desk.intake.readDropped(files))
}

/** Takes in files from the system's open dialog. */
export async function pickFiles(): Promise<void> {
  await take(desk.intake.pickFiles())
}

async function take(answer: Promise<readonly Intake[]>): Promise<void> {
  intake.reading = true
  intake.refused = []
  try {
    const intakes = await answer
    addVoicemails(intakes)
    intake.refused = intakes.filter((one) => one.is === 'refused')
  } finally {
    intake.reading = false
  }
}
