import type { Result } from '../../preload/result.ts'
import { fail, ok } from '../../preload/result.ts'
import type { Opened, OpenProblem, Start, StorageTrouble } from '../../preload/contract.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Database } from '../calls/database.ts'
import type { Store } from '../calls/store.ts'
import { findCallers } from '../callers/find.ts'
import type { openSettings } from '../settings/settings.ts'
import { ticketUrl, userUrl } from '../zendesk/address.ts'
import type { Answer } from '../zendesk/zendesk.ts'
import type { Intake } from '../../preload/intake.ts'
import type { Handlers } from './calls.ts'
import type { Workspace } from './workspace.ts'

export interface HandlerDeps {
  readonly accounts: Accounts
  readonly settings: ReturnType<typeof openSettings>
  readonly store: Store
  readonly database: Pick<Database, 'salvaged'>
  readonly workspace: () => Workspace | null
  /** Brings a kept sign-in back, once; settles when that is done, well or not. */
  readonly restored: () => Promise<void>
  readonly readDropped: (paths: readonly string[]) => Promise<readonly Intake[]>
  /** The system's open dialog; no paths when it was cancelled. */
  readonly pickFiles: () => Promise<readonly string[]>
  /** Opens a page of the account's Zendesk in the agent's browser. */
  readonly openPage: (url: string, origin: string) => Promise<Result<null, unknown>>
  readonly onTheme: (theme: 'system' | 'light' | 'dark') => void
  readonly onStorage: (trouble: StorageTrouble | null) => void
  readonly about: Pick<Start, 'version' | 'locale' | 'platform'>
}

/** One function per call of the contract. They put parts together; what is decided is decided in the parts. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const { accounts, settings, store, workspace } = deps
  let salvagedTold = 0

  /** Tells the page about the disk, whichever call found out. */
  function noted<T, E>(result: Result<T, E | StorageTrouble>): Result<T, E | StorageTrouble> {
    if (result.ok) deps.onStorage(null)
    else if (isStorageTrouble(result.error)) deps.onStorage(result.error)
    return result
  }

  const kept = <T>(result: Result<T, StorageTrouble>, otherwise: T): T => {
    noted(result)
    return result.ok ? result.value : otherwise
  }

  /** In the agent's Zendesk tab if Zendesk can, else by its link. */
  async function open(display: Answer<null>, url: string, origin: string): Promise<Result<Opened, OpenProblem>> {
    const displayed = await display
    if (displayed.ok) return ok('zendesk')
    if (displayed.error.kind === 'unauthorised') accounts.refused()
    const opened = await deps.openPage(url, origin)
    return opened.ok ? ok('browser') : fail({ kind: 'browserFailed' })
  }

  async function openCaller(userId: number): Promise<Result<Opened, OpenProblem>> {
    const account = accounts.current()
    if (!account?.zendesk) return fail({ kind: 'signedOut' })
    return open(
      account.zendesk.displayUser(account.agentId, userId),
      userUrl(account.address, userId),
      account.address.origin,
    )
  }

  /** What a damaged file gave back since this was asked last. */
  function broughtBack(): Start['broughtBack'] {
    const fresh = deps.database.salvaged().slice(salvagedTold)
    salvagedTold += fresh.length
    if (fresh.length === 0) return null
    return {
      calls: fresh.reduce((sum, { entries }) => sum + entries, 0),
      drafts: fresh.reduce((sum, { drafts }) => sum + drafts, 0),
    }
  }

  return {
    app: {
      async start() {
        // Signing in again is work that the first paint need not wait for.
        setImmediate(() => void deps.restored())
        const current = workspace()
        const drafts = current ? kept(store.drafts(current.account.id), { drafts: [], unreadable: 0 }) : { drafts: [] }
        const today = current ? current.calls.today() : ok([])
        return {
          ...deps.about,
          account: current?.account.shown ?? null,
          accountTrouble: accounts.trouble(),
          lastSignIn: accounts.lastSignIn(),
          settings: settings.read(),
          drafts: drafts.drafts,
          calls: kept(today, []),
          sending: current?.sending() ?? { state: 'idle', until: null, waiting: 0, needsYou: 0 },
          storage: today.ok ? null : today.error,
          broughtBack: broughtBack(),
        }
      },
    },
    accounts: {
      signIn: (attempt) => accounts.signIn(attempt),
      tryDemo: () => accounts.tryDemo(),
      signOut: () => accounts.signOut(),
    },
    settings: {
      async change(patch) {
        const next = { ...settings.read(), ...patch }
        const written = settings.write(next)
        deps.onTheme(next.theme)
        return written.ok ? ok(next) : written
      },
    },
    drafts: {
      async keep(draft) {
        const account = accounts.current()
        return account ? noted(store.keepDraft(account.id, draft)) : ok(null)
      },
      async discard(id) {
        const account = accounts.current()
        return account ? noted(store.discardDraft(account.id, id)) : ok(null)
      },
    },
    callers: {
      async find(number) {
        // Whoever types right after the start is not told that nobody can be asked.
        if (accounts.current()?.zendesk === null) await deps.restored()
        const answer = await findCallers(number, settings.read().country, accounts.current()?.zendesk ?? null)
        if (answer.is === 'unreachable' && answer.why === 'signIn') workspace()?.sender?.pause()
        return answer
      },
      open: openCaller,
    },
    calls: {
      async save(draft) {
        const current = workspace()
        return current ? noted(current.calls.save(draft)) : fail({ kind: 'signedOut' })
      },
      async today() {
        return kept(workspace()?.calls.today() ?? ok([]), [])
      },
      async sendNow(id) {
        workspace()?.calls.sendNow(id)
        return null
      },
      async correct(id) {
        const current = workspace()
        return current ? noted(current.calls.correct(id)) : fail({ kind: 'gone' })
      },
      async openTicket(id) {
        const item = await itemOf(id)
        const account = accounts.current()
        if (item?.state.is !== 'sent') return fail({ kind: 'noTicket' })
        if (!account?.zendesk) return fail({ kind: 'signedOut' })
        const { ticketId } = item.state
        const shown = account.zendesk.displayTicket(account.agentId, ticketId)
        return open(shown, ticketUrl(account.address, ticketId), account.address.origin)
      },
      async openCaller(id) {
        const userId = (await itemOf(id))?.callerId
        return userId ? openCaller(userId) : fail({ kind: 'noCaller' })
      },
    },
    intake: {
      readDropped: deps.readDropped,
      async pickFiles() {
        return deps.readDropped(await deps.pickFiles())
      },
    },
  }

  async function itemOf(id: string) {
    const current = workspace()
    return current ? kept(current.calls.item(id), null) : null
  }
}

const STORAGE: readonly string[] = [
  'diskFull',
  'readOnly',
  'damaged',
  'busy',
  'failed',
] satisfies StorageTrouble['kind'][]
const isStorageTrouble = (error: unknown): error is StorageTrouble =>
  typeof error === 'object' && error !== null && 'kind' in error && STORAGE.includes(String(error.kind))
