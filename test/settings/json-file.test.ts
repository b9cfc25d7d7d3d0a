import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJsonFile } from '../../main/settings/json-file.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'aftercall-json-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const schema = v.object({ count: v.number() })
const at = (name: string) => join(folder, name)
const open = (path: string) =>
  openJsonFile({ path, schema, empty: { count: 0 }, now: () => new Date('2026-11-22T10:00:00Z') })

test('what was written is there after a restart, and only its owner may read it', () => {
  expect(open(at('profile/a.json')).write({ count: 3 })).toEqual({ ok: true, value: null })
  expect(open(at('profile/a.json')).read()).toEqual({ count: 3 })
  if (process.platform !== 'win32') {
    expect(statSync(at('profile/a.json')).mode & 0o777).toBe(0o600)
    expect(statSync(at('profile')).mode & 0o777).toBe(0o700)
  }
  expect(readdirSync(at('profile'))).toEqual(['a.json'])
})

test('a missing file is the empty value, and is not created by reading', () => {
  expect(open(at('a.json')).read()).toEqual({ count: 0 })
  expect(existsSync(at('a.json'))).toBe(false)
})

test.each(['{"count": 3', '', 'null', '{"count":"3"}', '[]'])(
  'a file holding %j is set aside, not overwritten',
  (text) => {
    writeFileSync(at('a.json'), text)
    const file = open(at('a.json'))
    expect(file.read()).toEqual({ count: 0 })
    file.write({ count: 1 })
    const aside = readdirSync(folder).find((name) => name.startsWith('a.json.unreadable-2026-11-22'))
    expect(readFileSync(at(aside ?? ''), 'utf8')).toBe(text)
  },
)

test('where nothing can be written it says so, and the new value counts until the end', () => {
  writeFileSync(at('in-the-way'), '')
  const file = open(at('in-the-way/a.json'))
  expect(file.write({ count: 5 })).toEqual({ ok: false, error: { kind: 'notKept' } })
  expect(file.read()).toEqual({ count: 5 })
})

test('a write that fails leaves the old file whole', () => {
  open(at('a.json')).write({ count: 1 })
  // A folder lies where the new file is prepared.
  mkdirSync(at('a.json.new'))
  expect(open(at('a.json')).write({ count: 2 })).toEqual({ ok: false, error: { kind: 'notKept' } })
  expect(open(at('a.json')).read()).toEqual({ count: 1 })
})

test('what lies in the way and is no file is set aside too', () => {
  mkdirSync(at('a.json'))
  expect(open(at('a.json')).write({ count: 1 })).toEqual({ ok: true, value: null })
  expect(open(at('a.json')).read()).toEqual({ count: 1 })
  expect(readdirSync(folder)).toEqual(['a.json', 'a.json.unreadable-2026-11-22T10-00-00-000Z'])
})

test('what can be neither read nor set aside is not overwritten, until it can', () => {
  writeFileSync(at('a.json'), 'precious')
  // A folder that is not empty lies where it would go.
  mkdirSync(at('a.json.unreadable-2026-11-22T10-00-00-000Z/x'), { recursive: true })
  const file = open(at('a.json'))
  expect(file.write({ count: 1 })).toEqual({ ok: false, error: { kind: 'notKept' } })
  expect(readFileSync(at('a.json'), 'utf8')).toBe('precious')
  rmSync(at('a.json.unreadable-2026-11-22T10-00-00-000Z'), { recursive: true })
  expect(file.write({ count: 2 })).toEqual({ ok: true, value: null })
  expect(open(at('a.json')).read()).toEqual({ count: 2 })
  expect(readFileSync(at('a.json.unreadable-2026-11-22T10-00-00-000Z'), 'utf8')).toBe('precious')
})

test('a half-written file of an earlier crash is in nobody’s way', () => {
  writeFileSync(at('a.json.new'), '{"cou')
  expect(open(at('a.json')).write({ count: 4 })).toEqual({ ok: true, value: null })
  expect(open(at('a.json')).read()).toEqual({ count: 4 })
})
