import { createRequire } from 'node:module'

/** The Electron that runs here: `npm test` names the fallback where the official one can't be had. */
export function electronPath(): string {
  return createRequire(import.meta.url)('electron') as unknown as string
}

/** As root (containers, CI) Chromium can't start its sandbox. The switch belongs to tests and development alone. */
export function electronArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
