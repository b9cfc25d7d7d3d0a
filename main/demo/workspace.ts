import { readFile, rename, writeFile } from 'node:fs/promises'
import { readSnapshot, startDemo, type DemoZendesk } from './index.ts'
import type { Pop } from './world.ts'

/**
 * The demo workspace of the app: a demo Zendesk on this computer whose account is kept in `path` between starts.
 * `onPop` takes the place of the agent's browser. The file only holds invented people, so a lost write costs nothing.
 */
export async function startWorkspace(path: string, onPop: (pop: Pop) => void): Promise<DemoZendesk> {
  let writing = Promise.resolve()
  const save = (): void => {
    writing = writing
      .then(async () => {
        await writeFile(`${path}.new`, JSON.stringify(demo.snapshot()), { mode: 0o600 })
        await rename(`${path}.new`, path)
      }, ignore)
      .catch(ignore)
  }
  const snapshot = await readSaved(path)
  const demo: DemoZendesk = await startDemo({ onPop, onWrite: save, ...(snapshot && { snapshot }) })
  return demo
}

const ignore = (): void => {}

async function readSaved(path: string) {
  try {
    const saved = readSnapshot(JSON.parse(await readFile(path, 'utf8')))
    return saved.ok ? saved.value : null
  } catch {
    return null
  }
}
