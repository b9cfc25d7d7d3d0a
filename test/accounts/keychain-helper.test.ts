import { afterEach, expect, test } from 'vitest'
import { createHelperBackend } from '../../main/accounts/keychain-helper.ts'
import { createKeychain } from '../../main/accounts/keychain.ts'
import { createMarkers } from './keychain/fake-ring.ts'
import { createHelperStarter } from './keychain/processes.ts'

const starter = () => createHelperStarter(new URL('keychain/worker-double.mjs', import.meta.url), { env: process.env })
let helpers = starter()

afterEach(async () => {
  for (const child of helpers.children) child.kill('SIGKILL')
  await helpers.allGone()
  helpers = starter()
})

test('a helper is started by the first call, not before, and serves the following ones', async () => {
  const backend = createHelperBackend(helpers.start)
  expect(helpers.children).toHaveLength(0)
  const first = await backend.call({ do: 'get', account: 'one' })
  const second = await backend.call({ do: 'get', account: 'two' })
  const pid = helpers.children[0]?.pid
  expect(first).toEqual({ ok: true, value: `one from ${pid}` })
  expect(second).toEqual({ ok: true, value: `two from ${pid}` })
  backend.stop()
})

test('a helper that dies in the middle of a call is an answer, and the next call gets a new one', async () => {
  const backend = createHelperBackend(helpers.start)
  const answer = await backend.call({ do: 'get', account: 'dies' })
  expect(answer).toEqual({ ok: false, error: { kind: 'unavailable', why: 'crashed' } })
  expect(await backend.call({ do: 'get', account: 'one' })).toMatchObject({ ok: true })
  expect(helpers.children).toHaveLength(2)
  backend.stop()
})

test('a helper that dies between two calls is replaced', async () => {
  const backend = createHelperBackend(helpers.start)
  await backend.call({ do: 'get', account: 'one' })
  helpers.children[0]?.kill('SIGKILL')
  await helpers.allGone()
  expect(await backend.call({ do: 'get', account: 'two' })).toMatchObject({ ok: true })
  backend.stop()
})

test('no process to be had is an answer, not an exception', async () => {
  const backend = createHelperBackend(() => {
    throw new Error('EAGAIN')
  })
  const answer = await backend.call({ do: 'get', account: 'one' })
  expect(answer).toEqual({ ok: false, error: { kind: 'unavailable', why: 'crashed' } })
})

test('stop kills a helper that blocks for ever, and the next call starts afresh', async () => {
  const backend = createHelperBackend(helpers.start)
  void backend.call({ do: 'get', account: 'hangs' })
  backend.stop()
  expect(await helpers.allGone()).toEqual(['SIGKILL'])
  expect(await backend.call({ do: 'get', account: 'one' })).toMatchObject({ ok: true })
  backend.stop()
  expect(await helpers.allGone()).toEqual(['SIGKILL', 'SIGKILL'])
})

test('an idle keychain keeps no helper running', async () => {
  const keychain = createKeychain({ backend: createHelperBackend(helpers.start), markers: createMarkers() })
  expect(await keychain.get('one')).toMatchObject({ ok: true })
  expect(await helpers.allGone()).toEqual(['SIGKILL'])
})

test('after a time-out the blocked helper is dead, and trying again works', async () => {
  const keychain = createKeychain({
    backend: createHelperBackend(helpers.start),
    markers: createMarkers(),
    timeoutMs: 50,
  })
  expect(await keychain.get('hangs')).toEqual({ ok: false, error: { kind: 'waiting' } })
  expect(await helpers.allGone()).toEqual(['SIGKILL'])
  expect(await keychain.get('one', { patienceMs: 60_000 })).toMatchObject({ ok: true })
})

test('closing in the middle of a blocked call answers it and ends the helper', async () => {
  const keychain = createKeychain({ backend: createHelperBackend(helpers.start), markers: createMarkers() })
  const pending = keychain.get('hangs')
  await new Promise(setImmediate)
  keychain.close()
  expect(await pending).toEqual({ ok: false, error: { kind: 'unavailable', why: 'closed' } })
  expect(await helpers.allGone()).toEqual(['SIGKILL'])
})
