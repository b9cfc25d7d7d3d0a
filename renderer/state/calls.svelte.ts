import type { CallItem } from '../../preload/contract.ts'
import { desk } from './desk.ts'

/** Today's calls and older ones not sent yet, newest first. */
export const calls: { items: CallItem[] } = $state({ items: [] })

export function followCalls(items: readonly CallItem[]): void {
  takeCalls(items)
  // What a listener returns is copied to the other side of the bridge, and state can't be copied: nothing is returned.
  desk.on('calls.changed', (item) => {
    calls.items = withItem(calls.items, item)
  })
}

/** Another account shows other calls. */
export function takeCalls(items: readonly CallItem[]): void {
  calls.items = [...items]
}

/** The list with one call changed or added, newest first by when it was saved. */
export function withItem(items: readonly CallItem[], item: CallItem): CallItem[] {
  const rest = items.filter((other) => other.id !== item.id)
  const older = rest.findIndex(({ savedAt }) => savedAt < item.savedAt)
  return older < 0 ? [...rest, item] : rest.toSpliced(older, 0, item)
}

/** An unsent call that became a draft again. */
export function dropCall(id: string): void {
  calls.items = calls.items.filter((item) => item.id !== id)
}
