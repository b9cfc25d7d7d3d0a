import { createHash } from 'node:crypto'
import { readdirSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { VoicemailFacts } from '../../preload/intake.ts'
import { WAV_AND_MP3 } from '../fixtures/voicemail/table.ts'
import { brief, desk, onlyVoicemail, refusal, SIDECAR } from './desk.ts'
import { sample, samplePath } from './samples.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const valuesOf = (facts: VoicemailFacts) =>
  Object.fromEntries(Object.entries(facts).map(([key, fact]: [string, { value: unknown }]) => [key, fact.value]))

describe('a dropped WAV or MP3', () => {
  it.each(WAV_AND_MP3)('$name is kept with its length', async ({ name, container, codec, plays, seconds }) => {
    const { drop, spooled } = desk()
    const { recording, facts } = onlyVoicemail(await drop(samplePath(name)))
    expect(recording).toEqual({
      sha256: sha256(sample(name)),
      bytes: sample(name).length,
      mime: container === 'mp3' ? 'audio/mpeg' : 'audio/wav',
      codec,
      plays,
      fileName: name,
    })
    expect(facts.durationSeconds).toEqual({ value: seconds === 0 ? 0 : 1, source: { is: 'audio' }, certainty: 'sure' })
    expect(spooled()).toEqual([recording.sha256])
  })

  it('brings what its name says, as a guess', async () => {
    const { drop, put } = desk()
    const name = '20250618-140532-+15555550142-incoming-101.mp3'
    const { facts } = onlyVoicemail(await drop(put(name, { sample: 'info.mp3' })))
    const guess = (value: string) => ({ value, source: { is: 'fileName', fileName: name }, certainty: 'guess' })
    expect(facts).toMatchObject({
      theirNumber: guess('+15555550142'),
      startedAt: guess('2025-06-18T14:05:32-04:00'),
      direction: guess('inbound'),
      ourNumber: guess('101'),
    })
  })

  it('has only the date of its file for a start when nothing else tells, and says so', async () => {
    const { drop, put } = desk()
    const path = put('voice.wav', { sample: 'mulaw.wav' })
    utimesSync(path, 1_709_647_384, 1_709_647_384)
    const { facts } = onlyVoicemail(await drop(path))
    expect(facts.startedAt).toEqual({ value: '2024-03-05T14:03:04Z', source: { is: 'fileDate' }, certainty: 'guess' })
    for (const date of [0, Date.now() / 1000 + 3_600]) {
      utimesSync(path, date, date)
      expect(onlyVoicemail(await drop(path)).facts.startedAt).toBeUndefined()
    }
  })

  it('offers the length in its name beside a measured one that is far from it', async () => {
    const { drop, put } = desk()
    const other = (name: string) => ({ value: 65, certainty: 'guess', source: { is: 'fileName', fileName: name } })
    const far = 'Jane (1 minute 5 seconds) Voice Mail.mp3'
    expect(onlyVoicemail(await drop(put(far, { sample: 'info.mp3' }))).facts.durationSeconds?.others).toEqual([
      other(far),
    ])
    const near = 'Jane (5 seconds) Voice Mail.mp3'
    expect(onlyVoicemail(await drop(put(near, { sample: 'info.mp3' }))).facts.durationSeconds?.others).toBeUndefined()
  })

  it('keeps the stated length when its own cannot be measured', async () => {
    const { drop, put } = desk()
    const bytes = sample('pcm8.wav')
    bytes[20] = 0x99
    const { facts, recording } = onlyVoicemail(await drop(put('Jane (5 seconds) Voice Mail.wav', bytes)))
    expect(recording).toMatchObject({ codec: 'unknown', plays: false })
    expect(facts.durationSeconds).toMatchObject({ value: 5, certainty: 'guess' })
  })

  it('is shown by a name that is safe', async () => {
    const { drop, put } = desk()
    const { recording } = onlyVoicemail(await drop(put('voice\u202e3pm.wav', { sample: 'mulaw.wav' })))
    expect(recording.fileName).toBe('voice3pm.wav')
  })

  it('is kept once when it is dropped twice', async () => {
    const { drop, put, spooled } = desk()
    const path = put('a.wav', { sample: 'mulaw.wav' })
    expect(brief(await drop(path, path))).toEqual(['a.wav'])
    expect(brief(await drop(path, put('b.wav', { sample: 'mulaw.wav' })))).toEqual(['a.wav', 'b.wav'])
    expect(spooled()).toHaveLength(1)
  })
})

describe('a message of Asterisk', () => {
  it('takes its facts from the text dropped with it', async () => {
    const { drop, put } = desk()
    const voicemail = onlyVoicemail(
      await drop(put('msg0003.txt', SIDECAR), put('msg0003.wav', { sample: 'mulaw.wav' })),
    )
    expect(valuesOf(voicemail.facts)).toEqual({
      theirNumber: '5555550142',
      theirName: 'Jane Doe',
      ourNumber: '200',
      startedAt: '2024-03-05T14:03:04Z',
      durationSeconds: 1,
      direction: 'inbound',
    })
    expect(voicemail.facts.startedAt?.source).toEqual({ is: 'sidecar', fileName: 'msg0003.txt' })
  })

  it('finds its text in the same folder, and its mailbox in the folder above', async () => {
    const { drop } = desk()
    const { facts } = onlyVoicemail(await drop(samplePath('asterisk/200/INBOX/msg0000.wav')))
    expect(valuesOf(facts)).toMatchObject({
      theirName: 'Jane Doe',
      theirNumber: '+15555550142',
      id: '1709647384-00000003',
    })
    const { put } = desk()
    const lonely = onlyVoicemail(await drop(put('200/Old/msg0000.wav', { sample: 'mulaw.wav' }))).facts
    expect(lonely.ourNumber).toEqual({
      value: '200',
      source: { is: 'folderName', folderName: '200' },
      certainty: 'likely',
    })
    expect(lonely.direction?.certainty).toBe('likely')
    expect(lonely.startedAt?.source).toEqual({ is: 'fileDate' })
  })

  it('is one voicemail in all its formats, and plays when one of them does', async () => {
    const { drop, put } = desk()
    const gsm = put('msg0003.gsm', { sample: 'raw.gsm' })
    const ogg = put('msg0003.ogg', { sample: 'vorbis.ogg' })
    const wav49 = put('msg0003.wav49', { sample: 'gsm.wav' })
    const mp3 = put('msg0003.mp3', { sample: 'info.mp3' })
    const text = put('msg0003.txt', SIDECAR)
    const best = async (...paths: string[]) => brief(await drop(...paths, text))
    expect(await best(gsm, ogg, wav49)).toEqual(['msg0003.wav49'])
    expect(await best(wav49, mp3, gsm)).toEqual(['msg0003.mp3'])
    const wav = put('msg0003.wav', { sample: 'mulaw.wav' })
    expect(await best(mp3, wav49, wav, gsm)).toEqual(['msg0003.wav'])
    expect(await best(wav, gsm, wav49, mp3)).toEqual(['msg0003.wav'])
  })

  it('does not confuse .wav and .WAV', async () => {
    const { folder, drop, put } = desk()
    const lower = put('msg0003.wav', { sample: 'mulaw.wav' })
    const upper = put('msg0003.WAV', { sample: 'gsm.wav' })
    if (readdirSync(folder).length < 2) return console.log('skipped: this disk does not tell .wav from .WAV')
    expect(onlyVoicemail(await drop(upper, lower)).recording).toMatchObject({ fileName: 'msg0003.wav', plays: true })
    expect(onlyVoicemail(await drop(upper)).recording).toMatchObject({ codec: 'gsm', plays: false })
  })

  it('passes over a copy that is damaged', async () => {
    const { drop, put } = desk()
    const paths = [put('msg0003.wav', ''), put('msg0003.mp3', 'gone'), put('msg0003.WAV49', { sample: 'gsm.wav' })]
    expect(brief(await drop(...paths))).toEqual(['msg0003.WAV49'])
  })

  it('is refused for its sound when no copy is WAV or MP3', async () => {
    const { drop, put } = desk()
    const results = await drop(
      put('msg0003.wav', ''),
      put('msg0003.gsm', { sample: 'raw.gsm' }),
      put('msg0003.txt', SIDECAR),
    )
    expect(results).toEqual([refusal('msg0003.gsm', { kind: 'notWavOrMp3', container: 'gsm', codec: 'gsm' })])
  })

  it('is another one in another folder, and as another download', async () => {
    const { drop, put } = desk()
    const paths = ['a/msg0003.wav', 'b/msg0003.wav', 'a/msg0003 (1).wav'].map((name) =>
      put(name, { sample: 'mulaw.wav' }),
    )
    put('a/msg0003.txt', SIDECAR)
    const results = await drop(...paths, put('a/msg0003 (1).txt', SIDECAR.replace('Jane', 'Joan')))
    const names = results.map((intake) => (intake.is === 'voicemail' ? intake.facts.theirName?.value : intake.why.kind))
    expect(names).toEqual(['Jane Doe', undefined, 'Joan Doe'])
  })

  it('is asked for when only its text is dropped', async () => {
    const { drop, put } = desk()
    expect(await drop(put('msg0003.txt', SIDECAR))).toEqual([refusal('msg0003.txt', { kind: 'sidecarAlone' })])
  })

  it('ignores a text of that name from elsewhere, unless it was dropped', async () => {
    const { drop, put } = desk()
    const wav = put('msg0003.wav', { sample: 'mulaw.wav' })
    const text = put('msg0003.txt', 'Shopping list')
    expect(brief(await drop(wav))).toEqual(['msg0003.wav'])
    expect(brief(await drop(text, wav))).toEqual(['msg0003.wav', 'msg0003.txt: notAudio'])
    expect(brief(await drop(text))).toEqual(['msg0003.txt: notAudio'])
  })

  it('does not follow a link or read a flood for its text', async () => {
    const { folder, drop, put } = desk()
    const wav = put('msg0003.wav', { sample: 'mulaw.wav' })
    put('msg0004.txt', SIDECAR + ';'.repeat(70_000))
    symlinkSync(put('secret.txt', SIDECAR), join(folder, 'msg0003.txt'))
    for (const path of [wav, put('msg0004.wav', { sample: 'mulaw.wav' })]) {
      expect(onlyVoicemail(await drop(path)).facts.theirName).toBeUndefined()
    }
  })

  it.each([
    ['greet.wav', 'mailbox'],
    ['unavail.WAV', 'mailbox'],
    ['msgintro0003.wav', 'forwarder'],
  ])('is not %s', async (name, of) => {
    const { drop, put } = desk()
    expect(await drop(put(name, { sample: 'mulaw.wav' }))).toEqual([refusal(name, { kind: 'greeting', of })])
  })
})
