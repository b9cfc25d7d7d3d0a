import { existsSync } from 'node:fs'
import { cacheFolder } from './cache.ts'
import { findElectron, getElectron, type Electron } from './electron.ts'
import { fallbackFolder } from './electron-fallback.ts'
import { appNeeds, desktopNeeds, ensureLoads, ensureSystem, testNeeds, unpackNeeds } from './system.ts'

/**
 * Everything it takes to run the app from source, also on a fresh machine: in a window of the person's, in a desktop of
 * its own (desktop.ts), or in one for the tests. Prints which Electron it will be.
 */
export async function prepare(purpose: 'window' | 'desktop' | 'tests'): Promise<Electron> {
  const { choice, line } = await findElectron()
  const unpacks = choice === 'fallback' && !existsSync(fallbackFolder(cacheFolder()))
  await ensureSystem([
    ...appNeeds,
    ...(purpose === 'window' ? [] : desktopNeeds),
    ...(purpose === 'tests' ? testNeeds : []),
    ...(unpacks ? unpackNeeds : []),
  ])
  const electron = await getElectron(choice)
  await ensureLoads(electron.executable)
  console.log(line)
  return electron
}
