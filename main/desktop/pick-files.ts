import type { BaseWindow, Dialog } from 'electron'

export interface PickOptions {
  /** Where the dialog starts. */
  readonly folder: string
  readonly labels: { readonly title: string; readonly recordings: string; readonly allFiles: string }
}

/** The system's open dialog for recordings. Absolute paths, none when it was cancelled. */
export async function pickFiles(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BaseWindow,
  { folder, labels }: PickOptions,
): Promise<readonly string[]> {
  const picked = await dialog.showOpenDialog(window, {
    title: labels.title,
    defaultPath: folder,
    filters: [
      { name: labels.recordings, extensions: ['wav', 'mp3'] },
      { name: labels.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  })
  return picked.canceled ? [] : picked.filePaths
}
