import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAddress } from '../../main/desktop/asset-path.ts'
import { HOSTILE_ADDRESSES, SAME_AS_PAGE } from './addresses.ts'

const SHA = '0123456789abcdef'.repeat(4)
const platforms = [
  { name: 'Linux and Mac', paths: path.posix, root: '/app/out/renderer' },
  { name: 'Windows', paths: path.win32, root: 'C:\\app\\out\\renderer' },
]

describe.each(platforms)('an address on $name', ({ paths, root }) => {
  const read = (address: string) => readAddress(address, root, paths)

  it('names files of the built page', () => {
    for (const address of SAME_AS_PAGE) {
      expect(read(address)).toEqual({ is: 'file', path: paths.join(root, 'index.html') })
    }
    expect(read('app://aftercall/assets/index-B1_x-9.js')).toEqual({
      is: 'file',
      path: paths.join(root, 'assets', 'index-B1_x-9.js'),
    })
    expect(read('app://aftercall/assets/inter-latin.woff2#x')).toMatchObject({ is: 'file' })
  })

  it('names a recording by its hash only', () => {
    expect(read(`app://aftercall/recordings/${SHA}`)).toEqual({ is: 'recording', sha256: SHA })
  })

  it.each(HOSTILE_ADDRESSES.map((address) => ({ name: address.slice(0, 80), address })))(
    'never leaves the folder: $name',
    ({ address }) => {
      const asked = read(address)
      expect(asked.is).not.toBe('recording')
      if (asked.is === 'file') {
        // A name within the folder, which the page server then doesn't find.
        expect(paths.relative(root, asked.path)).toMatch(/^[\w-][\w.-]*([/\\][\w-][\w.-]*)*$/)
      }
    },
  )
})
