// Starts the app whose folder or main file is named on the command line, for the runtime that electron-fallback.ts builds.
// Electron holds "ready" back until this module is evaluated, so the app may still do what must come before it, and a
// top-level `await app.whenReady()` in it waits for ever: as with the official binary.
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const preloads = [] // Playwright attaches with -r
let target
while (args.length > 0 && target === undefined) {
  const arg = args.shift()
  if (arg === '-r' || arg === '--require') preloads.push(args.shift())
  else if (!arg.startsWith('-')) target = resolve(arg)
}

if (target === undefined) {
  console.error('Name the folder or the main file of the app to start.')
  app.exit(2)
} else {
  const isFile = statSync(target).isFile()
  const manifest = isFile ? {} : JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
  app.setAppPath(isFile ? dirname(target) : target)
  if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name)
  if (manifest.version) app.setVersion(manifest.version)
  app.setDesktopName?.(manifest.desktopName ?? `${app.getName()}.desktop`)
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const require = createRequire(import.meta.url)
  for (const module of preloads) require(module)
  await import(pathToFileURL(isFile ? target : join(target, manifest.main ?? 'index.js')).href)
}
