import { expect, it } from 'vitest'
import { send } from '../../main/ipc/send.ts'

function fakeWindow(state: { destroyed?: boolean; crashed?: boolean } = {}) {
  const sent: unknown[] = []
  const webContents = { isCrashed: () => state.crashed === true, send: (...all: unknown[]) => void sent.push(all) }
  return { isDestroyed: () => state.destroyed === true, webContents, sent }
}

it('tells the page of a window', () => {
  const window = fakeWindow()
  send(window, 'account.trouble', { kind: 'offline' })
  expect(window.sent).toEqual([['account.trouble', { kind: 'offline' }]])
})

it.each([{ destroyed: true }, { crashed: true }])('tells nobody when the window is gone: %j', (state) => {
  const window = fakeWindow(state)
  send(window, 'account.changed', null)
  expect(window.sent).toEqual([])
})

it('tells nobody when there is no window', () => expect(() => send(null, 'account.changed', null)).not.toThrow())
