import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { sample } from './samples.ts'

/** A folder of its own for one test, gone when that test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Puts a file below a folder and answers its path: bytes, text, or a copy of a sample by its name. */
export function put(folder: string, name: string, content: Uint8Array | string | { readonly sample: string }): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof content === 'object' && 'sample' in content ? sample(content.sample) : content)
  return path
}
