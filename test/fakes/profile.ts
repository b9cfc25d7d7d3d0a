import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase, type Database } from '../../main/calls/database.ts'
import type { Moment } from '../../main/calls/moments.ts'
import { createStore, type Store } from '../../main/calls/store.ts'
import { virtualClock } from './virtual-clock.ts'

/** A folder of its own for a test, gone when the test is. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real store on real files. */
export function freshStore(
  moment: () => Moment = virtualClock().moment,
  folder = freshFolder(),
): { store: Store; database: Database; folder: string } {
  const database = openDatabase({ folder, now: () => new Date(moment().wall) })
  onTestFinished(() => database.close())
  return { store: createStore(database, moment), database, folder }
}

/** The value of a result that must be ok. */
export function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(`not ok: ${JSON.stringify(result.error)}`)
  return result.value
}
