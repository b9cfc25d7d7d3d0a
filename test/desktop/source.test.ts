import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const sources = ['main', 'preload', 'renderer'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .map((file) => ({
      file: path.posix.join(folder, file.replaceAll('\\', '/')),
      text: readFileSync(path.join(root, folder, file), 'utf8'),
    })),
)
const filesWith = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

// Windows and links have lint rules; imports have test/walls.test.ts.
describe('in the whole source', () => {
  it('channels are opened in one place', () =>
    expect(filesWith(/\bipcMain\.(handle|on|once|handleOnce)\b/)).toEqual(['main/ipc/registrar.ts']))
  it('nothing gets past a bad certificate', () => {
    expect(
      filesWith(/rejectUnauthorized|setCertificateVerifyProc|ignore-certificate-errors|NODE_TLS_REJECT_UNAUTHORIZED/),
    ).toEqual([])
  })
  it('no page is loaded but our own', () =>
    expect(filesWith(/\.(loadURL|loadFile)\(/)).toEqual(['main/desktop/window.ts']))
  it('nothing records network traffic', () => expect(filesWith(/\bnetLog\b/)).toEqual([]))
})
