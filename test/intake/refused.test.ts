import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { RECORDING_LIMIT_BYTES } from '../../main/intake/candidate.ts'
import { FOLDER_LIMIT } from '../../main/intake/gather.ts'
import { readDropped } from '../../main/intake/read.ts'
import { createSpool } from '../../main/intake/spool.ts'
import { OTHER_SOUND } from '../fixtures/voicemail/table.ts'
import { brief, desk, onlyVoicemail, refusal, SIDECAR } from './desk.ts'
import { samplePath } from './samples.ts'

describe('what is refused', () => {
  it.each(OTHER_SOUND)('$name, naming its codec', async ({ name, container, codec }) => {
    const { drop, spooled } = desk()
    expect(await drop(samplePath(name))).toEqual([refusal(name, { kind: 'notWavOrMp3', container, codec })])
    expect(spooled()).toEqual([])
  })

  it.each([
    ['a file without bytes', 'a.wav', '', { kind: 'empty' }],
    ['a text called .wav', 'a.wav', 'Call me back', { kind: 'notAudio', looksLike: 'text' }],
    [
      'a page called .mp3',
      'a.mp3',
      '<!doctype html><p>You have a new voicemail',
      { kind: 'notAudio', looksLike: 'html' },
    ],
    ['an archive', 'a.zip', 'PK\x03\x04....', { kind: 'notAudio', looksLike: 'zip' }],
    ['anything else', 'a.bin', '\0\x01\x02', { kind: 'notAudio', looksLike: 'unknown' }],
  ])('%s', async (_, name, content, why) => {
    const { drop, put } = desk()
    expect(await drop(put(name, content))).toEqual([refusal(name, why)])
  })

  it.each([2 * 1024 ** 3, RECORDING_LIMIT_BYTES + 1])('a WAV of %d bytes, without reading it', async (bytes) => {
    const { drop, put, spooled } = desk()
    const path = put('huge.wav', { sample: 'mulaw.wav' })
    truncateSync(path, bytes)
    expect(await drop(path)).toEqual([
      refusal('huge.wav', { kind: 'tooBig', limitBytes: RECORDING_LIMIT_BYTES, bytes }),
    ])
    expect(spooled()).toEqual([])
    rmSync(path)
  })

  it('but not a WAV of just the limit', async () => {
    const { drop, put } = desk()
    const path = put('long.wav', { sample: 'mulaw.wav' })
    truncateSync(path, RECORDING_LIMIT_BYTES)
    expect(onlyVoicemail(await drop(path)).recording.bytes).toBe(RECORDING_LIMIT_BYTES)
  })

  it('a link, a pipe and a device, without waiting for any of them', async () => {
    if (process.platform === 'win32') return console.log('skipped: no links, pipes and devices in folders on Windows')
    const { folder, drop, put } = desk()
    const link = join(folder, 'link.wav')
    symlinkSync(put('a.wav', { sample: 'mulaw.wav' }), link)
    const toFolder = join(folder, 'link')
    symlinkSync(folder, toFolder)
    const pipe = join(folder, 'pipe.wav')
    execFileSync('mkfifo', [pipe])
    const results = await drop(link, toFolder, pipe, '/dev/zero', '/dev/null')
    expect(brief(results)).toEqual([
      'link.wav: notAFile',
      'link: notAFile',
      'pipe.wav: notAFile',
      'zero: notAFile',
      'null: notAFile',
    ])
  })

  it('a path on a server, a relative one, and none', async () => {
    const { drop } = desk()
    const paths = ['\\\\server\\share\\a.wav', '//server/share/a.wav', '\\\\?\\C:\\a.wav', 'a.wav', '', '/tmp/a\0.wav']
    expect(brief(await drop(...paths))).toEqual([
      'a.wav: networkPath',
      'a.wav: networkPath',
      'a.wav: networkPath',
      'a.wav: notAFile',
      '_: notAFile',
      'a.wav: notAFile',
    ])
  })

  it('a file that is gone, or below a file', async () => {
    const { folder, drop, put } = desk()
    const gone = { kind: 'unreadable', why: 'gone' }
    expect(await drop(join(folder, 'gone.wav'), join(put('a.wav', 'a'), 'b.wav'))).toEqual([
      refusal('gone.wav', gone),
      refusal('b.wav', gone),
    ])
  })

  it('a file the agent may not read', async () => {
    const { drop, put, folder } = desk()
    const path = put('locked.wav', { sample: 'mulaw.wav' })
    chmodSync(path, 0o000)
    if (process.platform === 'win32') return console.log('skipped: no such modes on Windows')
    if (process.geteuid?.() === 0) {
      chmodSync(folder, 0o755)
      process.seteuid?.(65_534)
      onTestFinished(() => process.seteuid?.(0))
    }
    const results = await drop(path)
    process.seteuid?.(process.getuid?.() ?? 0)
    expect(results).toEqual([refusal('locked.wav', { kind: 'unreadable', why: 'denied' })])
  })

  it('is no reason to refuse the rest', async () => {
    const { folder, drop, put } = desk()
    mkdirSync(join(folder, 'nothing'))
    const paths = [
      put('1.wav', { sample: 'mulaw.wav' }),
      put('2.wav', ''),
      put('3.mp3', { sample: 'info.mp3' }),
      put('4.txt', 'Call me back'),
      put('5.wav', { sample: 'gsm.wav' }),
      put('6.amr', { sample: 'narrow.amr' }),
      join(folder, '7.wav'),
      join(folder, 'nothing'),
      put('msg0009.wav', { sample: 'alaw.wav' }),
      put('msg0009.txt', SIDECAR),
    ]
    expect(brief(await drop(...paths))).toEqual([
      '1.wav',
      '2.wav: empty',
      '3.mp3',
      '4.txt: notAudio',
      '5.wav',
      '6.amr: notWavOrMp3',
      '7.wav: unreadable',
      'nothing: folder',
      'msg0009.wav',
    ])
  })

  it('is a recording for which there is no room', async () => {
    const { drop, put, folder } = desk()
    const spool = createSpool(join(put('a file', 'x'), 'spool'))
    const path = put('msg0003.wav', { sample: 'mulaw.wav' })
    const gsm = put('msg0003.gsm', { sample: 'raw.gsm' })
    const results = await readDropped([path, gsm], { spool, zone: 'UTC', now: Date.now })
    expect(results).toEqual([refusal('msg0003.wav', { kind: 'notKept', why: 'failed' })])
    expect(onlyVoicemail(await drop(path)).recording.fileName).toBe('msg0003.wav')
    expect(readdirSync(folder).sort()).toEqual(['a file', 'msg0003.gsm', 'msg0003.wav'])
  })
})

describe('a dropped folder', () => {
  it('is its files, in the order of their names', async () => {
    const { folder, drop, put } = desk()
    for (const name of ['msg0010.wav', 'msg0009.wav', 'b10.wav', 'b9.wav'])
      put(`INBOX/${name}`, { sample: 'mulaw.wav' })
    for (const name of ['.DS_Store', 'desktop.ini', 'Thumbs.db']) put(`INBOX/${name}`, 'x')
    put('INBOX/msg0009.txt', SIDECAR)
    put('INBOX/note.txt', 'Call me back')
    put('INBOX/older/msg0001.wav', { sample: 'mulaw.wav' })
    linkSync(join(folder, 'INBOX/b9.wav'), join(folder, 'INBOX/b11.wav'))
    const results = await drop(join(folder, 'INBOX'))
    expect(brief(results)).toEqual([
      'b9.wav',
      'b10.wav',
      'b11.wav',
      'msg0009.wav',
      'msg0010.wav',
      'note.txt: notAudio',
      'older: folder',
    ])
    expect(results.at(-1)).toEqual(refusal('older', { kind: 'folder', why: 'nested' }))
    expect(await drop(join(folder, 'INBOX'))).toEqual(results)
    expect(await drop(join(folder, 'INBOX'), join(folder, 'INBOX/b9.wav'))).toEqual(results)
  })

  it('of Asterisk is its messages with all their facts', async () => {
    const { drop } = desk()
    const results = await drop(samplePath('asterisk/200/INBOX'))
    expect(
      results.map(
        (intake) =>
          intake.is === 'voicemail' && [
            basename(intake.recording.fileName),
            intake.recording.plays,
            intake.facts.theirName?.value,
          ],
      ),
    ).toEqual([
      ['msg0000.wav', true, 'Jane Doe'],
      ['msg0001.WAV', false, 'O"Brien; Sam'],
    ])
  })

  it('is refused when there is nothing in it, or far too much', async () => {
    const { folder, drop, put } = desk()
    put('empty/.DS_Store', 'x')
    for (let index = 0; index <= FOLDER_LIMIT; index++) put(`full/${index}.wav`, '')
    expect(await drop(join(folder, 'empty'), join(folder, 'full'))).toEqual([
      refusal('empty', { kind: 'folder', why: 'nothingInside' }),
      refusal('full', { kind: 'folderTooFull', limit: FOLDER_LIMIT }),
    ])
  })
})
