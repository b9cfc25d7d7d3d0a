import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readDropped } from '../../main/intake/read.ts'
import { createSpool } from '../../main/intake/spool.ts'
import type { Intake } from '../../preload/intake.ts'
import { put, testFolder } from './folder.ts'

export const SIDECAR = '[message]\ncallerid="Jane Doe" <5555550142>\norigmailbox=200\norigtime=1709647384\nduration=1\n'

/** A folder to drop from, and dropping into a spool of its own. */
export function desk() {
  const folder = testFolder()
  const spoolFolder = join(testFolder(), 'spool')
  const spool = createSpool(spoolFolder)
  return {
    folder,
    put: (name: string, content: Uint8Array | string | { sample: string }) => put(folder, name, content),
    drop: (...paths: string[]) => readDropped(paths, { spool, zone: 'America/New_York', now: Date.now }),
    spooled: () => {
      try {
        return readdirSync(spoolFolder)
      } catch {
        return []
      }
    },
  }
}

/** One line per result: `name: reason` or `name` of a voicemail. */
export const brief = (intakes: readonly Intake[]) =>
  intakes.map((intake) =>
    intake.is === 'voicemail' ? intake.recording.fileName : `${intake.fileName}: ${intake.why.kind}`,
  )

export function onlyVoicemail(intakes: readonly Intake[]) {
  expect(intakes).toHaveLength(1)
  const [intake] = intakes
  if (intake?.is !== 'voicemail') throw new Error(JSON.stringify(intake))
  return intake
}

export const refusal = (fileName: string, why: object) => ({ is: 'refused', fileName, why })
