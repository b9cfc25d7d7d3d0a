import { describe, expect, it } from 'vitest'
import { move } from '../../main/intake/move.ts'

/** A file another program holds for `failures` tries; answers how often it was tried and how long it was waited for. */
async function tried(platform: NodeJS.Platform, failures: number, code = 'EPERM') {
  const seen = { tries: 0, waited: 0, moved: false }
  const rename = () => {
    seen.tries++
    return seen.tries <= failures
      ? Promise.reject(Object.assign(new Error(code), { code, errno: -1 }))
      : Promise.resolve()
  }
  const pause = (ms: number) => Promise.resolve(void (seen.waited += ms))
  await move('a', 'b', { rename, pause, platform }).then(
    () => (seen.moved = true),
    () => undefined,
  )
  return seen
}

describe('moving a file on Windows', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits while another program holds it (%s)', async (code) => {
    expect(await tried('win32', 5, code)).toMatchObject({ moved: true, tries: 6 })
  })

  it('gives up after ten seconds', async () => {
    const { moved, waited } = await tried('win32', Infinity)
    expect(moved).toBe(false)
    expect(waited).toBeGreaterThanOrEqual(10_000)
    expect(waited).toBeLessThan(11_000)
  })

  it('does not wait for a full disk', async () => {
    expect(await tried('win32', 1, 'ENOSPC')).toEqual({ moved: false, tries: 1, waited: 0 })
  })
})

describe('moving a file elsewhere', () => {
  it('is tried once', async () => {
    expect(await tried('linux', 1)).toEqual({ moved: false, tries: 1, waited: 0 })
    expect(await tried('darwin', 0)).toEqual({ moved: true, tries: 1, waited: 0 })
  })
})
