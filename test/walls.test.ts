import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'
import { preProcessFile } from 'typescript'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Which of our folders each one may import from; itself always. Whatever is not named here has no place yet. */
const mayImport: Record<string, readonly string[]> = {
  preload: [],
  'main/index.ts': ['preload', 'main'],
  'main/ipc': ['preload', 'main'],
  'main/accounts': ['preload', 'main/zendesk', 'main/settings'],
  'main/zendesk': ['preload'],
  'main/intake': ['preload'],
  'main/calls': ['preload', 'main/zendesk'],
  'main/callers': ['preload', 'main/zendesk'],
  'main/desktop': ['preload'],
  'main/settings': ['preload'],
  'main/demo': ['preload'],
  'renderer/index.ts': ['renderer'],
  'renderer/App.svelte': ['preload', 'renderer'],
  'renderer/state': ['preload'],
  'renderer/parts': ['preload', 'renderer/state'],
  'renderer/screens': ['preload', 'renderer/state', 'renderer/parts'],
}

/** What only the preload script itself may use; everything else in its folder is shared with main and renderer. */
const preloadOnly = ['preload/index.ts', 'preload/bridge.ts']

/** Packages behind a wall, and the files or folders that may import them. */
const electronFiles: Record<string, string> = {
  'main/index.ts': 'starts the app',
  'main/desktop': 'windows, menus, links: thin Electron',
  'main/ipc': 'the other end of the bridge',
  'preload/index.ts': 'installs the bridge',
}
const oneFileEach = ['keytar', 'node-fetch', 'libsql']

interface Import {
  readonly file: string
  /** As written. */
  readonly name: string
  /** Path from the top folder for one of our files; null for packages and Node's own modules. */
  readonly ours: string | null
}

const imports = ['main', 'preload', 'renderer'].flatMap((folder) => sourceFiles(folder).flatMap(importsOf))

test('every source file lies in a folder that has its place', () => {
  const strays = ['main', 'preload', 'renderer'].flatMap(sourceFiles).filter((file) => areaOf(file) === null)
  expect(strays).toEqual([])
})

test('folders import only what they may', () => {
  const offences = imports.filter(({ file, ours }) => {
    const area = areaOf(file)
    if (ours === null || area === null) return false
    return ![area, ...(mayImport[area] ?? [])].some((allowed) => isIn(ours, allowed))
  })
  expect(offences.map(described)).toEqual([])
})

test('only the preload script uses what installs the bridge', () => {
  const offences = imports.filter(
    ({ file, ours }) => !isIn(file, 'preload') && ours !== null && preloadOnly.includes(ours),
  )
  expect(offences.map(described)).toEqual([])
})

test('electron is imported only by the files that must', () => {
  const offences = imports
    .filter(({ name }) => packageOf(name) === 'electron')
    .filter(({ file }) => !Object.keys(electronFiles).some((allowed) => isIn(file, allowed)))
  expect(offences.map(described)).toEqual([])
})

test.each(oneFileEach)('%s is imported by exactly one file', (name) => {
  const files = new Set(imports.filter((one) => packageOf(one.name) === name).map(({ file }) => file))
  expect([...files], `files that import ${name}`).toHaveLength(1)
})

test('what runs in the page or is shared with it uses nothing of Node', () => {
  const offences = imports.filter(({ file, name }) => !isIn(file, 'main') && name.startsWith('node:'))
  expect(offences.map(described)).toEqual([])
})

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .filter((file) => /\.(ts|js|svelte)$/.test(file) && statSync(join(root, file)).isFile())
}

/** Static, type-only and dynamic imports and requires alike. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const code = file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n')
    : text
  return preProcessFile(code, true, true).importedFiles.map(({ fileName: name }) => ({
    file,
    name,
    ours: name.startsWith('.') ? posix.join(posix.dirname(file), name) : null,
  }))
}

function areaOf(file: string): string | null {
  return Object.keys(mayImport).find((area) => isIn(file, area)) ?? null
}

function isIn(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`)
}

/** `@a/b/c` is package `@a/b`; `electron/main` is `electron`. */
function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}

function described({ file, name }: Import): string {
  return `${file} imports ${name}`
}
