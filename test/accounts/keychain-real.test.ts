import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHelperBackend } from '../../main/accounts/keychain-helper.ts'
import { createKeychain, type Keychain } from '../../main/accounts/keychain.ts'
import { createMarkers } from './keychain/fake-ring.ts'
import { buildWorker, createHelperStarter } from './keychain/processes.ts'
import { createTestHome, requirePrograms, startSession, type Session, type TestHome } from './keychain/session.ts'

const ANN = 'acme/ann@example.com'
const BOB = 'acme/bob@example.com'
const TOKEN = 'tök€n-😀'
const locked = { ok: false, error: { kind: 'locked' } }
const unavailable = (why: string) => ({ ok: false, error: { kind: 'unavailable', why } })
/** Milliseconds, for a machine with much else to do; everything takes a fraction of it. */
const LIMIT = 60_000
const isLinux = process.platform === 'linux'
if (!isLinux) console.log('real keyring: skipped, gnome-keyring and D-Bus exist on Linux only')

describe.skipIf(!isLinux)('the real worker, keytar and gnome-keyring', { timeout: LIMIT }, () => {
  let home: TestHome
  let worker: string
  let session: Session
  const helpers: ReturnType<typeof createHelperStarter>[] = []
  const markers = createMarkers()

  beforeAll(async () => {
    await requirePrograms()
    home = await createTestHome()
    worker = await buildWorker(home.path)
  }, LIMIT)
  afterAll(async () => {
    for (const child of helpers.flatMap(({ children }) => children)) child.kill('SIGKILL')
    await home?.remove()
  }, LIMIT)

  /** Makes the tests of a group run in one session of this kind. */
  function inSession(keyring: Parameters<typeof startSession>[1]) {
    beforeAll(async () => {
      session = await startSession(home, keyring)
    }, LIMIT)
    afterAll(() => session.end(), LIMIT)
  }

  function start(env: NodeJS.ProcessEnv, execArgv: string[] = []) {
    const helper = createHelperStarter(worker, { env, execArgv })
    helpers.push(helper)
    return helper
  }
  function open(env: NodeJS.ProcessEnv, options: { timeoutMs?: number; execArgv?: string[] } = {}): Keychain {
    const backend = createHelperBackend(start(env, options.execArgv).start)
    return createKeychain({ backend, markers, timeoutMs: options.timeoutMs ?? 25_000 })
  }

  describe('a session that has no keyring yet', () => {
    inSession('locked')

    test('nothing can be stored, nothing is there', async () => {
      const keychain = open(session.env)
      expect(await keychain.set(ANN, TOKEN)).toEqual(unavailable('noKeyring'))
      expect(await keychain.get(ANN)).toEqual({ ok: true, value: null })
    })
  })

  describe('an open ring', () => {
    inSession('unlocked')

    test('stored, read by a new process, removed', async () => {
      expect(await open(session.env).set(ANN, TOKEN)).toEqual({ ok: true, value: null })
      await access(join(home.path, 'data/keyrings/login.keyring'))
      const keychain = open(session.env)
      expect(await keychain.get(ANN)).toEqual({ ok: true, value: TOKEN })
      expect(await keychain.remove(ANN)).toEqual({ ok: true, value: null })
      expect(await keychain.get(ANN)).toEqual({ ok: true, value: null })
    })

    test('the longest secret fits; one with a NUL, which would be cut short, is refused', async () => {
      const keychain = open(session.env)
      expect(await keychain.set(BOB, '€'.repeat(853) + 'x')).toEqual({ ok: true, value: null })
      expect(await keychain.set('acme/cut', 'to\0ken')).toEqual(unavailable('notKept'))
      expect(await keychain.get('acme/cut')).toEqual({ ok: true, value: null })
    })

    test('a secret that vanished from it is lost', async () => {
      await open(session.env).remove(BOB)
      markers.marked.add(BOB)
      expect(await open(session.env).get(BOB)).toEqual({ ok: false, error: { kind: 'lost' } })
    })

    test('the service stops answering: waiting, the helper dead, and fine again afterwards', async () => {
      await open(session.env).set(ANN, TOKEN)
      process.kill(session.daemon, 'SIGSTOP')
      const helper = start(session.env)
      const keychain = createKeychain({ backend: createHelperBackend(helper.start), markers, timeoutMs: 1000 })
      expect(await keychain.get(ANN)).toEqual({ ok: false, error: { kind: 'waiting' } })
      expect(await helper.allGone()).toEqual(['SIGKILL'])
      process.kill(session.daemon, 'SIGCONT')
      expect(await keychain.get(ANN, { patienceMs: 25_000 })).toEqual({ ok: true, value: TOKEN })
    })

    test('a helper whose app died ends by itself, even in the middle of a call that hangs', async () => {
      const helper = start(session.env)
      const backend = createHelperBackend(helper.start)
      expect(await backend.call({ do: 'get', account: BOB })).toEqual({ ok: true, value: null })
      process.kill(session.daemon, 'SIGSTOP')
      const pending = backend.call({ do: 'get', account: ANN })
      helper.children[0]?.disconnect()
      expect(await pending).toEqual(unavailable('crashed'))
      expect(await helper.allGone()).toEqual(['SIGKILL'])
      process.kill(session.daemon, 'SIGCONT')
    })

    test('locked by the user: locked, not "never stored", and nothing is removed', async () => {
      await session.lock()
      const keychain = open(session.env)
      expect(await keychain.get(ANN)).toEqual(locked)
      expect(await keychain.set(ANN, 'new')).toEqual(locked)
      expect(await keychain.remove(ANN)).toEqual(locked)
      expect(await keychain.get('acme/nobody')).toEqual({ ok: true, value: null })
    })
  })

  describe('a ring locked since the session began', () => {
    inSession('locked')

    test('locked', async () => {
      expect(await open(session.env).get(ANN)).toEqual(locked)
    })
  })

  describe('the ring unlocked in the next session', () => {
    inSession('unlocked')

    test('it is all there, and libsecret missing is told apart from that', async () => {
      expect(await open(session.env).get(ANN)).toEqual({ ok: true, value: TOKEN })
      const refuse = `process.dlopen = () => { throw new Error('libsecret-1.so.0: cannot open shared object file') }`
      const keychain = open(session.env, { execArgv: ['--import', `data:text/javascript,${refuse}`] })
      expect(await keychain.get(ANN)).toEqual(unavailable('library'))
    })
  })

  describe('no keyring service', () => {
    inSession('none')

    test('neither on the session bus nor, with no bus at all, anywhere: unavailable', async () => {
      expect(await open(session.env).get(ANN)).toEqual(unavailable('service'))
      expect(await open(home.env).get(ANN)).toEqual(unavailable('service'))
    })
  })

  test('all of this left no process behind', async () => {
    await Promise.all(helpers.map((helper) => helper.allGone()))
    await expect.poll(() => home.processes(), { timeout: 20_000 }).toEqual([])
  })
})
