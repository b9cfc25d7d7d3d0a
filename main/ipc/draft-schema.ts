import { getCountries } from 'libphonenumber-js'
import * as v from 'valibot'
import { PRIORITIES, type DraftVoicemail } from '../../preload/draft.ts'

/**
 * The most that is taken of a typed text, in UTF-16 units: far beyond what a draft may hold to be saved (LIMITS), since
 * a draft is kept as typed, valid or not.
 */
const CAPS = { short: 2_000, link: 20_000, long: 400_000, tags: 500 } as const

export const text = (most: number = CAPS.short) => v.pipe(v.string(), v.maxLength(most))
export const uuid = v.pipe(v.string(), v.uuid())
/** A Zendesk id. */
export const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export const country = v.picklist(getCountries())

/** The length is looked at first: an array of a billion holes is a short message. */
export const list = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(
    v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= most),
    v.array(item),
  )

/** For objects whose keys are all optional, because an array or a Map would do as an empty one. */
export const record = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(
    v.custom<object>((value) => Object.prototype.toString.call(value) === '[object Object]'),
    v.strictObject(entries),
  )

const is = <const W extends string>(word: W) => v.strictObject({ is: v.literal(word) })

const caller = v.variant('is', [
  is('open'),
  v.strictObject({ is: v.literal('known'), userId: id, name: text() }),
  v.strictObject({ is: v.literal('new'), name: text() }),
  is('none'),
  is('later'),
])

const source = v.variant('is', [
  v.strictObject({ is: v.literal('sidecar'), fileName: text() }),
  v.strictObject({ is: v.literal('fileName'), fileName: text() }),
  v.strictObject({ is: v.literal('folderName'), folderName: text() }),
  is('audio'),
  is('fileDate'),
])

const note = v.exactOptional(v.strictObject({ source, certainty: v.picklist(['sure', 'likely', 'guess']) }))

// prettier-ignore
const CODECS = [
  'pcm', 'float', 'alaw', 'mulaw', 'gsm', 'msadpcm', 'imaadpcm', 'g722', 'g723', 'g726', 'mp3',
  'opus', 'vorbis', 'speex', 'flac', 'aac', 'alac', 'amrnb', 'amrwb', 'wma', 'unknown',
] as const

const recording = v.strictObject({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  mime: v.picklist(['audio/wav', 'audio/mpeg']),
  codec: v.picklist(CODECS),
  plays: v.boolean(),
  fileName: text(),
})

const voicemail = v.strictObject({
  recording: v.nullable(recording),
  recordingUrl: text(CAPS.link),
  transcript: text(CAPS.long),
  location: text(),
  theirName: text(),
  facts: record({
    theirNumber: note,
    ourNumber: note,
    startedAt: note,
    duration: note,
  } satisfies Record<keyof DraftVoicemail['facts'], unknown>),
})

/** A draft as the page holds it: well formed, but not yet held against the rules for saving. */
export const draft = v.strictObject({
  id: uuid,
  kind: v.picklist(['inbound', 'outbound', 'voicemail']),
  theirNumber: text(),
  ourNumber: text(),
  startedAt: text(),
  duration: text(),
  timerSince: v.nullable(text()),
  caller,
  subject: text(CAPS.link),
  notes: text(CAPS.long),
  priority: v.nullable(v.picklist(PRIORITIES)),
  tags: list(text(), CAPS.tags),
  openTicket: v.boolean(),
  voicemail: v.nullable(voicemail),
})
