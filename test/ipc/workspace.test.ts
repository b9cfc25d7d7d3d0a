import { expect, test } from 'vitest'
import { draft } from '../fakes/calls.ts'
import { clientOf, runningDemo } from '../fakes/demo-desk.ts'
import { freshStore, valueOf } from '../fakes/profile.ts'
import { accountOf, workspaceOf } from './handlers-kit.ts'

test('what was saved without a secret goes out once the secret is there', async () => {
  const demo = await runningDemo()
  const kept = freshStore()
  const typed = draft({ caller: { is: 'known', userId: demo.account.endUserId, name: 'Jane Doe' } })
  const before = workspaceOf(accountOf(demo, { zendesk: null }), kept)
  expect(valueOf(before.workspace.calls.save(typed)).state).toMatchObject({ is: 'waiting' })
  expect(before.told.sending).toEqual([{ state: 'idle', until: null, waiting: 1, needsYou: 0 }])
  expect(before.workspace.sender).toBeNull()

  const after = workspaceOf(accountOf(demo), kept)
  await after.sent(typed.id)
  expect(demo.tickets().filter((ticket) => ticket.external_id === typed.id)).toHaveLength(1)
})

test('without a secret, sending says that a sign-in is missing only once that is known', async () => {
  const demo = await runningDemo()
  const account = accountOf(demo, { zendesk: null })
  let signedOut = false
  const { workspace } = workspaceOf(account, freshStore(), () => signedOut)
  expect(workspace.sending().state).toBe('idle')
  signedOut = true
  expect(workspace.sending().state).toBe('signIn')
})

test('an agent with no Zendesk tab open gets the ticket by its link', async () => {
  const demo = await runningDemo({ switches: { agentBrowser: 'closedAnswers404' } })
  const { workspace, told, until } = workspaceOf(accountOf(demo))
  const typed = draft({ openTicket: true, caller: { is: 'known', userId: demo.account.endUserId, name: 'Jane Doe' } })
  valueOf(workspace.calls.save(typed))
  await until(() => told.notDisplayed.length > 0)
  const ticket = demo.tickets().find(({ external_id }) => external_id === typed.id)
  expect(told.notDisplayed).toEqual([ticket?.id])
})

test('one agent’s calls are not another’s, on the same computer', async () => {
  const demo = await runningDemo()
  const kept = freshStore()
  const maya = workspaceOf(accountOf(demo, { zendesk: null }), kept)
  valueOf(maya.workspace.calls.save(draft()))
  const other = workspaceOf(accountOf(demo, { id: 'demo/2', agentId: 2, zendesk: clientOf(demo) }), kept)
  expect(valueOf(other.workspace.calls.today())).toEqual([])
  expect(other.workspace.sending()).toMatchObject({ waiting: 0 })
  expect(demo.tickets().some(({ external_id }) => external_id !== null)).toBe(false)
})
