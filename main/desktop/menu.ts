import { app, Menu } from 'electron'
import { menuTemplate } from './menu-template.ts'

/** After ready, before the first window. */
export function installMenu(): void {
  const template = menuTemplate({ mac: process.platform === 'darwin', developing: !app.isPackaged })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
