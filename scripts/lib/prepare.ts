import { existsSync } from 'node:fs'
import { cacheFolder } from './cache.ts'
import { findElectron, getElectron, type Electron } from './electron.ts'
import { fallbackFolder } from './electron-fallback.ts'
import { appNeeds, desktopNeeds, ensureLoads, ensureSystem, unpackNeeds } from './system.ts'

/** Everything it takes to run the app from source, also on a fresh machine. Prints which Electron it will be. */
export async function prepare(options: { readonly desktop: boolean }): Promise<Electron> {
  const { choice, line } = await findElectron()
  const unpacks = choice === 'fallback' && !existsSync(fallbackFolder(cacheFolder()))
  await ensureSystem([...appNeeds, ...(options.desktop ? desktopNeeds : []), ...(unpacks ? unpackNeeds : [])])
  const electron = await getElectron(choice)
  await ensureLoads(electron.executable)
  console.log(line)
  return electron
}
