import type { DeskEvents } from '../../preload/contract.ts'

/** As much of a BrowserWindow as is needed to tell its page something. */
interface Listener {
  isDestroyed(): boolean
  readonly webContents: { isCrashed(): boolean; send(channel: string, payload: unknown): void }
}

/** Tells the page. Without a window, or while its page is being restarted, nobody is told: app.start brings all of it. */
export function send<E extends keyof DeskEvents>(window: Listener | null, event: E, payload: DeskEvents[E]): void {
  if (!window || window.isDestroyed() || window.webContents.isCrashed()) return
  window.webContents.send(event, payload)
}
