import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { electronEnv, needsNoSandbox, type Electron } from './electron.ts'
import { root, run, Stop } from './run.ts'

/** Runs the built app on its Electron until it quits; answers its exit code. */
export async function runApp(electron: Electron, args: readonly string[]): Promise<number> {
  const flags: string[] = []
  if (needsNoSandbox()) {
    console.log('Running as root: Chromium cannot start its sandbox, so it goes without (--no-sandbox).')
    flags.push('--no-sandbox')
  } else {
    ensureSandbox(electron)
  }
  const { code } = await run(electron.executable, [...flags, root, ...args], { env: electronEnv(electron) })
  return code
}

/** Some systems (Ubuntu from 24.04) let no unpacked program make a sandbox unless its helper belongs to root. */
function ensureSandbox({ dist }: Electron): void {
  const helper = join(dist, 'chrome-sandbox')
  if (!restrictsSandboxes() || isSetuidRoot(helper)) return
  throw new Stop(
    'This system lets Chromium start its sandbox only through a helper that belongs to root. Run this once:\n\n' +
      `  sudo chown root ${helper} && sudo chmod 4755 ${helper}\n`,
  )
}

function restrictsSandboxes(): boolean {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1'
  } catch {
    return false
  }
}

function isSetuidRoot(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0
}
