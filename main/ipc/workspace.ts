import type { CallItem, Sending, StorageTrouble } from '../../preload/contract.ts'
import type { Country } from '../../preload/numbers.ts'
import type { ActiveAccount } from '../accounts/accounts.ts'
import { createCalls, type Calls } from '../calls/calls.ts'
import { createSender, type Sender } from '../calls/sender.ts'
import type { Store } from '../calls/store.ts'

/** What belongs to the signed-in account: its calls and, once its secret is at hand, its sending. */
export interface Workspace {
  readonly account: ActiveAccount
  readonly calls: Calls
  readonly sender: Sender | null
  sending(): Sending
}

export interface WorkspaceParts {
  readonly account: ActiveAccount
  readonly store: Store
  readonly country: () => Country
  readonly now: () => Date
  /** Milliseconds since the computer was started. */
  readonly monotonic: () => number
  readonly random: () => number
  readonly schedule: (ms: number, run: () => void) => () => void
  readonly onItem: (item: CallItem) => void
  readonly onSending: (sending: Sending) => void
  /** The ticket could not be shown in the agent's Zendesk tab. */
  readonly onDisplayFailed: (account: ActiveAccount, ticketId: number) => void
  readonly onTrouble: (trouble: StorageTrouble) => void
  /** Whether the sign-in is known to be of no use. While the keychain has not answered, nobody knows. */
  readonly signedOut: () => boolean
}

/** Opens an account's workspace and starts sending what waits in it. */
export function openWorkspace(parts: WorkspaceParts): Workspace {
  const { account, store, now, monotonic } = parts
  const sender =
    account.zendesk &&
    createSender({
      ...parts,
      accountId: account.id,
      agentId: account.agentId,
      zendesk: account.zendesk,
      onDisplayFailed: (_entry, ticketId) => parts.onDisplayFailed(account, ticketId),
    })
  const calls = createCalls({
    store,
    accountId: account.id,
    country: parts.country,
    now,
    monotonic,
    sender: () => sender,
  })
  sender?.kick('network')

  function sending(): Sending {
    if (sender) return sender.sending()
    const counts = store.counts(account.id)
    const state = parts.signedOut() ? 'signIn' : 'idle'
    return { state, until: null, ...(counts.ok ? counts.value : { waiting: 0, needsYou: 0 }) }
  }

  return {
    account,
    calls: {
      ...calls,
      save(draft) {
        const saved = calls.save(draft)
        // With no sender to tell it, the count of what waits has still grown.
        if (saved.ok && !sender) parts.onSending(sending())
        return saved
      },
    },
    sender,
    sending,
  }
}
