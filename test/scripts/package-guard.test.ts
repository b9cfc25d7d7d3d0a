import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusal } from '../../scripts/lib/package-guard.ts'
import refuseRelease from '../../scripts/lib/after-pack.js'

describe('before packing', () => {
  test('the official Electron may become anything', () => {
    for (const args of [[], ['--linux', 'AppImage'], ['--dir'], ['--win', '--publish', 'always']]) {
      expect(refusal('official', args)).toBeNull()
    }
  })

  test.each([
    [[]],
    [['--linux']],
    [['--linux', 'AppImage', '--dir']],
    [['--dir', '--win']],
    [['--dir', '--publish', 'always']],
    [['--dir', '-c.linux.target=deb']],
    [['--dir', '--prepackaged', 'dist/linux-unpacked']],
  ])('any other Electron is refused %j', (args) => {
    expect(refusal('fallback', args)).toMatch(/must not become a release/)
    expect(refusal('override', args)).toMatch(/must not become a release/)
  })

  test('any other Electron may be packed into a folder', () => {
    expect(refusal('fallback', ['--dir'])).toBeNull()
    expect(refusal('override', ['--linux', '--x64', '--dir'])).toBeNull()
  })
})

describe('after packing, whoever called electron-builder', () => {
  let appOutDir: string
  beforeEach(() => (appOutDir = mkdtempSync(join(tmpdir(), 'aftercall-test-'))))
  afterEach(() => rmSync(appOutDir, { recursive: true }))

  test('an app with the mark of the development runtime stays a folder', () => {
    writeFileSync(join(appOutDir, 'NOT-FOR-RELEASE.txt'), '')
    expect(() => refuseRelease({ appOutDir, targets: [{ name: 'dir' }] })).not.toThrow()
    expect(() => refuseRelease({ appOutDir, targets: [{ name: 'dir' }, { name: 'deb' }] })).toThrow(/deb/)
  })

  test('an app without it becomes what was asked for', () =>
    expect(() => refuseRelease({ appOutDir, targets: [{ name: 'AppImage' }] })).not.toThrow())
})
