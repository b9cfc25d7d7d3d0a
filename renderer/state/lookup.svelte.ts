import { untrack } from 'svelte'
import type { CallerAnswer } from '../../preload/contract.ts'
import type { CallerChoice, Draft } from '../../preload/draft.ts'
import { readNumber } from '../../preload/numbers.ts'
import { desk } from './desk.ts'
import { edited } from './drafts.svelte.ts'
import { decide } from './decide.ts'
import { session } from './session.svelte.ts'

/** How long typing has to rest before Zendesk is asked, in milliseconds. */
const LOOKUP_REST_MS = 200
/** How long Save waits for an answer on its way before the caller is left for later, in milliseconds. */
const SAVE_WAIT_MS = 1000

export interface Lookup {
  /** Null until the number as it stands was answered for. */
  readonly answer: CallerAnswer | null
  readonly looking: boolean
  choose(choice: CallerChoice): void
  /** Waits a moment for a lookup under way; one that takes longer is done when the call is sent. */
  settle(): Promise<void>
}

/** Asks who has the number of a draft, while it is typed. To be called while a component is set up. */
export function lookUpCaller(of: () => Draft): Lookup {
  let answer: CallerAnswer | null = $state(null)
  let asking: Promise<void> | null = $state(null)
  let last = { id: '', number: '' }
  let callOff = (): void => {}
  $effect(() => () => callOff())

  $effect(() => {
    const draft = of()
    const read = readNumber(draft.theirNumber, session.settings.country)
    const number = read.is === 'number' ? read.e164 : read.is
    untrack(() => {
      // Grouping the digits is no new number, so a question under way goes on.
      if (last.id === draft.id && last.number === number) return
      if (last.id === draft.id) choose({ is: 'open' })
      last = { id: draft.id, number }
      answer = null
      callOff()
      if (read.is === 'number') callOff = ask(draft, read.e164)
      else answered(draft, { is: read.is })
    })
  })

  function ask(draft: Draft, e164: string): () => void {
    let current = true
    let finish = (): void => {}
    asking = new Promise((done) => (finish = done))
    const timer = setTimeout(async () => {
      // A bug in the lookup must not keep the call from being written up.
      const got = await desk.callers.find(e164).catch((): CallerAnswer => ({ is: 'unreachable', why: 'busy' }))
      if (current) answered(draft, got)
      finish()
    }, LOOKUP_REST_MS)
    return () => {
      current = false
      clearTimeout(timer)
      finish()
    }
  }

  function answered(draft: Draft, got: CallerAnswer): void {
    answer = got
    asking = null
    draft.caller = decide(got, draft.caller)
  }

  function choose(choice: CallerChoice): void {
    const draft = of()
    draft.caller = choice
    edited(draft)
  }

  async function settle(): Promise<void> {
    if (asking === null) return
    await Promise.race([asking, new Promise((done) => setTimeout(done, SAVE_WAIT_MS))])
    if (asking !== null && of().caller.is === 'open') choose({ is: 'later' })
  }

  return {
    get answer() {
      return answer
    },
    get looking() {
      return asking !== null
    },
    choose,
    settle,
  }
}
