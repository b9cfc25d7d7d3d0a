import { join } from 'node:path'
import type { Accounts, ActiveAccount } from '../../main/accounts/accounts.ts'
import type { Salvaged } from '../../main/calls/salvage.ts'
import type { DemoZendesk } from '../../main/demo/index.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { openWorkspace, type Workspace } from '../../main/ipc/workspace.ts'
import { openSettings } from '../../main/settings/settings.ts'
import type { CallItem, Sending, StorageTrouble } from '../../preload/contract.ts'
import type { Draft } from '../../preload/draft.ts'
import { fail, ok } from '../../preload/result.ts'
import { draft } from '../fakes/calls.ts'
import { clientOf, runningDemo } from '../fakes/demo-desk.ts'
import { freshFolder, freshStore } from '../fakes/profile.ts'

const now = (): Date => new Date('2026-11-23T09:00:00Z')

export function accountOf(demo: DemoZendesk, more: Partial<ActiveAccount> = {}): ActiveAccount {
  const { agentId, email } = demo.account
  const agent = { id: agentId, name: 'Maya Rossi', email }
  return {
    id: `demo/${agentId}`,
    agentId,
    address: { origin: demo.url, subdomain: 'demo' },
    shown: { subdomain: 'demo', agent, demo: false, keptIn: 'keychain' },
    zendesk: clientOf(demo),
    ...more,
  }
}

/** A workspace on real files and sockets, and what it told. */
export function workspaceOf(account: ActiveAccount, { store } = freshStore(), signedOut = () => false) {
  const told: { items: CallItem[]; sending: Sending[]; notDisplayed: number[]; trouble: StorageTrouble[] } = {
    items: [],
    sending: [],
    notDisplayed: [],
    trouble: [],
  }
  let look = (): void => {}
  const workspace = openWorkspace({
    account,
    store,
    country: () => 'DE',
    now,
    monotonic: () => performance.now(),
    random: Math.random,
    schedule(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onItem(item) {
      told.items.push(item)
      look()
    },
    onSending: (sending) => told.sending.push(sending),
    onDisplayFailed: (_account, ticketId) => {
      told.notDisplayed.push(ticketId)
      look()
    },
    onTrouble: (trouble) => told.trouble.push(trouble),
    signedOut,
  })
  /** Settles as soon as what was told makes it true. */
  const until = (isTrue: () => boolean) =>
    new Promise<void>((done) => {
      look = () => isTrue() && done()
      look()
    })
  const sent = (id: string) => until(() => told.items.some((item) => item.id === id && item.state.is === 'sent'))
  return { workspace, told, until, sent }
}

/** The handlers on real parts: store, settings, workspace, and a client on a demo Zendesk. */
export async function handlersKit(more: Partial<ActiveAccount> = {}, { browserOpens = true } = {}) {
  const demo = await runningDemo()
  const kept = freshStore()
  const settings = openSettings(join(freshFolder(), 'settings.json'), 'DE', now)
  const opened = workspaceOf(accountOf(demo, more), kept)
  const noted: (StorageTrouble | null)[] = []
  const salvaged: Salvaged[] = []
  const opens: string[] = []
  const themes: string[] = []
  const kit = {
    workspace: opened.workspace as Workspace | null,
    refusals: 0,
    restores: 0,
    dropped: [] as string[][],
    /** What restoring the sign-in does. */
    restore: (): ActiveAccount | null => kit.account,
    account: opened.workspace.account as ActiveAccount | null,
  }
  const accounts: Accounts = {
    current: () => kit.account,
    trouble: () => null,
    lastSignIn: () => ({ address: 'acme', email: 'ada@acme.example' }),
    restore: () => Promise.resolve(),
    signIn: () => Promise.resolve(fail({ kind: 'refused' })),
    tryDemo: () => Promise.resolve(fail({ kind: 'demoFailed' })),
    signOut: () => Promise.resolve(ok(null)),
    refused: () => (kit.refusals += 1),
  }
  const handlers = createHandlers({
    accounts,
    settings,
    store: kept.store,
    database: { salvaged: () => salvaged },
    workspace: () => kit.workspace,
    async restored() {
      kit.restores += 1
      kit.account = kit.restore()
    },
    readDropped: (paths) => {
      kit.dropped.push([...paths])
      return Promise.resolve([])
    },
    pickFiles: () => Promise.resolve(['/v/picked.wav']),
    openPage(url) {
      opens.push(url)
      return Promise.resolve(browserOpens ? ok(null) : fail({ kind: 'failed' }))
    },
    onTheme: (theme) => themes.push(theme),
    onStorage: (trouble) => noted.push(trouble),
    about: { version: '1.2.3', locale: 'de-DE', platform: 'linux' },
  })
  /** A call of the demo's customer, saved and sent; answers its item. */
  async function send(changes: Partial<Draft> = {}): Promise<CallItem> {
    const typed = draft({ caller: { is: 'known', userId: demo.account.endUserId, name: 'Jane Doe' }, ...changes })
    await handlers.calls.save(typed)
    await opened.sent(typed.id)
    return (await handlers.calls.today()).find(({ id }) => id === typed.id)!
  }
  return { ...opened, kit, demo, handlers, settings, noted, salvaged, opens, themes, send, database: kept.database }
}
