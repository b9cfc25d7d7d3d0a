import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Where fetched runtimes live: outside node_modules, so that `npm ci` does not throw them away. Created on demand. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const folder = join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'aftercall')
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * Runs `work` while no other process of this user does the same `task`; others wait their turn.
 * The lock is a socket name that the system frees with its process, so a killed command never leaves it behind.
 * macOS has no such names: there it goes unlocked.
 */
export async function oneAtATime<T>(task: string, work: () => Promise<T>, waiting: () => void): Promise<T> {
  const name = `aftercall-${userInfo().username}-${task}`
  const address = { linux: `\0${name}`, win32: `\\\\.\\pipe\\${name}` }[process.platform as string]
  if (!address) return work()
  let told = false
  for (;;) {
    const free = await hold(address)
    if (free) {
      try {
        return await work()
      } finally {
        free()
      }
    }
    if (!told) waiting()
    told = true
    await pause(300)
  }
}

/** Takes the name, or answers null when another process has it. */
function hold(address: string): Promise<(() => void) | null> {
  return new Promise((settle, reject) => {
    const server = createServer()
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? settle(null) : reject(error)))
    server.listen(address, () => settle(() => void server.close()))
  })
}
