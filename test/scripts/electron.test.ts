import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chooseElectron, explainChoice, type ElectronFacts } from '../../scripts/lib/electron.ts'
import { fallback, fallbackFolder, integrityOf, isFallback } from '../../scripts/lib/electron-fallback.ts'
import { failureFile, rememberedFailure } from '../../scripts/lib/electron-official.ts'

const fresh: ElectronFacts = {
  platform: 'linux-x64',
  wanted: '45.4.1',
  override: null,
  officialInstalled: false,
  officialFailure: null,
}
const unreachable = { ...fresh, officialFailure: 'fetch failed' }

describe('which Electron runs', () => {
  test('the official one is fetched first', () => expect(chooseElectron(fresh)).toBe('fetch'))

  test('the official one, once it is here, whatever failed before', () =>
    expect(chooseElectron({ ...unreachable, officialInstalled: true })).toBe('official'))

  test('the development runtime, on Linux x64, after the official one could not be fetched', () =>
    expect(chooseElectron(unreachable)).toBe('fallback'))

  test.each(['linux-arm64', 'darwin-arm64', 'win32-x64'])('none on %s without the official one', (platform) =>
    expect(chooseElectron({ ...unreachable, platform })).toBe('none'),
  )

  test('what ELECTRON_OVERRIDE_DIST_PATH names goes before everything', () => {
    const override = { dist: '/opt/electron', version: '45.4.1', isFallback: false }
    expect(chooseElectron({ ...fresh, officialInstalled: true, override })).toBe('override')
    expect(chooseElectron({ ...unreachable, override })).toBe('override')
  })
})

describe('the line that says which and why', () => {
  test('names the version that runs, the one that does not, and the reason', () => {
    const line = explainChoice('fallback', unreachable)
    for (const part of [fallback.version, '45.4.1', 'fetch failed', 'Never for a release']) expect(line).toContain(part)
    expect(line).not.toContain('\n')
  })

  test('is one line for the official one and for a named one', () => {
    expect(explainChoice('official', fresh)).toBe('Electron 45.4.1: the official binary.')
    const override = { dist: '/opt/electron', version: '44.0.0', isFallback: false }
    expect(explainChoice('override', { ...fresh, override })).toBe(
      'Electron 44.0.0: named by ELECTRON_OVERRIDE_DIST_PATH.',
    )
  })

  test('says what to do where there is none', () => {
    expect(explainChoice('none', { ...unreachable, platform: 'win32-x64' })).toMatch(/win32-x64[^]*ELECTRON_MIRROR/)
  })
})

describe('on disk', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'aftercall-test-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  test('a failed fetch is remembered for a day, for that version', () => {
    const at = Date.UTC(2026, 10, 22)
    const hours = (count: number) => count * 60 * 60 * 1000
    writeFileSync(failureFile(folder, '45.4.1'), JSON.stringify({ at, reason: 'fetch failed' }))
    expect(rememberedFailure(folder, '45.4.1', at + hours(23))).toBe('fetch failed')
    expect(rememberedFailure(folder, '45.4.1', at + hours(25))).toBeNull()
    expect(rememberedFailure(folder, '45.5.0', at)).toBeNull()
    // A clock that was wrong then must not keep it for ever.
    expect(rememberedFailure(folder, '45.4.1', at - hours(1))).toBeNull()
  })

  test('a damaged memory is none', () => {
    writeFileSync(failureFile(folder, '45.4.1'), '{')
    expect(rememberedFailure(folder, '45.4.1', 0)).toBeNull()
  })

  test('the development runtime, and what is packed with it, is known by the file in it', () => {
    expect(isFallback(folder)).toBe(false)
    writeFileSync(join(folder, 'NOT-FOR-RELEASE.txt'), '')
    expect(isFallback(folder)).toBe(true)
  })

  test('the folder in the cache carries version and recipe', () => {
    mkdirSync(fallbackFolder(folder))
    expect(fallbackFolder(folder)).toBe(join(folder, `electron-33.2.1-linux-x64-${fallback.recipe}`))
  })

  test('the integrity of a file reads as npm writes it', async () => {
    const file = join(folder, 'abc')
    writeFileSync(file, 'abc')
    // From FIPS 180-2, appendix C.1
    expect(await integrityOf(file)).toBe(
      'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    )
  })
})
