import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import { buildBridge } from './bridge.ts'

contextBridge.exposeInMainWorld(
  'desk',
  buildBridge({
    invoke: (channel, args) => ipcRenderer.invoke(channel, ...args),
    listen(channel, listener) {
      const heard = (_event: IpcRendererEvent, payload: unknown) => listener(payload)
      ipcRenderer.on(channel, heard)
      return () => void ipcRenderer.off(channel, heard)
    },
    pathOf: (file) => webUtils.getPathForFile(file),
  }),
)
