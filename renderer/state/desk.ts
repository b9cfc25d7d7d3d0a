import type { DeskBridge } from '../../preload/contract.ts'

declare global {
  interface Window {
    readonly desk: DeskBridge
  }
}

/** The only way out of the page. */
export const desk: DeskBridge = window.desk
