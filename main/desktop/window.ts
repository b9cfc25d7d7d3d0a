import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import { ORIGIN } from './asset-path.ts'
import { createBudget } from './budget.ts'
import type { Log } from './log.ts'
import { BACKGROUND, windowOptions } from './window-options.ts'
import { placeWindow, type PlaceMemory } from './window-place.ts'

export interface MainWindow {
  /** Brings the window to the front, making it first when there is none. */
  show(): void
  /** Null while there is none. */
  current(): BrowserWindow | null
  /** Whether a page that sent something is the one in our window. */
  isOurs(sender: Pick<WebContents, 'id'>): boolean
}

/** The only maker of windows. `preload` is the absolute path of the bundled bridge. */
export function createMainWindow(options: {
  readonly preload: string
  readonly place: PlaceMemory
  readonly log: Log
}): MainWindow {
  const { place, log } = options
  // A page that crashes at once, again and again, is left alone.
  const mayReload = createBudget(3, 60_000, () => performance.now())
  let window: BrowserWindow | null = null

  function make(): BrowserWindow {
    const remembered = place.read()
    const displays = screen.getAllDisplays().map((display) => display.workArea)
    const made = new BrowserWindow(
      windowOptions({
        preload: options.preload,
        dark: nativeTheme.shouldUseDarkColors,
        place: placeWindow(remembered, displays),
      }),
    )
    // No bar, also not by the Alt key; the menu's shortcuts go on working.
    if (process.platform !== 'darwin') made.setMenuBarVisibility(false)
    made.once('ready-to-show', () => {
      if (remembered?.maximised) made.maximize()
      made.show()
    })
    made.on('page-title-updated', (event) => event.preventDefault())
    made.on('close', () => place.keep({ ...made.getNormalBounds(), maximised: made.isMaximized() }))
    made.on('closed', () => (window = null))
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      log('window.gone', { reason })
      // Drafts are kept as they are typed, so the fresh page has them again.
      if (reason !== 'clean-exit' && mayReload()) setImmediate(() => load(made))
    })
    made.webContents.on('did-fail-load', (_event, _code, _text, _url, isMainFrame) => {
      if (isMainFrame) log('window.notLoaded')
    })
    load(made)
    return made
  }

  nativeTheme.on('updated', () => {
    window?.setBackgroundColor(nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light)
  })

  return {
    show() {
      if (!window) window = make()
      else {
        if (window.isMinimized()) window.restore()
        window.show()
        window.focus()
      }
    },
    current: () => window,
    isOurs: (sender) => window !== null && window.webContents.id === sender.id,
  }
}

/** What the page sees as prefers-color-scheme, and the window's background with it. */
export function setTheme(theme: 'system' | 'light' | 'dark'): void {
  nativeTheme.themeSource = theme
}

function load(window: BrowserWindow): void {
  // A failure to load is told as 'did-fail-load'.
  if (!window.isDestroyed()) window.loadURL(`${ORIGIN}/`).catch(() => {})
}
