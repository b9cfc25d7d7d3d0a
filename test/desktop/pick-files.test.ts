import type { BaseWindow, OpenDialogOptions } from 'electron'
import { expect, it } from 'vitest'
import { pickFiles } from '../../main/desktop/pick-files.ts'

const labels = { title: 'Add voicemails', recordings: 'Recordings', allFiles: 'All files' }
const window = {} as BaseWindow

it('asks for recordings, starting in the given folder', async () => {
  const asked: OpenDialogOptions[] = []
  const showOpenDialog = async (_window: unknown, options?: OpenDialogOptions) => {
    asked.push(options!)
    return { canceled: false, filePaths: ['/v/a.wav', '/v/b.mp3'] }
  }
  expect(await pickFiles({ showOpenDialog }, window, { folder: '/v', labels })).toEqual(['/v/a.wav', '/v/b.mp3'])
  expect(asked[0]).toMatchObject({
    defaultPath: '/v',
    title: 'Add voicemails',
    properties: ['openFile', 'multiSelections'],
  })
  expect(asked[0]?.filters?.map((filter) => filter.extensions)).toEqual([['wav', 'mp3'], ['*']])
})

it('answers nothing when it was cancelled', async () => {
  const showOpenDialog = async () => ({ canceled: true, filePaths: ['/left/over.wav'] })
  expect(await pickFiles({ showOpenDialog }, window, { folder: '/v', labels })).toEqual([])
})
