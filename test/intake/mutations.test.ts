import { describe, expect, it } from 'vitest'
import { readSidecar, SIDECAR_BYTES } from '../../main/intake/asterisk.ts'
import { readHead } from '../../main/intake/bytes.ts'
import { displayName } from '../../main/intake/file-name.ts'
import { identify } from '../../main/intake/identify.ts'
import { measure } from '../../main/intake/measure.ts'
import { mp3Seconds } from '../../main/intake/mp3.ts'
import { factsFromName } from '../../main/intake/name-facts.ts'
import { OTHER_SOUND, WAV_AND_MP3 } from '../fixtures/voicemail/table.ts'
import { ascii, joined, sample, watched } from './samples.ts'

const SOUNDS = 3_000
const SIDECARS = 1_000
const NAMES = 1_000

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
console.log(`intake mutations: SEED=${seed}`)

/** Random numbers that can be had again by their seed (mulberry32). */
function randomness(start: number) {
  let state = start
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return { below, oneOf: <T>(list: readonly T[]): T => list[below(list.length)]! }
}
type Random = ReturnType<typeof randomness>

/** Sizes at which arithmetic goes wrong. */
const EDGES = [0, 1, 7, 8, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

function mutate(original: Uint8Array, random: Random): Uint8Array {
  let bytes: Uint8Array = Uint8Array.from(original)
  for (let change = random.below(4); change >= 0; change--) {
    const at = random.below(Math.max(1, random.below(2) ? Math.min(100, bytes.length) : bytes.length))
    const kind = random.below(6)
    if (kind === 0) bytes = bytes.slice(0, at)
    if (kind === 1) bytes = bytes.slice(at)
    if (kind === 2) bytes = joined(bytes.subarray(0, at), bytes.subarray(random.below(bytes.length + 1)))
    if (kind === 3 && at < bytes.length) bytes[at] = random.below(256)
    if (kind === 4 && at < bytes.length) bytes[at]! ^= 1 << random.below(8)
    if (kind === 5 && at + 4 <= bytes.length)
      new DataView(bytes.buffer).setUint32(at, random.oneOf(EDGES), random.below(2) === 0)
  }
  return bytes
}

/** What a fault needs to be had again. */
const named = (index: number) => `SEED=${seed}, input ${index}`

describe('damaged input', () => {
  it(`of ${SOUNDS} recordings is read within bounds and measured sensibly`, async () => {
    const random = randomness(seed)
    const originals = [...WAV_AND_MP3, ...OTHER_SOUND].map(({ name }) => sample(name))
    for (let index = 0; index < SOUNDS; index++) {
      const bytes = mutate(random.oneOf(originals), random)
      const file = watched(bytes)
      const kind = identify(await readHead(file))
      const measured = kind.is === 'wav' || kind.is === 'mp3' ? await measure(kind, file) : await mp3Seconds(file)
      if (measured) expect(measured.seconds, named(index)).toBeGreaterThanOrEqual(0)
      // The head, the tags, the window of the first frame, and each byte once more while walking.
      expect(file.total(), named(index)).toBeLessThanOrEqual(3 * bytes.length + 200_000)
    }
  })

  it(`of ${SIDECARS} sidecars never throws`, () => {
    const random = randomness(seed + 1)
    const original = sample('asterisk/200/INBOX/msg0001.txt')
    let understood = 0
    for (let index = 0; index < SIDECARS; index++) {
      const facts = readSidecar(mutate(original, random), 'msg0001.txt')
      if (!facts) continue
      understood++
      if (facts.startedAt) expect(new Date(facts.startedAt.value).getTime(), named(index)).not.toBeNaN()
      expect(facts.theirNumber !== undefined && facts.withheld !== undefined, named(index)).toBe(false)
    }
    expect(understood).toBeGreaterThan(SIDECARS / 10)
  })

  it(`of ${NAMES} names is shown safely and dated rightly`, () => {
    const random = randomness(seed + 2)
    const originals = [
      'out-15555550142-200-20200222-161829-1582406309.760.wav',
      '20240506_225406.577+0200_in_+48555555014_Jane Doe.oga',
      '05.03.2024 2.02 PM (1 minute 5 seconds) +1 (555) 555-0142.wav',
    ].map(ascii)
    for (let index = 0; index < NAMES; index++) {
      const name = Buffer.from(mutate(random.oneOf(originals), random)).toString('latin1')
      expect(displayName(name), named(index)).toMatch(/^[^/\\:*?"<>|\p{Cc}]{1,150}$/u)
      const { startedAt } = factsFromName(name, { zone: 'Europe/Berlin', now: Date.UTC(2026, 10, 22) })
      if (startedAt) expect(new Date(startedAt.value).getTime(), named(index)).toBeLessThan(Date.UTC(2026, 10, 24))
    }
  })

  it('of the worst lengths is still read quickly', async () => {
    const names = [
      '1 '.repeat(500),
      '(1)'.repeat(300),
      'copy '.repeat(200),
      '+1 1'.repeat(250),
      '-'.repeat(1000),
      '0'.repeat(5000),
    ]
    for (const name of names) factsFromName(name, { zone: 'UTC', now: 0 })
    readSidecar(ascii(`[message]\n${'"\\'.repeat(SIDECAR_BYTES / 2 - 10)}`), 'msg0001.txt')
    readSidecar(ascii(`[message]\ncallerid=${'<'.repeat(60_000)}>`), 'msg0001.txt')
    identify(new Uint8Array(64 * 1024).fill(0x20))
    identify(ascii(`<!--${' '.repeat(60_000)}`))
    expect(await mp3Seconds(watched(new Uint8Array(5_000_000).fill(0xff)))).toBeNull()
  })
})
