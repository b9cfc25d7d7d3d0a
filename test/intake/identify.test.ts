import { describe, expect, it } from 'vitest'
import { HEAD_BYTES } from '../../main/intake/bytes.ts'
import { identify } from '../../main/intake/identify.ts'
import { measure } from '../../main/intake/measure.ts'
import { OTHER_SOUND, WAV_AND_MP3 } from '../fixtures/voicemail/table.ts'
import { ascii, joined, sample, watched } from './samples.ts'

const text = (content: string) => new Uint8Array(Buffer.from(content))
const lookOf = (bytes: Uint8Array) => {
  const kind = identify(bytes)
  return kind.is === 'notAudio' ? kind.looksLike : kind
}

describe('a recording is known by its bytes', () => {
  it.each(WAV_AND_MP3)(
    '$name is $container with $codec, plays: $plays, $seconds s',
    async ({ name, container, codec, plays, seconds }) => {
      const bytes = sample(name)
      const kind = identify(bytes.subarray(0, HEAD_BYTES))
      expect(kind).toMatchObject({ is: container, codec, plays })
      if (kind.is !== 'wav' && kind.is !== 'mp3') throw new Error('neither WAV nor MP3')
      const measured = await measure(kind, watched(bytes))
      expect(measured?.seconds).toBeCloseTo(seconds, 3)
      expect(measured?.exact).toBe(true)
    },
  )

  it.each(OTHER_SOUND)('$name is $container with $codec, plays: $plays', ({ name, container, codec, plays }) => {
    expect(identify(sample(name))).toEqual({ is: 'other', container, codec, plays })
  })

  it.each([
    ['wide-band AMR', ascii('#!AMR-WB\n\x04'), { container: 'amr', codec: 'amrwb' }],
    ['an MP4 whose tracks come later', ascii('\0\0\0\x18ftypM4A \0\0\0\0mdat'), { container: 'mp4', codec: 'unknown' }],
    ['AMR in 3GP', ascii('\0\0\0\x18ftyp3gp4\0\0\0\0moov stsd samr'), { container: 'mp4', codec: 'amrnb' }],
    ['FLAC in Ogg', ascii('OggS\0\x02........\x7fFLAC'), { container: 'ogg', codec: 'flac' }],
  ])('%s', (_, bytes, expected) => {
    expect(identify(bytes)).toEqual({ is: 'other', plays: false, ...expected })
  })

  it('takes a WAV with an unknown codec for one that does not play', () => {
    const bytes = sample('mulaw.wav')
    bytes[20] = 0x99
    expect(identify(bytes)).toMatchObject({ is: 'wav', codec: 'unknown', plays: false })
    expect(identify(bytes.subarray(0, 12))).toMatchObject({ is: 'wav', codec: 'unknown', plays: false })
  })

  it('sees FLAC behind an ID3 tag', () => {
    const tag = ascii('ID3\x04\0\0\0\0\0\x02..')
    expect(identify(joined(tag, sample('info.mp3')))).toMatchObject({ is: 'mp3' })
    expect(identify(joined(tag, sample('flac.flac')))).not.toMatchObject({ is: 'mp3' })
  })
})

describe('what is no recording is named', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['a note', text('Call me back, Jane\r\n'), 'text'],
    ['a note in Latin-1', ascii('Gr\xfc\xdfe aus K\xf6ln'), 'text'],
    ['a note in Cyrillic', text('Перезвоните мне, пожалуйста. '.repeat(20)), 'text'],
    ['a note cut inside a character', text('Перезвоните').subarray(0, 7), 'text'],
    ['a note in Japanese', text('折り返しお電話ください。'.repeat(20)), 'text'],
    ['UTF-16', joined(new Uint8Array([0xff, 0xfe]), new Uint8Array(Buffer.from('Call me back', 'utf16le'))), 'text'],
    ['a page', text('<!DOCTYPE html><title>You have a new voicemail</title>'), 'html'],
    ['a page behind a comment', text('\ufeff <!-- saved --> <HTML>'), 'html'],
    ['an archive', ascii('PK\x03\x04\x14\0\0\0'), 'zip'],
    ['an empty archive', ascii('PK\x05\x06\0\0'), 'zip'],
    ['a picture', ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'unknown'],
    ['a program', ascii('MZ\x90\0\x03\0\0\0'), 'unknown'],
    ['raw µ-law, which has no header', sample('raw.ulaw'), 'unknown'],
    ['a text called .wav', sample('text.wav'), 'text'],
    ['a lone sync word', ascii(`\xff\xfb\x90\0${'.'.repeat(2000)}`), 'unknown'],
  ])('%s', (_, bytes, expected) => {
    expect(lookOf(bytes)).toBe(expected)
  })
})
