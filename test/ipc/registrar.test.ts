import { beforeEach, describe, expect, it } from 'vitest'
import { everyCall, type Handlers } from '../../main/ipc/calls.ts'
import { serve } from '../../main/ipc/registrar.ts'
import type { Incoming } from '../../main/ipc/sender.ts'
import type { Envelope } from '../../preload/contract.ts'
import { seededRandom } from '../zendesk/random.ts'
import { changed, changeIn, everyPath, ODD_VALUES, polluting } from './hostile.ts'
import { plainDraft, VALID } from './samples.ts'

type Channel = (event: Incoming, ...args: unknown[]) => Promise<Envelope>

const CHANNELS = everyCall().map(([subject, call]) => `${subject}.${call}`)
const OUR_WINDOW = 7
const ourPage: Incoming = {
  sender: { id: OUR_WINDOW },
  senderFrame: { origin: 'app://aftercall', parent: null, detached: false },
}
const malformed = { ok: false, error: 'malformed' }

let channels: Map<string, Channel>
let heard: { channel: string; args: unknown[] }[]
let logged: unknown[]
let answer: (channel: string) => unknown

function handlersWith(act: (channel: string, args: unknown[]) => unknown): Handlers {
  const handlers: Record<string, Record<string, unknown>> = {}
  for (const [subject, call] of everyCall()) {
    handlers[subject] = { ...handlers[subject], [call]: async (...args: unknown[]) => act(`${subject}.${call}`, args) }
  }
  return handlers as unknown as Handlers
}

beforeEach(() => {
  channels = new Map()
  heard = []
  logged = []
  answer = () => 'answered'
  const handlers = handlersWith((channel, args) => {
    heard.push({ channel, args })
    return answer(channel)
  })
  const ipcMain = { handle: (channel: string, listener: Channel) => void channels.set(channel, listener) }
  serve(handlers, {
    ipcMain: ipcMain as never,
    isOurs: (sender) => sender.id === OUR_WINDOW,
    log: (event, fields) => void logged.push([event, fields]),
  })
})

const send = (channel: string, args: readonly unknown[], event = ourPage) => channels.get(channel)!(event, ...args)

it('there is one channel per call of the contract', () => {
  expect([...channels.keys()]).toEqual(CHANNELS)
  expect(Object.keys(VALID)).toEqual(CHANNELS)
})

describe.each(CHANNELS)('%s', (channel) => {
  const valid = VALID[channel]!

  it('hands well-formed arguments on, unchanged', async () => {
    const answered = { ok: true, value: 'answered' }
    for (const args of valid) expect(await send(channel, structuredClone(args))).toEqual(answered)
    expect(heard).toEqual(valid.map((args) => ({ channel, args })))
    expect(logged).toEqual([])
  })

  it.each([
    { name: 'another window', event: { ...ourPage, sender: { id: 8 } } },
    { name: 'a frame inside our page', event: withFrame({ parent: {} }) },
    { name: 'another host of our scheme', event: withFrame({ origin: 'app://other' }) },
    { name: 'a host that starts like ours', event: withFrame({ origin: 'app://aftercall.evil' }) },
    { name: 'a web page', event: withFrame({ origin: 'https://aftercall' }) },
    { name: 'a sandboxed or opaque page', event: withFrame({ origin: 'null' }) },
    { name: 'a local file', event: withFrame({ origin: 'file://' }) },
    { name: 'a frame that has gone', event: { ...ourPage, senderFrame: null } },
    { name: 'a frame on its way out', event: withFrame({ detached: true }) },
    { name: 'a frame that may not be touched', event: { ...ourPage, get senderFrame(): never { throw new Error('disposed') } } }, // prettier-ignore
    { name: 'a frame whose origin may not be read', event: withFrame({ get origin(): never { throw new Error('disposed') } }) }, // prettier-ignore
  ])('refuses $name', async ({ event }) => {
    expect(await send(channel, valid[0]!, event)).toEqual({ ok: false, error: 'stranger' })
    expect(heard).toEqual([])
    expect(logged).toEqual([['ipc.refused', { channel, why: 'stranger' }]])
  })

  it('refuses missing and further arguments', async () => {
    for (const args of valid) {
      if (args.length > 0) expect(await send(channel, args.slice(1))).toEqual(malformed)
      expect(await send(channel, [...args, undefined])).toEqual(malformed)
      expect(await send(channel, [...args, ...args, {}])).toEqual(malformed)
    }
    expect(heard).toEqual([])
  })

  it('refuses an object without one of its keys', async () => {
    for (const args of valid) {
      for (const path of everyPath(args).filter((p) => typeof p.at(-1) === 'string' && !mayMiss(channel, p))) {
        const less = changed(args, path, (holder, key) => Reflect.deleteProperty(holder, key))
        expect(await send(channel, less), path.join()).toEqual(malformed)
      }
    }
    expect(heard).toEqual([])
  })

  it('refuses an object with one more key', async () => {
    for (const args of valid) {
      for (const path of everyPath(args).filter((p) => isObject(at(args, p)))) {
        for (const extra of ['extra', '__proto__', 'constructor', 'prototype', 'toString', '']) {
          const more = changed(args, path, (holder, key) => {
            Object.defineProperty(holder[key] as object, extra, { value: { polluted: true }, enumerable: true })
          })
          expect(await send(channel, more), [...path, extra].join()).toEqual(malformed)
        }
      }
    }
    expect(heard).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('refuses values of the wrong type or size at any place', async () => {
    for (const args of valid) {
      for (const path of everyPath(args).filter((p) => p.length > 0)) {
        for (const odd of ODD_VALUES.map((make) => make())) {
          const differing = changed(args, path, (holder, key) => (holder[key] = odd))
          const envelope = await send(channel, differing)
          if (!mayBe(odd, path, at(args, path))) expect(envelope, path.join()).toEqual(malformed)
        }
      }
    }
  })

  it('survives a thousand generated messages', async () => {
    const random = seededRandom(channel)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
    for (let i = 0; i < 1000; i++) {
      const sample = pick(random() < 0.5 ? valid : pick(Object.values(VALID)))
      const args = structuredClone(sample) as unknown[]
      for (let changes = Math.floor(random() * 4); changes > 0; changes--) {
        const path = pick(everyPath(sample))
        const odd = random() < 0.8 ? pick(ODD_VALUES)() : structuredClone(pick(pick(Object.values(VALID)))[0])
        if (path.length === 0) args.push(odd)
        else changeIn(args, path, (holder, key) => (holder[key] = odd))
      }
      const before = heard.length
      const envelope = await send(channel, args)
      expect(envelope.ok ? envelope : malformed).toEqual(envelope)
      expect(heard.length - before).toBe(envelope.ok ? 1 : 0)
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('answers a bug in its handler without a word about it', async () => {
    answer = () => { throw new TypeError('/home/ada/secret +14155550123') } // prettier-ignore
    expect(await send(channel, valid[0]!)).toEqual({ ok: false, error: 'bug' })
    expect(logged).toEqual([['ipc.bug', { channel, error: 'TypeError', code: undefined, at: undefined }]])
  })
})

it.each([
  { what: 'characters of notes', most: 400_000, args: (n: number) => [{ ...plainDraft(), notes: 'x'.repeat(n) }] },
  { what: 'tags', most: 500, args: (n: number) => [{ ...plainDraft(), tags: Array.from({ length: n }, () => 'tag') }] },
])('a draft has at most $most $what', async ({ most, args }) => {
  expect((await send('drafts.keep', args(most))).ok).toBe(true)
  expect(await send('drafts.keep', args(most + 1))).toEqual(malformed)
})

it('at most 1000 files are read at once', async () => {
  const paths = (n: number) => Array.from({ length: n }, () => '/a.wav')
  expect((await send('intake.readDropped', [paths(1000)])).ok).toBe(true)
  expect(await send('intake.readDropped', [paths(1001)])).toEqual(malformed)
})

it('an own key __proto__ is refused, not followed', async () => {
  expect(await send('settings.change', [polluting()])).toEqual(malformed)
  expect(await send('drafts.keep', [{ ...plainDraft(), caller: polluting() }])).toEqual(malformed)
})

it('a draft is taken as typed, however far from valid', async () => {
  const draft = {
    ...plainDraft(),
    theirNumber: '???',
    subject: 'x'.repeat(5_000),
    duration: '∞',
    tags: [' ', 'a b'],
    startedAt: 'soon',
  }
  expect(await send('drafts.keep', [draft])).toEqual({ ok: true, value: 'answered' })
})

it('a call without a handler is noticed at start', () => {
  const { calls: _left, ...rest } = handlersWith(() => null)
  const deps = { ipcMain: { handle: () => {} }, isOurs: () => true, log: () => {} }
  expect(() => serve(rest as Handlers, deps)).toThrow('nothing serves calls.save')
})

function withFrame(differs: object): Incoming {
  const senderFrame = Object.defineProperties({ ...ourPage.senderFrame }, Object.getOwnPropertyDescriptors(differs))
  return { ...ourPage, senderFrame: senderFrame as unknown as NonNullable<Incoming['senderFrame']> }
}

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)
/** The optional keys of the contract. */
const mayMiss = (channel: string, path: readonly (string | number)[]): boolean =>
  channel === 'settings.change' || path.at(-2) === 'facts'
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Whether an odd value is, at this place, one that may be there after all. */
function mayBe(odd: unknown, path: readonly (string | number)[], original: unknown): boolean {
  const place = String(path.at(-1))
  if (odd === null) return ['timerSince', 'priority', 'voicemail', 'recording'].includes(place)
  if (typeof odd === 'string' && odd.length < 100) return typeof original === 'string' || place === 'timerSince'
  if (odd === 0) return place === 'bytes'
  if (typeof odd === 'boolean') return typeof original === 'boolean'
  if (Array.isArray(odd)) return odd.length === 0 && Array.isArray(original)
  return (
    isObject(odd) &&
    Object.keys(odd as object).length === 0 &&
    (path.length === 1 || place === 'facts') &&
    isObject(original)
  )
}
