import { app, Menu } from 'electron'
import { menuTemplate } from './menu-template.ts'

/** Before ready: Electron would build a menu of its own, only for ours to take its place. */
export const skipDefaultMenu = (): void => Menu.setApplicationMenu(null)

/** After ready, before the first window. */
export function installMenu(): void {
  const template = menuTemplate({ mac: process.platform === 'darwin', developing: !app.isPackaged })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
