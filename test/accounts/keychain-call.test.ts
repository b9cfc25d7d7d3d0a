import { expect, test } from 'vitest'
import { callKeytar } from '../../main/accounts/keychain-call.ts'
import type { Keytar } from '../../main/accounts/keytar.ts'

const rejecting = (message: string): (() => Promise<Keytar>) => {
  const reject = () => Promise.reject(new Error(message))
  return () => Promise.resolve({ getPassword: reject, setPassword: reject, deletePassword: reject })
}

test.each([
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', { kind: 'unavailable', why: 'service' }],
  ['Automatisches Starten von D-Bus ohne X11-$DISPLAY nicht möglich', { kind: 'unavailable', why: 'service' }],
  ['The name org.freedesktop.secrets was not provided by any .service files', { kind: 'unavailable', why: 'service' }],
  [
    'Objekt existiert nicht unter dem Pfad »/org/freedesktop/secrets/collection/login«',
    { kind: 'unavailable', why: 'noKeyring' },
  ],
  ['Cannot create an item in a locked collection', { kind: 'locked' }],
  ['org.freedesktop.Secret.Error.IsLocked', { kind: 'locked' }],
  ['User interaction is not allowed.', { kind: 'locked' }],
  ['User canceled the operation.', { kind: 'locked' }],
  ['The user name or passphrase you entered is not correct.', { kind: 'locked' }],
  ['', { kind: 'unavailable', why: 'service' }],
])('the system says "%s"', async (message, error) => {
  for (const request of [
    { do: 'get', account: 'a' },
    { do: 'set', account: 'a', secret: 's' },
    { do: 'remove', account: 'a' },
  ] as const) {
    expect(await callKeytar(request, rejecting(message))).toEqual({ ok: false, error })
  }
})

test('items are filed under the name of the app', async () => {
  const seen: string[][] = []
  const note = (...args: string[]) => Promise.resolve(void seen.push(args))
  const keytar: Keytar = {
    getPassword: (...args) => note(...args).then(() => null),
    setPassword: note,
    deletePassword: (...args) => note(...args).then(() => true),
  }
  const load = () => Promise.resolve(keytar)
  expect(await callKeytar({ do: 'set', account: 'a', secret: 's' }, load)).toEqual({ ok: true, value: null })
  expect(await callKeytar({ do: 'get', account: 'a' }, load)).toEqual({ ok: true, value: null })
  expect(await callKeytar({ do: 'remove', account: 'a' }, load)).toEqual({ ok: true, value: true })
  expect(seen).toEqual([
    ['Aftercall', 'a', 's'],
    ['Aftercall', 'a'],
    ['Aftercall', 'a'],
  ])
})
