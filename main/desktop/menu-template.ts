import type { MenuItemConstructorOptions } from 'electron'

/**
 * The one application menu: the Mac's menu bar; elsewhere no bar is shown and the menu only carries its shortcuts
 * (text size above all). Reloading is left out, because it would throw away what was just typed.
 */
export function menuTemplate(platform: {
  readonly mac: boolean
  readonly developing: boolean
}): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const window: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // The same without Shift, where plus sits on the equals key.
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
    { role: 'zoomOut' },
    separator,
    { role: 'minimize' },
    { role: 'close' },
    ...(platform.mac ? [separator, { role: 'front' } as const] : [{ role: 'quit', visible: false } as const]),
    ...(platform.developing ? [separator, { role: 'toggleDevTools' } as const] : []),
  ]
  const bar: MenuItemConstructorOptions[] = [{ role: 'editMenu' }, { role: 'windowMenu', submenu: window }]
  return platform.mac ? [{ role: 'appMenu' }, ...bar] : bar
}
