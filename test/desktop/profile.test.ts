import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { chooseProfile } from '../../main/desktop/profile.ts'

afterEach(() => void vi.restoreAllMocks())

/** As much of Electron's app as is asked. */
function fakeApp(switches: readonly string[] = []) {
  const paths = new Map([
    ['appData', join('/home/ada', '.config')],
    ['userData', join('/home/ada', '.config', 'Aftercall')],
  ])
  return {
    name: 'Aftercall',
    getPath: (name: string) => paths.get(name) ?? '',
    setPath: (name: string, path: string) => void paths.set(name, path),
    commandLine: { hasSwitch: (name: string) => switches.includes(name) },
  } as unknown as Parameters<typeof chooseProfile>[0]
}

const on = (platform: NodeJS.Platform) => vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)

test('everything of a profile lies in one folder named after the app', () => {
  on('linux')
  const { root, ...files } = chooseProfile(fakeApp(), {}, false)
  expect(root).toBe(join('/home/ada', '.config', 'Aftercall'))
  expect(new Set(Object.values(files)).size).toBe(Object.keys(files).length)
  for (const file of Object.values(files)) expect(file.startsWith(join(root, '/'))).toBe(true)
})

test('the demo has a profile of its own', () => {
  on('darwin')
  expect(chooseProfile(fakeApp(), {}, true).root).toBe(join('/home/ada', '.config', 'Aftercall demo'))
})

test('on Windows it is the local folder, for the other one travels between computers', () => {
  on('win32')
  const local = join('/ada', 'AppData', 'Local')
  expect(chooseProfile(fakeApp(), { LOCALAPPDATA: local }, false).root).toBe(join(local, 'Aftercall'))
  expect(chooseProfile(fakeApp(), {}, false).root).toBe(join('/home/ada', '.config', 'Aftercall'))
})

test('elsewhere a variable of that name means nothing', () => {
  on('linux')
  expect(chooseProfile(fakeApp(), { LOCALAPPDATA: '/elsewhere' }, false).root).toBe(
    join('/home/ada', '.config', 'Aftercall'),
  )
})

test('a folder named on the command line is used as it is', () => {
  on('win32')
  const app = fakeApp(['user-data-dir'])
  expect(chooseProfile(app, { LOCALAPPDATA: '/local' }, true).root).toBe(join('/home/ada', '.config', 'Aftercall'))
})
