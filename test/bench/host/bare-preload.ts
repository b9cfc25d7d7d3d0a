import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('bare', {
  save: (text: string): Promise<unknown> => ipcRenderer.invoke('bare.save', text),
})
