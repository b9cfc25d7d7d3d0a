import { describe, expect, it } from 'vitest'
import { readWavHeader, wavSeconds } from '../../main/intake/wav.ts'
import { ascii, chunk, fmt, joined, le, riff } from './samples.ts'

const secondsOf = (bytes: Uint8Array, fileBytes = bytes.length) => wavSeconds(readWavHeader(bytes)!, fileBytes)
const zeros = (bytes: number) => new Uint8Array(bytes)
const pcm16 = fmt({ tag: 1, bits: 16, block: 2, average: 16_000 })
const gsm = fmt({ tag: 0x31, bits: 0, block: 65, average: 1625, extra: joined(le(2, 2), le(2, 320)) })
const ima = fmt({ tag: 0x11, bits: 4, block: 256, average: 1, extra: joined(le(2, 2), le(2, 505)) })

describe('the length of a WAV file', () => {
  it('counts samples, whatever the header says about bytes per second', () => {
    expect(secondsOf(riff(fmt({ tag: 1, bits: 16, average: 99 }), chunk('data', zeros(16_000))))).toBe(1)
    expect(secondsOf(riff(fmt({ tag: 1, bits: 16, channels: 2 }), chunk('data', zeros(16_000))))).toBe(0.5)
    expect(secondsOf(riff(fmt({ tag: 7, average: 3 }), chunk('data', zeros(8_000))))).toBe(1)
  })

  it('finds the samples behind other chunks of even and odd size', () => {
    const bytes = riff(chunk('bext', zeros(603)), pcm16, chunk('LIST', zeros(7)), chunk('data', zeros(8_000)))
    expect(secondsOf(bytes)).toBe(0.5)
  })

  it('reads the real format of an extensible header', () => {
    const extra = joined(le(2, 22), le(2, 16), le(4, 4), le(2, 1), zeros(14))
    const header = readWavHeader(riff(fmt({ tag: 0xfffe, bits: 16, extra }), chunk('data', zeros(16_000))))
    expect(header?.format).toMatchObject({ tag: 1, codec: 'pcm', blockSamples: 0 })
    expect(wavSeconds(header!, 16_068)).toBeCloseTo(1)
  })

  it.each([0, 0xffffffff])('goes to the end of the file when the size was never filled in (%d)', (size) => {
    expect(secondsOf(riff(pcm16, chunk('data', zeros(16_000), size)))).toBe(1)
  })

  it('goes no further than a cut-off file does', () => {
    expect(secondsOf(riff(pcm16, chunk('data', zeros(4_000), 1_000_000)))).toBe(0.25)
    expect(secondsOf(riff(ima, chunk('fact', le(4, 80_000)), chunk('data', zeros(256), 40_448)))).toBeCloseTo(
      505 / 8000,
    )
  })

  it('is none for a header alone', () => {
    expect(secondsOf(riff(pcm16, chunk('data', zeros(0))))).toBe(0)
    expect(secondsOf(riff(fmt({ tag: 0x55 }), chunk('data', zeros(0))))).toBe(0)
  })

  it('counts GSM in blocks of 65 bytes, with and without a true fact chunk', () => {
    const data = chunk('data', zeros(65 * 25))
    expect(secondsOf(riff(gsm, data))).toBe(1)
    expect(secondsOf(riff(gsm, chunk('fact', le(4, 7_900)), data))).toBe(7_900 / 8_000)
    expect(secondsOf(riff(gsm, chunk('fact', le(4, 0)), data))).toBe(1)
    expect(secondsOf(riff(gsm, chunk('fact', le(4, 999_999)), data))).toBe(1)
  })

  it('trusts the fact chunk where nothing else tells', () => {
    const g723 = fmt({ tag: 0x42, average: 1 })
    expect(secondsOf(riff(g723, chunk('fact', le(4, 16_000)), chunk('data', zeros(100))))).toBe(2)
    expect(secondsOf(riff(g723, chunk('data', zeros(100))))).toBeNull()
    expect(secondsOf(riff(g723, chunk('fact', le(4, 0)), chunk('data', zeros(100))))).toBeNull()
  })

  it('is unknown when the header makes no sense', () => {
    expect(secondsOf(riff(fmt({ tag: 1, bits: 16, rate: 0 }), chunk('data', zeros(100))))).toBeNull()
    expect(secondsOf(riff(fmt({ tag: 1, bits: 0 }), chunk('data', zeros(100))))).toBeNull()
    expect(secondsOf(riff(chunk('data', zeros(100))))).toBeNull()
    expect(secondsOf(riff(pcm16))).toBeNull()
    expect(secondsOf(riff(chunk('fmt ', zeros(3)), chunk('data', zeros(100))))).toBeNull()
  })
})

describe('a WAV header', () => {
  it('is none without RIFF and WAVE', () => {
    expect(readWavHeader(ascii('RIFF....AVI LIST'))).toBeNull()
    expect(readWavHeader(ascii('RIFF'))).toBeNull()
  })

  it('ends the search after a thousand chunks', () => {
    const many = riff(...Array.from({ length: 2_000 }, () => chunk('JUNK', zeros(0))), pcm16, chunk('data', zeros(2)))
    expect(readWavHeader(many)).toEqual({ format: null, sampleCount: null, data: null })
  })
})
