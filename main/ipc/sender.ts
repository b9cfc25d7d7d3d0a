import { ORIGIN } from '../desktop/asset-path.ts'

/** Who sent a message, as much of Electron's IpcMainInvokeEvent as is looked at. */
export interface Incoming {
  readonly sender: { readonly id: number }
  /** Null, or throwing when touched, once the frame has navigated or gone. */
  readonly senderFrame: Frame | null
}

interface Frame {
  readonly origin: string
  readonly parent: object | null
  /** Missing in the oldest Electron we run on. */
  readonly detached?: boolean
}

/** The main frame of a window of ours, showing our page. Ask before anything is awaited: the frame may go away. */
export function fromOurPage(event: Incoming, isOurs: (sender: Incoming['sender']) => boolean): boolean {
  try {
    const frame = event.senderFrame
    return (
      frame !== null &&
      frame.origin === ORIGIN &&
      frame.parent === null &&
      frame.detached !== true &&
      isOurs(event.sender)
    )
  } catch {
    return false
  }
}
