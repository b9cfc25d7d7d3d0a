import type { State } from './account/model.ts'
import type { Access } from './auth.ts'
import type { Clock } from './clock.ts'
import type { Limiter } from './limits.ts'
import type { Switches } from './switches.ts'

/** A page Zendesk was told to open in an agent's browser. */
export interface Pop {
  readonly at: number
  readonly agentId: number
  /** Who asked for it. */
  readonly byUserId: number
  readonly target: { readonly kind: 'ticket' | 'user'; readonly id: number }
  /** False when the agent had no browser open. */
  readonly delivered: boolean
}

/** All an answer depends on besides the request. */
export interface World {
  readonly state: State
  readonly switches: Switches
  readonly clock: Clock
  readonly access: Access
  readonly accountLimiter: Limiter
  readonly ticketUpdateLimiter: Limiter
  /** Every pop, oldest first. */
  readonly pops: Pop[]
  /** Told of each delivered pop, in the place of the agent's browser. */
  readonly onPop: (pop: Pop) => void
}

/** Opens a ticket or a profile in an agent's browser. False when Zendesk would say that it did not get there. */
export function pop(world: World, agentId: number, byUserId: number, target: Pop['target']): boolean {
  const delivered = world.switches.agentBrowser === 'open'
  const opened: Pop = { at: world.clock.now(), agentId, byUserId, target, delivered }
  world.pops.push(opened)
  if (delivered) world.onPop(opened)
  return world.switches.agentBrowser !== 'closedAnswers404'
}
