import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * electron-builder's afterPack hook. The development runtime carries a file that says so, and whatever is packed with
 * it has that file too: such an app may be looked at in its folder, never become something to install.
 * @param {{ appOutDir: string, targets: { name: string }[] }} context
 */
export default function refuseRelease({ appOutDir, targets }) {
  const installable = targets.map(({ name }) => name).filter((name) => name !== 'dir')
  if (installable.length > 0 && existsSync(join(appOutDir, 'NOT-FOR-RELEASE.txt'))) {
    throw new Error(`Packed with the development runtime, which must not become a release (${installable.join(', ')}).`)
  }
}
