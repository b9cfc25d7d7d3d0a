import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import { SMALLEST, type Box } from './window-place.ts'

const TITLE = 'Aftercall'
/** `--bg` of the design tokens, painted before the page is there so that nothing flashes. */
export const BACKGROUND = { light: '#f4f6f7', dark: '#0f1719' } as const

/** A page of ours has no Node, no way around the web's own walls, and only the preload's bridge. */
const webPreferences = (preload: string): WebPreferences => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  webviewTag: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  // On Windows and Linux its dictionaries are downloaded from a third party; nothing leaves this computer unasked.
  spellcheck: false,
})

/** `preload` is the absolute path of the bundled bridge. */
export const windowOptions = (options: {
  readonly preload: string
  readonly dark: boolean
  readonly place: Partial<Box> & Pick<Box, 'width' | 'height'>
}): BrowserWindowConstructorOptions => ({
  ...options.place,
  title: TITLE,
  minWidth: SMALLEST.width,
  minHeight: SMALLEST.height,
  backgroundColor: options.dark ? BACKGROUND.dark : BACKGROUND.light,
  show: false,
  webPreferences: webPreferences(options.preload),
})
