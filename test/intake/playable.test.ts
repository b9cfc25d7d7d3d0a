import { readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { playable } from '../../main/intake/playable.ts'
import { put, testFolder } from './folder.ts'

test.each([
  ['pcm16.wav', 'audio/wav'],
  ['gsm.wav', 'audio/wav'],
  ['tagged.mp3', 'audio/mpeg'],
  ['mp3-named.wav', 'audio/mpeg'],
  ['wav-named.mp3', 'audio/wav'],
])('%s is handed to the player as %s, by its bytes', async (sample, mime) => {
  // In the spool a recording has no name to go by.
  const path = put(testFolder(), 'a'.repeat(64), { sample })
  expect(await playable(path)).toEqual({ path, mime })
})

test.each(['text.wav', 'zero-bytes.wav', 'opus.ogg', 'flac.flac', 'narrow.amr'])(
  '%s is no recording to play',
  async (sample) => {
    expect(await playable(put(testFolder(), 'a'.repeat(64), { sample }))).toBeNull()
  },
)

test('what is gone, or a folder, is not there to be played', async () => {
  const folder = testFolder()
  expect(await playable(join(folder, 'gone'))).toBeNull()
  expect(await playable(folder)).toBeNull()
})

test.runIf(process.platform === 'linux')('no file is left open (looked up in /proc, so on Linux only)', async () => {
  const folder = testFolder()
  const path = put(folder, 'a'.repeat(64), { sample: 'pcm16.wav' })
  for (let times = 0; times < 20; times += 1) await playable(path)
  expect(
    readdirSync('/proc/self/fd')
      .map(targetOf)
      .filter((target) => target.startsWith(folder)),
  ).toEqual([])
})

function targetOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return '' // the one that listed the others
  }
}
