import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { fail, ok, type Result } from '../../preload/result.ts'

/** A small file that is only ever replaced whole. */
export interface JsonFile<T> {
  read(): T
  /** Answers whether it is on disk; in memory the new value counts either way. */
  write(value: T): Result<null, { readonly kind: 'notKept' }>
}

/** On Windows another program may hold the file for a moment. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])
const TRIES = 40
const PAUSE_MS = 50

/** Opens a settings file. One that can't be read or understood is set aside with a date, not overwritten, and `empty` is used. */
export function openJsonFile<T>(options: {
  readonly path: string
  readonly schema: v.GenericSchema<unknown, T>
  readonly empty: T
  readonly now: () => Date
}): JsonFile<T> {
  const { path, schema, empty, now } = options
  /** Something lies at the path that must not be overwritten. */
  let inTheWay = false
  let value = load()

  function load(): T {
    let text: string
    try {
      text = patiently(() => readFileSync(path, 'utf8'))
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') setAside()
      return empty
    }
    const read = v.safeParse(schema, parse(text))
    if (read.success) return read.output
    setAside()
    return empty
  }

  function setAside(): void {
    try {
      renameSync(path, `${path}.unreadable-${now().toISOString().replace(/[:.]/g, '-')}`)
      inTheWay = false
    } catch (error) {
      inTheWay = codeOf(error) !== 'ENOENT'
    }
  }

  return {
    read: () => value,
    write(next) {
      value = next
      if (inTheWay) setAside()
      if (inTheWay) return fail({ kind: 'notKept' })
      try {
        replaceFile(path, `${JSON.stringify(next, null, 2)}\n`)
        return ok(null)
      } catch {
        return fail({ kind: 'notKept' })
      }
    },
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Old or new, never neither: rewriting in place on a full disk would destroy what was there. Throws when it fails. */
function replaceFile(path: string, text: string): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const temporary = `${path}.new`
  const file = openSync(temporary, 'w', 0o600)
  try {
    const bytes = Buffer.from(text)
    // On a full disk a write may be short without an exception.
    if (writeSync(file, bytes) !== bytes.length) throw new Error('short write')
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  patiently(() => renameSync(temporary, path))
  if (process.platform === 'win32') return // Windows has no way to flush a folder.
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function patiently<T>(work: () => T): T {
  for (let tried = 1; ; tried += 1) {
    try {
      return work()
    } catch (error) {
      const held = process.platform === 'win32' && HELD.has(codeOf(error))
      if (!held || tried >= TRIES) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    }
  }
}
