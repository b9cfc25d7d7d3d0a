import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLogFile } from '../../main/desktop/log-file.ts'

let parent: string
let folder: string
const read = (name = 'aftercall.log') => readFileSync(path.join(folder, name), 'utf8')

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'log-'))
  folder = path.join(parent, 'logs')
})
afterEach(() => rmSync(parent, { recursive: true }))

it('makes its folder and file at the first line, and goes on after a restart', () => {
  const write = openLogFile(folder)
  expect(existsSync(folder)).toBe(false)
  write('one')
  openLogFile(folder)('two')
  expect(read()).toBe('one\ntwo\n')
})

it.skipIf(process.platform === 'win32')('is readable by its owner only, also one that was not', () => {
  openLogFile(folder)('one')
  const mode = (file: string) => statSync(file).mode & 0o777
  expect([mode(folder), mode(path.join(folder, 'aftercall.log'))]).toEqual([0o700, 0o600])
  chmodSync(path.join(folder, 'aftercall.log'), 0o644)
  openLogFile(folder)('two')
  expect(mode(path.join(folder, 'aftercall.log'))).toBe(0o600)
})

it('never grows beyond twice its cap', () => {
  const write = openLogFile(folder, 100)
  for (let i = 0; i < 50; i++) write(`${i} äöü ${'x'.repeat(20)}`)
  expect(statSync(path.join(folder, 'aftercall.log')).size).toBeLessThanOrEqual(100)
  expect(statSync(path.join(folder, 'aftercall.old.log')).size).toBeLessThanOrEqual(100)
  expect(read().trimEnd().split('\n').at(-1)).toMatch(/^49 /)
  expect(read('aftercall.old.log').trimEnd().split('\n').at(-1)).toMatch(/^\d+ äöü/)
})

it('counts what an earlier run left', () => {
  openLogFile(folder, 100)('a'.repeat(80))
  openLogFile(folder, 100)('b'.repeat(80))
  expect([read(), read('aftercall.old.log')]).toEqual([`${'b'.repeat(80)}\n`, `${'a'.repeat(80)}\n`])
})

it('throws where it cannot write, and works again when it can', () => {
  writeFileSync(folder, 'in the way')
  const write = openLogFile(folder)
  expect(() => write('one')).toThrow()
  rmSync(folder)
  write('two')
  expect(read()).toBe('two\n')
})
