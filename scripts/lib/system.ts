import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ask, run, Stop } from './run.ts'

/** A thing the system must have, and the Debian packages that bring it: the first one that the archive knows. */
export interface Need {
  readonly kind: 'library' | 'program'
  readonly name: string
  /** Newer releases renamed some (t64). */
  readonly packages: readonly [string, ...string[]]
}

/** What Electron and keytar load. */
export const appNeeds: readonly Need[] = [
  { kind: 'library', name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { kind: 'library', name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { kind: 'library', name: 'libnss3.so', packages: ['libnss3'] },
  { kind: 'library', name: 'libgbm.so.1', packages: ['libgbm1'] },
  { kind: 'library', name: 'libXss.so.1', packages: ['libxss1'] },
  { kind: 'library', name: 'libXtst.so.6', packages: ['libxtst6'] },
  { kind: 'library', name: 'libnotify.so.4', packages: ['libnotify4'] },
  { kind: 'library', name: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
]

/** What desktop.ts starts. */
export const desktopNeeds: readonly Need[] = [
  { kind: 'program', name: 'Xvfb', packages: ['xvfb'] },
  { kind: 'program', name: 'dbus-daemon', packages: ['dbus'] },
  { kind: 'program', name: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
]

/** What single tests call upon: the examples of Zendesk's reference are curl commands. */
export const testNeeds: readonly Need[] = [{ kind: 'program', name: 'curl', packages: ['curl'] }]

/** What building the development runtime takes. */
export const unpackNeeds: readonly Need[] = [{ kind: 'program', name: 'unzip', packages: ['unzip'] }]

/** What this machine has: sonames known to the loader, and a look along PATH. */
export interface Inventory {
  readonly libraries: ReadonlySet<string>
  readonly hasProgram: (name: string) => boolean
}

export function missingNeeds(needs: readonly Need[], inventory: Inventory): Need[] {
  return needs.filter(({ kind, name }) =>
    kind === 'library' ? !inventory.libraries.has(name) : !inventory.hasProgram(name),
  )
}

/** Sonames out of `ldconfig -p`, whose lines read `libfoo.so.1 (libc6,x86-64) => /usr/lib/…`. */
export function parseLibraries(ldconfig: string): Set<string> {
  return new Set([...ldconfig.matchAll(/^\s+(\S+) \(/gm)].map((match) => match[1] ?? ''))
}

/**
 * On Linux: makes sure the needs are met, installing Debian packages as root. Otherwise stops with one message and the
 * exact command. Elsewhere there is nothing to do: Electron brings what it needs.
 */
export async function ensureSystem(needs: readonly Need[]): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = missingNeeds(needs, await takeInventory())
  if (missing.length === 0) return
  const names = missing.map((need) => need.name).join(', ')
  if ((await ask('apt-get', ['--version'])) === null) {
    throw new Stop(`This system lacks ${names}. Install them with its package manager, then run this command again.`)
  }
  const asRoot = process.getuid?.() === 0
  const packages =
    (await knownPackages(missing)) ?? (asRoot ? await updateAndAsk(missing) : null) ?? plainPackages(missing)
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if (!asRoot) {
    throw new Stop(
      `This system lacks ${names}. Install them, then run this command again:\n\n` +
        `  sudo apt-get update && sudo apt-get ${install.join(' ')}\n`,
    )
  }
  console.log(`Installing system packages: ${packages.join(' ')}`)
  let { code, output } = await aptGet(install)
  if (code !== 0) {
    // Yesterday's list may name files that the archive has replaced since.
    await aptGet(['update'])
    ;({ code, output } = await aptGet(install))
  }
  if (code !== 0 || missingNeeds(needs, await takeInventory()).length > 0) {
    throw new Stop(`Could not install ${packages.join(' ')}:\n${output.trim()}`)
  }
}

/** Stops when the loader cannot find a library of this binary: a system unlike those we know. */
export async function ensureLoads(executable: string): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = [...((await ask('ldd', [executable])) ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(
    (match) => match[1],
  )
  if (missing.length > 0) {
    throw new Stop(`${executable} needs libraries that this system lacks: ${missing.join(', ')}.`)
  }
}

async function takeInventory(): Promise<Inventory> {
  const listed = (await ask('/sbin/ldconfig', ['-p'])) ?? (await ask('ldconfig', ['-p'])) ?? ''
  return { libraries: parseLibraries(listed), hasProgram: isOnPath }
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** The package of each need that this release's archive has; null when the lists know none of them. */
async function knownPackages(needs: readonly Need[]): Promise<string[] | null> {
  const found: string[] = []
  for (const { packages } of needs) {
    const name = await firstKnown(packages)
    if (name === null) return null
    found.push(name)
  }
  return found
}

async function firstKnown(packages: readonly string[]): Promise<string | null> {
  for (const name of packages) if (await ask('apt-cache', ['show', '--no-all-versions', name])) return name
  return null
}

async function updateAndAsk(needs: readonly Need[]): Promise<string[] | null> {
  await aptGet(['update'])
  return knownPackages(needs)
}

/** The names of before the renaming, for when no package list can be asked. */
function plainPackages(needs: readonly Need[]): string[] {
  return needs.map(({ packages }) => packages.at(-1) ?? packages[0])
}

function aptGet(args: readonly string[]) {
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-q', ...args], {
    quiet: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
