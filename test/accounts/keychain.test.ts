import { describe, expect, test } from 'vitest'
import { createKeychain, type KeychainStatus } from '../../main/accounts/keychain.ts'
import { createClock, createFakeRing, createMarkers, type RingState } from './keychain/fake-ring.ts'

const ANN = 'acme/ann@example.com'
const BOB = 'acme/bob@example.com'
const ok = <T>(value: T) => ({ ok: true, value })
const failed = (kind: string, more = {}) => ({ ok: false, error: { kind, ...more } })
const unavailable = (why: string) => failed('unavailable', { why })

function setUp(state: RingState, options: { marked?: string[]; nullMayMeanLocked?: boolean } = {}) {
  const ring = createFakeRing(state, options.nullMayMeanLocked)
  const markers = createMarkers(...(options.marked ?? []))
  const clock = createClock()
  const told: string[] = []
  const onStatus = (status: KeychainStatus) => void told.push(status.kind)
  const keychain = createKeychain({ backend: ring.backend, markers, after: clock.after, onStatus })
  return { ring, markers, clock, told, keychain }
}

describe('each state of the keychain, with a secret stored earlier', () => {
  const table = [
    { state: 'noLibrary', answer: unavailable('library') },
    { state: 'noBus', answer: unavailable('service') },
    { state: 'noService', answer: unavailable('service') },
    { state: 'noKeyring', answer: unavailable('noKeyring') },
    { state: 'lockedDismissed', answer: failed('locked') },
    { state: 'lockedRejects', answer: failed('locked') },
    { state: 'unanswered', answer: failed('waiting') },
  ] as const

  test.each(table)('$state: get, set and remove say so, and nothing is forgotten', async ({ state, answer }) => {
    const { ring, markers, clock, keychain } = setUp(state, { marked: [ANN] })
    ring.items.set(ANN, 'old token')
    for (const attempt of [() => keychain.get(ANN), () => keychain.set(ANN, 'new token'), () => keychain.remove(ANN)]) {
      const result = attempt()
      await clock.pass(5000)
      expect(await result).toEqual(answer)
      expect(keychain.status()).toEqual(answer.error)
    }
    expect(markers.marked).toEqual(new Set([ANN]))
    expect(ring.items).toEqual(new Map([[ANN, 'old token']]))
    expect(clock.waiting()).toBe(0)
  })

  test.each(table)('$state: works again by itself once the keychain does', async ({ state }) => {
    const { ring, clock, keychain } = setUp(state, { marked: [ANN] })
    ring.items.set(ANN, 'token')
    const first = keychain.get(ANN)
    await clock.pass(5000)
    await first
    ring.state = 'open'
    expect(await keychain.get(ANN)).toEqual(ok('token'))
    expect(keychain.status()).toEqual({ kind: 'ready' })
  })
})

describe('nothing comes back', () => {
  test.each(['open', 'lockedDismissed', 'noKeyring'] as const)(
    '%s, and none was ever stored: null, without storing anything to find out',
    async (state) => {
      const { ring, keychain } = setUp(state)
      expect(await keychain.get(ANN)).toEqual(ok(null))
      expect(ring.calls).toEqual([`get ${ANN}`])
    },
  )

  test('one was stored and the keychain is open: lost, and the marker stays', async () => {
    const { ring, markers, keychain } = setUp('open', { marked: [ANN] })
    expect(await keychain.get(ANN)).toEqual(failed('lost'))
    expect(keychain.status()).toEqual({ kind: 'ready' })
    expect(markers.marked).toEqual(new Set([ANN]))
    expect(ring.items.size).toBe(0)
    expect(ring.calls.filter((call) => call.startsWith('remove'))).toEqual(['remove keychain check'])
  })

  test('where null is never a lock (Windows, macOS) nothing is stored to find out', async () => {
    const { ring, keychain } = setUp('open', { marked: [ANN], nullMayMeanLocked: false })
    expect(await keychain.get(ANN)).toEqual(failed('lost'))
    expect(ring.calls.filter((call) => !call.startsWith('get'))).toEqual([])
  })

  test('the user unlocks the ring at the prompt of the check: the secret, not "lost"', async () => {
    const { ring, keychain } = setUp('lockedDismissed', { marked: [ANN] })
    ring.items.set(ANN, 'token')
    ring.onAnswer = () => (ring.state = 'open')
    expect(await keychain.get(ANN)).toEqual(ok('token'))
  })

  test('the same while removing: it is removed', async () => {
    const { ring, markers, keychain } = setUp('lockedDismissed', { marked: [ANN] })
    ring.items.set(ANN, 'token')
    ring.onAnswer = () => (ring.state = 'open')
    expect(await keychain.remove(ANN)).toEqual(ok(null))
    expect(ring.items.size).toBe(0)
    expect(markers.marked.size).toBe(0)
  })
})

describe('an open keychain', () => {
  test('set, get, remove, get', async () => {
    const { markers, keychain, told } = setUp('open')
    expect(keychain.status()).toEqual({ kind: 'untried' })
    expect(await keychain.set(ANN, 'token')).toEqual(ok(null))
    expect(markers.marked).toEqual(new Set([ANN]))
    expect(await keychain.get(ANN)).toEqual(ok('token'))
    expect(await keychain.get(BOB)).toEqual(ok(null))
    expect(await keychain.remove(ANN)).toEqual(ok(null))
    expect(markers.marked.size).toBe(0)
    expect(await keychain.get(ANN)).toEqual(ok(null))
    expect(new Set(told)).toEqual(new Set(['ready']))
  })

  test('after the first success the secret is not read again', async () => {
    const { ring, keychain } = setUp('open', { marked: [ANN] })
    ring.items.set(ANN, 'token')
    await Promise.all([keychain.get(ANN), keychain.get(ANN)])
    ring.state = 'unanswered'
    expect(await keychain.get(ANN)).toEqual(ok('token'))
    expect(ring.calls).toEqual([`get ${ANN}`])
  })

  test('once a removal was asked for, the remembered secret is never handed out', async () => {
    const { clock, ring, keychain } = setUp('open')
    await keychain.set(ANN, 'token')
    ring.state = 'unanswered'
    const removal = keychain.remove(ANN)
    const read = keychain.get(ANN)
    await clock.pass(5000)
    expect(await removal).toEqual(failed('waiting'))
    await clock.pass(5000)
    expect(await read).toEqual(failed('waiting'))
  })

  test('a read that was under way when a new secret was set does not bring the old one back', async () => {
    const { ring, keychain } = setUp('open', { marked: [ANN] })
    ring.items.set(ANN, 'old')
    const [before] = await Promise.all([keychain.get(ANN), keychain.set(ANN, 'new')])
    expect(before).toEqual(ok('old'))
    expect(await keychain.get(ANN)).toEqual(ok('new'))
  })

  test('a secret found without its marker (the app died in between) gets it', async () => {
    const { ring, markers, keychain } = setUp('open')
    ring.items.set(ANN, 'token')
    await keychain.get(ANN)
    expect(markers.marked).toEqual(new Set([ANN]))
  })

  test('a marker that cannot be written is an exception and does not stop the next call', async () => {
    const { keychain, markers } = setUp('open')
    const add = markers.add
    markers.add = () => {
      throw new Error('disk full')
    }
    await expect(keychain.set(ANN, 'token')).rejects.toThrow('disk full')
    markers.add = add
    expect(await keychain.get(ANN)).toEqual(ok('token'))
  })
})

describe('what is stored is what was given', () => {
  test.each([
    ['ASCII', 'x'.repeat(2560), 'x'.repeat(2561), 2561],
    ['two bytes each', 'é'.repeat(1280), 'é'.repeat(1280) + 'x', 2561],
    ['three bytes each', '€'.repeat(853) + 'x', '€'.repeat(854), 2562],
    ['four bytes each', '😀'.repeat(640), '😀'.repeat(640) + 'x', 2561],
  ])('2,560 bytes are accepted, more refused: %s', async (_name, most, more, bytes) => {
    const { ring, markers, keychain } = setUp('open')
    expect(await keychain.set(ANN, more)).toEqual(failed('tooLong', { bytes }))
    expect(ring.calls).toEqual([])
    expect(markers.marked.size).toBe(0)
    expect(await keychain.set(ANN, most)).toEqual(ok(null))
    expect(ring.items.get(ANN)).toBe(most)
  })

  test('a secret the keychain cuts short is refused, and the piece is not left behind', async () => {
    const { ring, markers, keychain } = setUp('open')
    ring.garble = (secret) => secret.split('\0')[0] ?? ''
    expect(await keychain.set(ANN, 'to\0ken')).toEqual(unavailable('notKept'))
    expect(ring.items.size).toBe(0)
    expect(markers.marked.size).toBe(0)
    expect(await keychain.get(ANN)).toEqual(ok(null))
  })

  test('a secret the keychain takes and does not keep is refused', async () => {
    const { ring, keychain } = setUp('open')
    ring.onAnswer = (did) => void (did === 'set' && ring.items.clear())
    expect(await keychain.set(ANN, 'token')).toEqual(unavailable('notKept'))
  })
})

describe('time and order', () => {
  test('one call is in flight at a time', async () => {
    const { ring, keychain } = setUp('open', { marked: [ANN, BOB] })
    const all = [ANN, BOB].flatMap((account) => [
      keychain.get(account),
      keychain.set(account, 'token'),
      keychain.remove(account),
      keychain.get(account),
    ])
    await Promise.all(all)
    expect(ring.most.inFlight).toBe(1)
    expect(ring.calls.length).toBeGreaterThan(all.length)
  })

  test('a call is given up after 5 s and not before', async () => {
    const { ring, clock, keychain } = setUp('unanswered')
    let settled = false
    const result = keychain.get(ANN).finally(() => (settled = true))
    await clock.pass(4999)
    await clock.pass(0)
    expect({ settled, stops: ring.stops() }).toEqual({ settled: false, stops: 0 })
    await clock.pass(1)
    expect(await result).toEqual(failed('waiting'))
    expect(ring.stops()).toBeGreaterThan(0)
  })

  test('the limit covers all steps of one request together', async () => {
    const { ring, clock, keychain } = setUp('lockedDismissed', { marked: [ANN] })
    ring.onAnswer = () => (ring.state = 'unanswered')
    const result = keychain.get(ANN)
    await clock.pass(5000)
    expect(await result).toEqual(failed('waiting'))
    expect(ring.calls).toEqual([`get ${ANN}`, 'set keychain check'])
  })

  test('with patience the wait is shown after 5 s and the prompt may still be answered', async () => {
    const { ring, clock, told, keychain } = setUp('unanswered')
    const result = keychain.get(ANN, { patienceMs: 120_000 })
    await clock.pass(5000)
    expect({ told, stops: ring.stops() }).toEqual({ told: ['waiting'], stops: 0 })
    expect(keychain.status()).toEqual({ kind: 'waiting' })
    await clock.pass(115_000)
    expect(await result).toEqual(failed('waiting'))
  })

  test('the backend is let go when nothing is left to do', async () => {
    const { ring, keychain } = setUp('open')
    const first = keychain.get(ANN)
    const second = keychain.get(BOB)
    await first
    expect(ring.stops()).toBe(0)
    await second
    expect(ring.stops()).toBe(1)
  })

  test('closing answers everything pending at once, without any time passing', async () => {
    const { ring, clock, told, keychain } = setUp('unanswered')
    const pending = [keychain.get(ANN), keychain.set(BOB, 'token'), keychain.remove(ANN)]
    await clock.pass(0)
    keychain.close()
    expect(await Promise.all(pending)).toEqual(Array(3).fill(unavailable('closed')))
    expect(ring.calls).toEqual([`get ${ANN}`])
    expect(ring.stops()).toBeGreaterThan(0)
    expect({ told, timers: clock.waiting() }).toEqual({ told: [], timers: 0 })
    expect(await keychain.get(ANN)).toEqual(unavailable('closed'))
  })

  test('closing an unused keychain does nothing', async () => {
    const { ring, keychain } = setUp('open')
    keychain.close()
    expect(ring.calls).toEqual([])
  })
})
