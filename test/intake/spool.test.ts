import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openFile, type OpenFile } from '../../main/intake/open-file.ts'
import { createSpool, type Spool } from '../../main/intake/spool.ts'
import { put, testFolder } from './folder.ts'

/** Bigger than one chunk of the copy, so that things can happen in between. */
const BIG = new Uint8Array(1_000_000).map((_, index) => (index * 31) % 251)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const append = async (handle: FileHandle, bytes: Uint8Array) => (await handle.write(bytes)).bytesWritten

async function opened(path: string): Promise<OpenFile> {
  const file = await openFile(path)
  if (!file.ok) throw new Error(file.error.kind)
  onTestFinished(() => file.value.handle.close())
  return file.value
}

/** A spool whose copy is interrupted by `event` after its first chunk. */
function interrupted(folder: string, event: () => void): Spool {
  let chunks = 0
  return createSpool(join(folder, 'spool'), {
    write: async (handle, bytes) => {
      const taken = await append(handle, bytes)
      if (++chunks === 1) event()
      return taken
    },
  })
}

const modeOf = (path: string) => statSync(path).mode & 0o777
const spooled = (folder: string) => readdirSync(join(folder, 'spool'))

describe('a kept recording', () => {
  it('is a complete copy named by its SHA-256, for the owner only', async () => {
    const folder = testFolder()
    const spool = createSpool(join(folder, 'deep', 'spool'))
    const kept = await spool.keep(await opened(put(folder, 'a.wav', BIG)))
    expect(kept).toEqual({ ok: true, value: { sha256: sha256(BIG), bytes: BIG.length } })
    const path = spool.pathOf(sha256(BIG))
    expect(readFileSync(path).equals(BIG)).toBe(true)
    expect(readdirSync(join(folder, 'deep', 'spool'))).toEqual([sha256(BIG)])
    if (process.platform === 'win32') return console.log('modes not checked: Windows has none')
    expect([modeOf(path), modeOf(join(folder, 'deep', 'spool'))]).toEqual([0o600, 0o700])
  })

  it('makes a folder private that was open to others', async () => {
    if (process.platform === 'win32') return console.log('modes not checked: Windows has none')
    const folder = testFolder()
    mkdirSync(join(folder, 'spool'))
    chmodSync(join(folder, 'spool'), 0o777)
    await createSpool(join(folder, 'spool')).keep(await opened(put(folder, 'a.wav', 'a')))
    expect(modeOf(join(folder, 'spool'))).toBe(0o700)
  })

  it('is there once, however often it is dropped, also at the same time', async () => {
    const folder = testFolder()
    const spool = createSpool(join(folder, 'spool'))
    const files = await Promise.all(['a.wav', 'b.wav', 'c.wav'].map((name) => opened(put(folder, name, BIG))))
    const kept = await Promise.all(files.map((file) => spool.keep(file)))
    expect(new Set(kept.map((one) => (one.ok ? one.value.sha256 : one.error.kind)))).toEqual(new Set([sha256(BIG)]))
    expect(await spool.keep(files[0]!)).toEqual(kept[0])
    expect(spooled(folder)).toEqual([sha256(BIG)])
  })

  it('replaces a copy of the wrong size', async () => {
    const folder = testFolder()
    const spool = createSpool(join(folder, 'spool'))
    put(folder, `spool/${sha256(BIG)}`, 'cut off')
    await spool.keep(await opened(put(folder, 'a.wav', BIG)))
    expect(statSync(spool.pathOf(sha256(BIG))).size).toBe(BIG.length)
  })

  it('has no path by another name', () => {
    const spool = createSpool('/nowhere')
    for (const name of ['', '../etc/passwd', 'A'.repeat(64), `${'a'.repeat(64)}/..`, 'a'.repeat(63)]) {
      expect(() => spool.pathOf(name)).toThrow(TypeError)
    }
  })
})

describe('a file that does not keep still while it is copied', () => {
  const cases: readonly (readonly [string, (path: string) => void])[] = [
    ['grows', (path) => appendFileSync(path, 'more')],
    ['is cut off', (path) => truncateSync(path, 400_000)],
    ['is written over in place', (path) => writeFileSync(path, new Uint8Array(BIG.length))],
    ['gets another date', (path) => utimesSync(path, 1, 1)],
  ]
  it.each(cases)('is refused when it %s', async (_, event) => {
    const folder = testFolder()
    const path = put(folder, 'a.wav', BIG)
    const result = await interrupted(folder, () => event(path)).keep(await opened(path))
    expect(result).toEqual({ ok: false, error: { kind: 'changed' } })
    expect(spooled(folder)).toEqual([])
  })

  it('is kept whole when it is only deleted', async () => {
    if (process.platform === 'win32') return console.log('skipped: Windows does not delete open files')
    const folder = testFolder()
    const path = put(folder, 'a.wav', BIG)
    const result = await interrupted(folder, () => rmSync(path)).keep(await opened(path))
    expect(result).toMatchObject({ ok: true, value: { sha256: sha256(BIG) } })
  })

  it('is refused when it can no longer be read', async () => {
    const folder = testFolder()
    const file = await opened(put(folder, 'a.wav', BIG))
    const locked = Object.assign(new Error('EBUSY'), { code: 'EBUSY', errno: -16 })
    let reads = 0
    const handle = new Proxy(file.handle, {
      get: (target, key: keyof FileHandle) => {
        if (key === 'read')
          return (...args: Parameters<FileHandle['read']>) =>
            ++reads > 1 ? Promise.reject(locked) : target.read(...args)
        const value: unknown = target[key]
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const result = await createSpool(join(folder, 'spool')).keep({ ...file, handle })
    expect(result).toEqual({ ok: false, error: { kind: 'unreadable', why: 'busy' } })
    expect(spooled(folder)).toEqual([])
  })
})

describe('a disk that does not take the copy', () => {
  it('is written to until every byte is taken', async () => {
    const folder = testFolder()
    const spool = createSpool(join(folder, 'spool'), {
      write: (handle, bytes) => append(handle, bytes.subarray(0, 10_000)),
    })
    await spool.keep(await opened(put(folder, 'a.wav', BIG)))
    expect(readFileSync(spool.pathOf(sha256(BIG))).equals(BIG)).toBe(true)
  })

  it.each([
    ['takes no more bytes', () => Promise.resolve(0)],
    ['says that it took them', (_: FileHandle, bytes: Uint8Array) => Promise.resolve(bytes.length)],
  ])('is found out when it %s', async (_, write) => {
    const folder = testFolder()
    const result = await createSpool(join(folder, 'spool'), { write }).keep(await opened(put(folder, 'a.wav', BIG)))
    expect(result).toEqual({ ok: false, error: { kind: 'notKept', why: 'diskFull' } })
    expect(spooled(folder)).toEqual([])
  })

  it('is reported when it really is full', async () => {
    const folder = testFolder()
    const spool = join(folder, 'spool')
    mkdirSync(spool)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', spool], { stdio: 'ignore' })
    } catch {
      return console.log('skipped: a small disk can only be mounted as root on Linux')
    }
    onTestFinished(() => void execFileSync('umount', [spool]))
    const result = await createSpool(spool).keep(await opened(put(folder, 'a.wav', BIG)))
    expect(result).toEqual({ ok: false, error: { kind: 'notKept', why: 'diskFull' } })
    expect(readdirSync(spool)).toEqual([])
    expect(await createSpool(spool).keep(await opened(put(folder, 'b.wav', BIG.subarray(0, 1000))))).toMatchObject({
      ok: true,
    })
  })

  it('is reported when there is no folder to be made', async () => {
    const folder = testFolder()
    put(folder, 'spool', 'a file')
    const result = await createSpool(join(folder, 'spool')).keep(await opened(put(folder, 'a.wav', BIG)))
    expect(result).toEqual({ ok: false, error: { kind: 'notKept', why: 'failed' } })
  })

  it('throws what is a bug', async () => {
    const folder = testFolder()
    const spool = createSpool(join(folder, 'spool'), { write: () => Promise.reject(new TypeError('bug')) })
    await expect(spool.keep(await opened(put(folder, 'a.wav', BIG)))).rejects.toThrow('bug')
    expect(spooled(folder)).toEqual([])
  })
})

describe('sweeping the spool', () => {
  const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string]

  it('removes orphans and cut-off copies, and nothing else', async () => {
    const folder = testFolder()
    for (const name of [one, two, three, 'incoming-0b1c-x', 'notes.txt', `${one}.wav`])
      put(folder, `spool/${name}`, 'x')
    expect(await createSpool(join(folder, 'spool')).sweep(new Set([two]))).toBe(3)
    expect(spooled(folder).sort()).toEqual([`${one}.wav`, two, 'notes.txt'])
  })

  it('spares what was kept since the start, and a copy being made', async () => {
    const folder = testFolder()
    const swept: Promise<number>[] = []
    const spool = interrupted(folder, () => swept.push(spool.sweep(new Set())))
    const kept = await spool.keep(await opened(put(folder, 'a.wav', BIG)))
    expect(kept.ok).toBe(true)
    expect(await Promise.all([...swept, spool.sweep(new Set())])).toEqual([0, 0])
    expect(existsSync(spool.pathOf(sha256(BIG)))).toBe(true)
    expect(await createSpool(join(folder, 'spool')).sweep(new Set())).toBe(1)
  })

  it('finds nothing where no recording was ever kept', async () => {
    expect(await createSpool(join(testFolder(), 'spool')).sweep(new Set())).toBe(0)
  })
})
