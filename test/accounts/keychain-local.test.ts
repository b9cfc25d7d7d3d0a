import { expect, test } from 'vitest'
import { createLocalBackend } from '../../main/accounts/keychain-local.ts'
import { createKeychain } from '../../main/accounts/keychain.ts'
import { callKeytar, type KeychainRequest } from '../../main/accounts/keychain-call.ts'
import { createClock, createFakeRing, createMarkers } from './keychain/fake-ring.ts'

const ANN = 'acme/ann@example.com'

/** A native call that hangs until `answer` is called: a prompt on screen. */
function setUp() {
  const started: KeychainRequest[] = []
  const prompts: (() => void)[] = []
  const backend = createLocalBackend((request) => {
    started.push(request)
    return new Promise((resolve) => prompts.push(() => resolve({ ok: true, value: 'token' })))
  })
  const clock = createClock()
  const keychain = createKeychain({ backend, markers: createMarkers(), after: clock.after })
  return { started, prompts, clock, keychain }
}

test('behind a hanging native call no second one is started, however often it is tried', async () => {
  const { started, clock, keychain } = setUp()
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const result = keychain.get(ANN)
    await clock.pass(5000)
    expect(await result).toEqual({ ok: false, error: { kind: 'waiting' } })
  }
  expect(started).toHaveLength(1)
})

test('once the prompt is answered the next attempt goes through, and those given up never happen', async () => {
  const { started, prompts, clock, keychain } = setUp()
  for (const attempt of [() => keychain.get(ANN), () => keychain.remove(ANN)]) {
    const result = attempt()
    await clock.pass(5000)
    await result
  }
  const retried = keychain.get(ANN)
  prompts[0]?.()
  await clock.pass(0)
  prompts[1]?.()
  expect(await retried).toEqual({ ok: true, value: 'token' })
  expect(started).toEqual([
    { do: 'get', account: ANN },
    { do: 'get', account: ANN },
  ])
})

test('round trip, and closing needs no help from the native side', async () => {
  const ring = createFakeRing('open')
  const backend = createLocalBackend((request) => ring.backend.call(request))
  const keychain = createKeychain({ backend, markers: createMarkers() })
  expect(await keychain.set(ANN, 'token')).toEqual({ ok: true, value: null })
  expect(await keychain.get(ANN)).toEqual({ ok: true, value: 'token' })
  ring.state = 'unanswered'
  const pending = keychain.remove(ANN)
  await new Promise(setImmediate)
  keychain.close()
  expect(await pending).toEqual({ ok: false, error: { kind: 'unavailable', why: 'closed' } })
})

test('the library is loaded by the first call, not when the backend is made', () => {
  const backend = createLocalBackend(callKeytar)
  backend.stop()
  expect(process.report ? JSON.stringify(process.report.getReport()) : '').not.toContain('keytar.node')
})
