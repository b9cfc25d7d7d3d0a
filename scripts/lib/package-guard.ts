import type { Electron } from './electron.ts'

/** What may stand beside --dir when the app is packed with anything but the official Electron. */
const harmless = ['--dir', '--linux', '--x64']

/**
 * Why this packaging must not happen; null when it may. Only the official binary makes releases; any other one may be
 * packed into a folder, to look at. after-pack.js refuses once more, whoever called electron-builder.
 */
export function refusal(kind: Electron['kind'], args: readonly string[]): string | null {
  if (kind === 'official') return null
  const others = args.filter((arg) => !harmless.includes(arg))
  if (args.includes('--dir') && others.length === 0) return null
  const reason = kind === 'fallback' ? 'The development runtime' : 'An Electron named by ELECTRON_OVERRIDE_DIST_PATH'
  return (
    `${reason} must not become a release, so only a folder can be packed with it: npm run package -- --dir\n` +
    'For installers, run this where the official Electron can be fetched.'
  )
}
