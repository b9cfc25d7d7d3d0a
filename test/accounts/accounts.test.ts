import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAccountFile } from '../../main/accounts/account-file.ts'
import { createAccounts, markersIn, type Accounts, type ActiveAccount } from '../../main/accounts/accounts.ts'
import type { KeychainTrouble } from '../../main/accounts/keychain-call.ts'
import type { Keychain } from '../../main/accounts/keychain.ts'
import { startDemo, type DemoZendesk } from '../../main/demo/index.ts'
import { createZendesk } from '../../main/zendesk/client.ts'
import { createNodeFetchTransport } from '../../main/zendesk/node-fetch-transport.ts'
import type { SignInAttempt, SignInProblem } from '../../preload/contract.ts'
import { fail, ok } from '../../preload/result.ts'

let demo: DemoZendesk
let folder: string
let secrets: Map<string, string>
/** What the keychain says instead of an answer. */
let trouble: KeychainTrouble | null
let changes: (ActiveAccount | null)[]
let troubles: (SignInProblem | null)[]

beforeEach(async () => {
  demo = await startDemo()
  folder = mkdtempSync(join(tmpdir(), 'aftercall-accounts-'))
  secrets = new Map()
  trouble = null
  changes = []
  troubles = []
})
afterEach(async () => {
  await demo.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A keychain in memory; the real one has tests of its own. */
const keychain: Keychain = {
  get: (account) => Promise.resolve(trouble ? fail(trouble) : ok(secrets.get(account) ?? null)),
  set(account, secret) {
    if (trouble) return Promise.resolve(fail(trouble))
    secrets.set(account, secret)
    return Promise.resolve(ok(null))
  },
  remove(account) {
    if (trouble) return Promise.resolve(fail(trouble))
    secrets.delete(account)
    return Promise.resolve(ok(null))
  },
  status: () => ({ kind: 'ready' }),
  close: () => {},
}

const demoLogin = () => Promise.resolve({ origin: demo.url, email: demo.account.email, token: demo.account.apiToken })

/** As after a start of the program on the same profile. */
function start(startDemo = demoLogin): Accounts {
  return createAccounts({
    file: openAccountFile(join(folder, 'accounts.json'), () => new Date()),
    keychain,
    connect: ({ origin }, credentials) =>
      createZendesk({ transport: createNodeFetchTransport({ origin, version: '0' }), credentials, now: Date.now }),
    startDemo,
    allowLoopback: true,
    onChange: (active) => changes.push(active),
    onTrouble: (next) => troubles.push(next),
  })
}

const attempt = (changed: Partial<{ address: string; email: string; token: string }> = {}): SignInAttempt => ({
  address: demo.url,
  email: demo.account.email,
  with: 'token',
  token: demo.account.apiToken,
  ...changed,
})
const problem = async (tried: SignInAttempt) => {
  const answer = await start().signIn(tried)
  return answer.ok ? null : answer.error
}

test('signing in with a token keeps the secret in the keychain and in no file', async () => {
  const accounts = start()
  const answer = await accounts.signIn(attempt())
  expect(answer).toMatchObject({
    ok: true,
    value: { subdomain: 'demo', agent: { name: 'Maya Rossi' }, keptIn: 'keychain', demo: false },
  })
  expect([...secrets]).toEqual([[`demo/${demo.account.email}`, demo.account.apiToken]])
  expect(accounts.current()?.zendesk).not.toBeNull()
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name), 'utf8')).not.toContain(demo.account.apiToken)
})

test('signing in with email and password, as the reference does', async () => {
  const { email, password } = demo.account
  expect(await start().signIn({ address: demo.url, email: ` ${email} `, with: 'password', password })).toMatchObject({
    ok: true,
  })
})

describe('what can be wrong, each said as what it is', () => {
  test('nothing typed, another host, nonsense', async () => {
    expect(await problem(attempt({ address: ' ' }))).toEqual({ kind: 'addressEmpty' })
    expect(await problem(attempt({ address: 'acme.example.com' }))).toEqual({ kind: 'addressOther' })
    expect(await problem(attempt({ address: 'ac me' }))).toEqual({ kind: 'addressMalformed' })
    expect(await problem(attempt({ email: ' ' }))).toEqual({ kind: 'emailMissing' })
    expect(await problem(attempt({ token: ' ' }))).toEqual({ kind: 'secretMissing' })
  })
  test('a wrong token, an end user, a light agent', async () => {
    expect(await problem(attempt({ token: 'wrong' }))).toEqual({ kind: 'refused' })
    expect(await problem(attempt({ email: demo.otherLogins.endUser.email }))).toEqual({ kind: 'notAnAgent' })
    expect(await problem(attempt({ email: demo.otherLogins.lightAgent.email }))).toEqual({ kind: 'lightAgent' })
  })
  test('an address with no Zendesk behind it', async () => {
    demo.switches.unknownAccount = true
    expect(await problem(attempt())).toEqual({ kind: 'noSuchAccount' })
  })
  test('Zendesk busy, down, or not to be reached', async () => {
    demo.faults.add({ times: 1, fault: { kind: 'status', status: 429, headers: { 'Retry-After': '7' } } })
    expect(await problem(attempt())).toEqual({ kind: 'rateLimited', seconds: 7 })
    demo.faults.add({ times: 1, fault: { kind: 'status', status: 503 } })
    expect(await problem(attempt())).toEqual({ kind: 'down' })
    await demo.close()
    expect(await problem(attempt())).toEqual({ kind: 'offline' })
  })
  test('a secret no keychain takes', async () => {
    trouble = { kind: 'tooLong', bytes: 3000 }
    expect(await problem(attempt())).toEqual({ kind: 'secretTooLong' })
  })
})

test('nothing of a failed sign-in is kept', async () => {
  await start().signIn(attempt({ token: 'wrong' }))
  expect([start().current(), [...secrets], changes]).toEqual([null, [], []])
})

test('without a keychain the sign-in lasts until the program ends, and is said to', async () => {
  trouble = { kind: 'unavailable', why: 'service' }
  const accounts = start()
  expect(await accounts.signIn(attempt())).toMatchObject({ ok: true, value: { keptIn: 'session' } })
  expect(accounts.current()?.zendesk).not.toBeNull()
  expect(start().current()).toBeNull()
  expect(start().lastSignIn()).toEqual({ address: demo.url, email: demo.account.email })
})

describe('after a restart', () => {
  beforeEach(async () => {
    await start().signIn(attempt())
    changes = []
    troubles = []
  })

  test('the account is there at once and can send once the keychain has answered', async () => {
    const accounts = start()
    expect(accounts.current()).toMatchObject({ agentId: demo.account.agentId, zendesk: null })
    await accounts.restore()
    expect((await accounts.current()?.zendesk?.me())?.ok).toBe(true)
    expect(changes).toHaveLength(1)
  })

  test.each<[KeychainTrouble, SignInProblem['kind']]>([
    [{ kind: 'locked' }, 'keychainLocked'],
    [{ kind: 'waiting' }, 'keychainWaiting'],
    [{ kind: 'lost' }, 'keychainLost'],
    [{ kind: 'unavailable', why: 'library' }, 'keychainUnavailable'],
  ])('with a keychain that is %j the account stays, sending waits, and the reason is told', async (why, kind) => {
    trouble = why
    const accounts = start()
    await accounts.restore()
    expect(accounts.current()).toMatchObject({ agentId: demo.account.agentId, zendesk: null })
    expect(accounts.trouble()).toEqual({ kind })
    expect(troubles).toEqual([{ kind }])
  })

  test('nothing is refused while no secret is at hand: the reason it is missing stays', async () => {
    trouble = { kind: 'locked' }
    const accounts = start()
    await accounts.restore()
    accounts.refused()
    expect(accounts.trouble()).toEqual({ kind: 'keychainLocked' })
  })

  test('an empty keychain costs a sign-in, nothing else', async () => {
    secrets.clear()
    const accounts = start()
    await accounts.restore()
    expect(accounts.trouble()).toEqual({ kind: 'keychainLost' })
    await accounts.signIn(attempt())
    expect([accounts.trouble(), accounts.current()?.zendesk === null]).toEqual([null, false])
  })

  test('signing out removes the secret and the account', async () => {
    const accounts = start()
    await accounts.restore()
    await accounts.signOut()
    expect([accounts.current(), secrets.size, start().current()]).toEqual([null, 0, null])
  })
})

test('signing in as somebody else takes the first one’s secret out of the keychain', async () => {
  const accounts = start()
  await accounts.signIn(attempt())
  const { email } = demo.otherLogins.admin
  await accounts.signIn(attempt({ email }))
  expect([...secrets.keys()]).toEqual([`demo/${email}`])
  expect(start().current()).toMatchObject({ agentId: demo.otherLogins.admin.userId })
})

test('signing in again as the same agent keeps the new secret', async () => {
  const accounts = start()
  await accounts.signIn(attempt())
  const { email, password } = demo.account
  await accounts.signIn({ address: demo.url, email, with: 'password', password })
  expect([...secrets]).toEqual([[`demo/${email}`, password]])
  expect(changes.map((active) => active?.id)).toEqual([`demo/${demo.account.agentId}`, `demo/${demo.account.agentId}`])
})

test('a long address pasted from the browser does not cost the next start its sign-in', async () => {
  await start().signIn(attempt({ address: `${demo.url}/agent/filters/1?${'x'.repeat(1_000)}` }))
  expect(start().current()).toMatchObject({ agentId: demo.account.agentId })
})

test('a sign-in made by hand meanwhile is not undone by the keychain’s late answer', async () => {
  await start().signIn(attempt())
  const accounts = start()
  const restoring = accounts.restore()
  await accounts.signIn(attempt())
  const { zendesk } = accounts.current()!
  await restoring
  expect(accounts.current()?.zendesk).toBe(zendesk)
})

test('signing out while the keychain is asked stays signed out', async () => {
  await start().signIn(attempt())
  const accounts = start()
  const restoring = accounts.restore()
  await accounts.signOut()
  await restoring
  expect(accounts.current()).toBeNull()
})

test('a demo workspace that does not start says so, and restoring it too', async () => {
  await start().tryDemo()
  const accounts = start(() => Promise.reject(new Error('no port')))
  expect(await accounts.tryDemo()).toEqual({ ok: false, error: { kind: 'demoFailed' } })
  await accounts.restore()
  expect(accounts.trouble()).toEqual({ kind: 'demoFailed' })
  expect(accounts.current()).toMatchObject({ shown: { demo: true }, zendesk: null })
})

test('signing out says so when the keychain keeps the secret', async () => {
  const accounts = start()
  await accounts.signIn(attempt())
  trouble = { kind: 'locked' }
  expect(await accounts.signOut()).toEqual({ ok: false, error: { kind: 'keychainLocked' } })
  expect(accounts.current()).toBeNull()
})

test('a refused secret is told once', async () => {
  const accounts = start()
  await accounts.signIn(attempt())
  troubles = []
  accounts.refused()
  accounts.refused()
  expect(troubles).toEqual([{ kind: 'refused' }])
})

test('the demo workspace needs no secret and comes back after a restart', async () => {
  expect(await start().tryDemo()).toMatchObject({ ok: true, value: { demo: true } })
  expect(secrets.size).toBe(0)
  const accounts = start()
  await accounts.restore()
  expect(accounts.current()?.zendesk).not.toBeNull()
})

test('which secrets are stored is remembered beside the accounts', () => {
  const file = openAccountFile(join(folder, 'accounts.json'), () => new Date())
  const markers = markersIn(file)
  void markers.add('acme/a@b.example')
  expect(markersIn(openAccountFile(join(folder, 'accounts.json'), () => new Date())).has('acme/a@b.example')).toBe(true)
  void markers.remove('acme/a@b.example')
  expect(markers.has('acme/a@b.example')).toBe(false)
})
