import { describe, expect, it } from 'vitest'
import type { Fact, VoicemailFacts } from '../../preload/intake.ts'
import { factsFromName } from '../../main/intake/name-facts.ts'

const context = { zone: 'America/New_York', now: Date.UTC(2026, 10, 22, 12) }

/** The values alone; where there are several readings, all of them. */
function valuesOf(name: string): Record<string, unknown> {
  const facts: VoicemailFacts = factsFromName(name, context)
  return Object.fromEntries(
    Object.entries(facts).map(([key, fact]: [string, Fact<unknown>]) => [
      key,
      fact.others ? [fact.value, ...fact.others.map(({ value }) => value)] : fact.value,
    ]),
  )
}

describe('a file name of no known product', () => {
  it.each([
    ['20210307_110505_00_04000000004.wav', { startedAt: '2021-03-07T11:05:05-05:00', theirNumber: '04000000004' }],
    [
      '20250618-140532-+15555550142-incoming-101.mp3',
      { startedAt: '2025-06-18T14:05:32-04:00', theirNumber: '+15555550142', direction: 'inbound', ourNumber: '101' },
    ],
    [
      'out-15555550142-200-20200222-161829-1582406309.760.wav',
      {
        startedAt: '2020-02-22T21:18:29Z',
        theirNumber: '15555550142',
        ourNumber: '200',
        direction: 'outbound',
        id: '1582406309.760',
      },
    ],
    ['5555550142.2024-03-05-14-02-03.wav', { startedAt: '2024-03-05T14:02:03-05:00', theirNumber: '5555550142' }],
    [
      '20240506_225406.577+0200_in_+48555555014_Jane Doe.oga',
      { startedAt: '2024-05-06T22:54:06+02:00', theirNumber: '+48555555014', direction: 'inbound' },
    ],
    [
      '20240506_225406.577-0300_out_5555550142.oga',
      { startedAt: '2024-05-06T22:54:06-03:00', theirNumber: '5555550142', direction: 'outbound' },
    ],
    [
      '+15555550142 - Voicemail - 2024-02-08T16_41_25Z.mp3',
      { startedAt: '2024-02-08T16:41:25Z', theirNumber: '+15555550142', direction: 'inbound' },
    ],
    [
      '+15555550142 (18 seconds) Voice Mail.mp3',
      { theirNumber: '+15555550142', durationSeconds: 18, direction: 'inbound' },
    ],
    ['Jane Doe (1 minute 5 seconds) Voice Mail.mp3', { durationSeconds: 65, direction: 'inbound' }],
    ['Jane (2 minutes) Voice Mail.mp3', { durationSeconds: 120, direction: 'inbound' }],
    [
      'Call recording +15555550142_200605_114902.m4a',
      { startedAt: '2020-06-05T11:49:02-04:00', theirNumber: '+15555550142' },
    ],
    ['+48555555014_240506_225406577.amr', { startedAt: '2024-05-06T22:54:06-04:00', theirNumber: '+48555555014' }],
    [
      '2025-10-03 16-54-44 (phone) Jane Doe (0486555265) ↙.m4a',
      { startedAt: '2025-10-03T16:54:44-04:00', theirNumber: '0486555265', direction: 'inbound' },
    ],
    ['2025-10-03 16-54-44 Jane ↗.m4a', { startedAt: '2025-10-03T16:54:44-04:00', direction: 'outbound' }],
    [
      'word@Name(005555550142)_20231216123836.mp3',
      { startedAt: '2023-12-16T12:38:36-05:00', theirNumber: '+5555550142' },
    ],
    [
      '20251104-133555_302_(555)555-0142_Outgoing_Auto_2243071124051.mp3',
      {
        startedAt: '2025-11-04T13:35:55-05:00',
        direction: 'outbound',
        ourNumber: '302',
        theirNumber: ['2243071124051', '(555)555-0142'],
      },
    ],
    [
      '9f1c2d3e-0000-4000-8000-123456789012_20240126T03:07_UTC.wav',
      { startedAt: '2024-01-26T03:07:00Z', id: '9f1c2d3e-0000-4000-8000-123456789012' },
    ],
    ['1667337742543-x.mp3', { startedAt: '2022-11-01T21:22:22Z' }],
    ['call 1709647323.wav', { startedAt: '2024-03-05T14:02:03Z' }],
    [
      '05.03.2024 14.02 from 5555550142.wav',
      {
        startedAt: ['2024-03-05T14:02:00-05:00', '2024-05-03T14:02:00-04:00'],
        theirNumber: '5555550142',
        direction: 'inbound',
      },
    ],
    ['3-5-2024 2.03 PM.wav', { startedAt: ['2024-03-05T14:03:00-05:00', '2024-05-03T14:03:00-04:00'] }],
    ['25.03.2024 12.02 am.wav', { startedAt: '2024-03-25T00:02:00-04:00' }],
    ['05.05.2024 14.02.wav', { startedAt: '2024-05-05T14:02:00-04:00' }],
    ['%2B15555550142 call.wav', { theirNumber: '+15555550142' }],
    ['+1 (555) 555-0142.wav', { theirNumber: '+1 (555) 555-0142' }],
    ['+49 30 1234567 missed.wav', { theirNumber: '+49 30 1234567', direction: 'inbound' }],
    ['length 1:05.mp3', { durationSeconds: 65 }],
    ['[1:02:03].mp3', { durationSeconds: 3723 }],
    ['00m17s.mp3', { durationSeconds: 17 }],
    ['RE0123456789abcdef0123456789ABCDEF.mp3', { id: 'RE0123456789abcdef0123456789ABCDEF' }],
    ['msg_0f1c2d3e-1111-4222-8333-444455556666.wav', { id: '0f1c2d3e-1111-4222-8333-444455556666' }],
    ['int-1781d39f76d-Ab1-vmail-00-tenant.mp3', { id: 'int-1781d39f76d-Ab1', direction: 'inbound' }],
    ['Sprachnachricht von 030 1234567.wav', { theirNumber: '030 1234567', direction: 'inbound' }],
  ])('%s', (name, expected) => {
    expect(valuesOf(name)).toMatchObject(expected)
  })

  it.each([
    ['Voicemail.wav', { direction: 'inbound' }],
    ['recording.wav', {}],
    ['New Recording 12.wav', {}],
    ['from Jane to Bob.wav', {}],
    ['incoming outgoing.wav', {}],
    ['2024-03-05.wav', {}],
    ['20240305 meeting.wav', {}],
    ['20991231-101010.wav', {}],
    ['20240230-101010.wav', {}],
    ['20240506_225406+4800.wav', { startedAt: '2024-05-06T22:54:06-04:00' }],
    ['20240506_225406.577+0275.wav', { startedAt: '2024-05-06T22:54:06-04:00' }],
    ['anonymous.wav', {}],
    ['0000000000.wav', {}],
    ['0_17.wav', {}],
    ['', {}],
  ])('makes nothing up: %j', (name, expected) => {
    expect(valuesOf(name)).toEqual(expected)
  })

  it('does not take a phone number for a Unix time', () => {
    expect(valuesOf('2065550142.wav')).toEqual({ theirNumber: '2065550142' })
    expect(valuesOf('20240305-140203-1632960123.wav')).toEqual({
      startedAt: '2024-03-05T14:02:03-05:00',
      theirNumber: '1632960123',
    })
  })

  it('uses no digit twice', () => {
    expect(valuesOf('20240305140203.wav')).toEqual({ startedAt: '2024-03-05T14:02:03-05:00' })
    expect(valuesOf('1709647323.41.wav')).toEqual({ startedAt: '2024-03-05T14:02:03Z', id: '1709647323.41' })
  })

  it.each(['', ' (1)', ' (12)', ' - Copy', ' - Copy (2)', ' copy', ' copy 2', ' - Kopie'])(
    'does not mind the mark %j of a copy',
    (mark) => {
      const plain = {
        startedAt: '2025-06-18T14:05:32-04:00',
        theirNumber: '+15555550142',
        direction: 'inbound',
        ourNumber: '101',
      }
      const stem = `20250618-140532-+15555550142-incoming-101${mark}`
      expect(valuesOf(`${stem}.mp3`)).toEqual(plain)
      expect(valuesOf(`Copy of ${stem}.mp3`)).toEqual(plain)
      expect(valuesOf(`${stem.replaceAll(' ', '%20').replaceAll('+', '%2B')}.mp3`)).toEqual(plain)
    },
  )

  it('marks every fact as a guess from the name', () => {
    const name = '20250618-140532-+15555550142-incoming-101 (1).mp3'
    for (const fact of Object.values(factsFromName(name, context))) {
      expect(fact).toMatchObject({ certainty: 'guess', source: { is: 'fileName', fileName: name } })
    }
  })
})
