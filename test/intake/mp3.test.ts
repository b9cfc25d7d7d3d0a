import { describe, expect, it } from 'vitest'
import { id3Bytes, mp3Seconds, readFrame } from '../../main/intake/mp3.ts'
import { ascii, joined, sample, watched } from './samples.ts'

/** One MPEG-2 layer III mono frame at 16 kHz: 576 samples, 36 ms. `kbits` 8 makes it 36 bytes long, 16 makes it 72. */
function frame(kbits: 8 | 16, inside: (bytes: Buffer) => void = () => undefined): Uint8Array {
  const bytes = Buffer.alloc(kbits === 8 ? 36 : 72)
  bytes.set([0xff, 0xf3, kbits === 8 ? 0x18 : 0x28, 0xc0])
  inside(bytes)
  return new Uint8Array(bytes)
}
const FRAME_SECONDS = 0.036
const repeat = (part: Uint8Array, times: number) => new Uint8Array(Buffer.alloc(part.length * times, part))
const table = (name: string, frames: number, bytes: number) =>
  frame(16, (buffer) => {
    buffer.write(name, 13, 'latin1')
    buffer.writeUInt32BE(3, 17)
    buffer.writeUInt32BE(frames, 21)
    buffer.writeUInt32BE(bytes, 25)
  })
const id3 = (size: number, flags = 0) =>
  joined(
    ascii('ID3\x04\0'),
    new Uint8Array([flags, (size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127]),
    new Uint8Array(size),
  )

const secondsOf = (bytes: Uint8Array) => mp3Seconds(watched(bytes))

describe('a frame header', () => {
  it('tells length, samples and rate', () => {
    expect(readFrame(frame(8))).toMatchObject({ bytes: 36, samples: 576, sampleRate: 16_000 })
    expect(readFrame(new Uint8Array([0xff, 0xfb, 0x90, 0x00]))).toMatchObject({
      bytes: 417,
      samples: 1152,
      sampleRate: 44_100,
    })
    expect(readFrame(new Uint8Array([0xff, 0xe3, 0x28, 0xc0]))).toMatchObject({
      bytes: 144,
      samples: 576,
      sampleRate: 8_000,
    })
  })

  it.each([
    ['layer I, as in the mark of UTF-16', [0xff, 0xfe, 0x41, 0x00]],
    ['layer II', [0xff, 0xfd, 0x90, 0x00]],
    ['AAC', [0xff, 0xf1, 0x50, 0x80]],
    ['a reserved version', [0xff, 0xeb, 0x90, 0x00]],
    ['a free bit rate', [0xff, 0xfb, 0x00, 0x00]],
    ['a bad bit rate', [0xff, 0xfb, 0xf0, 0x00]],
    ['a bad sample rate', [0xff, 0xfb, 0x9c, 0x00]],
    ['three bytes', [0xff, 0xfb, 0x90]],
  ])('is none for %s', (_, bytes) => {
    expect(readFrame(new Uint8Array(bytes))).toBeNull()
  })
})

describe('an ID3 tag', () => {
  it('is measured with header and footer', () => {
    expect(id3Bytes(id3(300))).toBe(310)
    expect(id3Bytes(id3(300, 0x10))).toBe(320)
    expect(id3Bytes(ascii('ID3\x04\0\0\xff\0\0\0'))).toBe(0)
    expect(id3Bytes(ascii('ID3'))).toBe(0)
  })
})

describe('the length of an MP3 file', () => {
  it('adds up its frames, of one bit rate or several', async () => {
    expect(await secondsOf(repeat(frame(8), 100))).toEqual({
      seconds: expect.closeTo(100 * FRAME_SECONDS),
      exact: true,
    })
    const mixed = joined(repeat(frame(8), 50), repeat(frame(16), 50))
    expect(await secondsOf(mixed)).toEqual({ seconds: expect.closeTo(100 * FRAME_SECONDS), exact: true })
  })

  it('steps over tags before, junk between and a tag after', async () => {
    const bytes = joined(
      id3(70_000),
      id3(10),
      repeat(frame(8), 10),
      ascii('junk'),
      repeat(frame(8), 10),
      ascii(`TAG${' '.repeat(125)}`),
    )
    expect((await secondsOf(bytes))?.seconds).toBeCloseTo(20 * FRAME_SECONDS)
  })

  it.each(['Xing', 'Info'])('believes a %s table, and gives a cut-off file its share', async (name) => {
    const bytes = joined(table(name, 1_000, 72_000), repeat(frame(16), 999))
    expect((await secondsOf(bytes))?.seconds).toBeCloseTo(1_000 * FRAME_SECONDS)
    expect((await secondsOf(bytes.subarray(0, 36_000)))?.seconds).toBeCloseTo(500 * FRAME_SECONDS)
  })

  it('believes a VBRI table', async () => {
    const vbri = frame(16, (buffer) => {
      buffer.write('VBRI', 36, 'latin1')
      buffer.writeUInt32BE(14_400, 46)
      buffer.writeUInt32BE(200, 50)
    })
    expect((await secondsOf(joined(vbri, repeat(frame(16), 199))))?.seconds).toBeCloseTo(200 * FRAME_SECONDS)
  })

  it('walks the frames when the table has no count', async () => {
    expect((await secondsOf(joined(table('Xing', 0, 0), repeat(frame(16), 9))))?.seconds).toBeCloseTo(
      10 * FRAME_SECONDS,
    )
  })

  it('agrees with the table when there is none', async () => {
    expect(await secondsOf(sample('bare-vbr.mp3'))).toEqual(await secondsOf(sample('xing-vbr.mp3')))
  })

  it('is estimated from the first four megabytes of a long file', async () => {
    const frames = 150_000
    const bytes = watched(repeat(frame(8), frames))
    const measured = await mp3Seconds(bytes)
    expect(measured?.exact).toBe(false)
    expect(measured?.seconds).toBeCloseTo(frames * FRAME_SECONDS, 0)
    expect(bytes.total()).toBeLessThan(4.2 * 1024 * 1024)
  })

  it('is unknown without a frame', async () => {
    expect(await secondsOf(new Uint8Array(0))).toBeNull()
    expect(await secondsOf(new Uint8Array(200_000))).toBeNull()
    expect(await secondsOf(id3(50))).toBeNull()
    expect(await secondsOf(id3(50).subarray(0, 30))).toBeNull()
  })

  it('gives up on a file that turns into junk', async () => {
    const bytes = watched(joined(repeat(frame(8), 10), new Uint8Array(3_000_000)))
    expect(await mp3Seconds(bytes)).toEqual({ seconds: expect.closeTo(10 * FRAME_SECONDS), exact: false })
    expect(bytes.total()).toBeLessThan(400_000)
  })
})
