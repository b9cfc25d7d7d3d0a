import { call, clearDesk, emit } from '../fake-desk.ts'
import { beforeEach, expect, test } from 'vitest'
import {
  changeSettings,
  followSession,
  session,
  signIn,
  signOut,
  takeSession,
  tryDemo,
} from '../../../renderer/state/session.svelte.ts'
import { account, idle, start } from '../../page/stories.ts'

const attempt = { address: 'acme', email: account.agent.email, with: 'token', token: 'the-secret' } as const

beforeEach(() => {
  clearDesk()
  takeSession(start)
  session.signingIn = false
})

test('signing in takes the account over and ends the trouble before', async () => {
  takeSession({ ...start, account: null, accountTrouble: { kind: 'keychainLost' } })
  session.signingIn = true
  call('accounts.signIn').mockResolvedValue({ ok: true, value: account })
  expect(await signIn(attempt)).toBeNull()
  expect(session).toMatchObject({ account, trouble: null, signingIn: false })
  expect(JSON.stringify(session), 'no secret stays in the page').not.toContain('the-secret')
})

test('a refusal is answered and changes nothing', async () => {
  takeSession({ ...start, account: null })
  call('accounts.signIn').mockResolvedValue({ ok: false, error: { kind: 'refused' } })
  expect(await signIn(attempt)).toEqual({ kind: 'refused' })
  expect(session.account).toBeNull()
})

test('the demo is signed in to like any account', async () => {
  takeSession({ ...start, account: null })
  call('accounts.tryDemo').mockResolvedValue({ ok: true, value: { ...account, demo: true } })
  expect(await tryDemo()).toBeNull()
  expect(session.account?.demo).toBe(true)
})

test('signing out leaves no account', async () => {
  await signOut()
  expect(session.account).toBeNull()
})

test('a setting changes on screen at once, and says whether it was kept', async () => {
  call('settings.change').mockResolvedValue({ ok: false, error: { kind: 'notKept' } })
  const kept = changeSettings({ theme: 'dark' })
  expect(session.settings).toEqual({ ...start.settings, theme: 'dark' })
  expect(await kept).toBe(false)
  call('settings.change').mockResolvedValue({ ok: true, value: start.settings })
  expect(await changeSettings({ country: 'IE' })).toBe(true)
  expect(call('settings.change')).toHaveBeenLastCalledWith({ country: 'IE' })
})

test('what main tells is followed', () => {
  followSession(start)
  emit('account.trouble', { kind: 'refused' })
  emit('storage.changed', { kind: 'diskFull' })
  emit('sending.changed', { ...idle, state: 'offline' })
  expect(session).toMatchObject({
    trouble: { kind: 'refused' },
    storage: { kind: 'diskFull' },
    sending: { state: 'offline' },
  })
  emit('account.changed', null)
  expect(session.account).toBeNull()
})
