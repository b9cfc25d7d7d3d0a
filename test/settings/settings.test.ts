import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPlaceFile } from '../../main/settings/place-file.ts'
import { openSettings } from '../../main/settings/settings.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'aftercall-settings-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const now = () => new Date('2026-11-22T10:00:00Z')
const file = () => join(folder, 'settings.json')

test('numbers are read in the computer’s own country until the agent says otherwise', () => {
  expect(openSettings(file(), 'IE', now).read().country).toBe('IE')
  expect(openSettings(file(), '', now).read().country).toBe('US')
  expect(openSettings(file(), 'XX', now).read().country).toBe('US')
})

test('a value that makes no sense falls back alone, the others stay', () => {
  writeFileSync(
    file(),
    JSON.stringify({ country: 'Atlantis', ourNumber: '+49 30 1', openTicket: 'yes', theme: 'dark', later: 1 }),
  )
  expect(openSettings(file(), 'DE', now).read()).toEqual({
    country: 'DE',
    ourNumber: '+49 30 1',
    openTicket: true,
    theme: 'dark',
  })
})

test('the window’s place is remembered, and nonsense is not', () => {
  const path = join(folder, 'window.json')
  openPlaceFile(path, now).keep({ x: 1, y: 2, width: 800, height: 600, maximised: false })
  expect(openPlaceFile(path, now).read()).toEqual({ x: 1, y: 2, width: 800, height: 600, maximised: false })
  writeFileSync(path, '{"x": "left"}')
  expect(openPlaceFile(path, now).read()).toBeNull()
})
