import { rename } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { errnoOf } from './errno.ts'

/** On Windows a virus scanner may hold a fresh file for a moment. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])
const PATIENCE_MS = 10_000
const LONGEST_PAUSE_MS = 500

interface MoveTools {
  readonly rename: (from: string, to: string) => Promise<void>
  readonly pause: (ms: number) => Promise<unknown>
  readonly platform: NodeJS.Platform
}

/** Renames a file, on Windows trying for ten seconds while another program holds it. */
export async function move(
  from: string,
  to: string,
  tools: MoveTools = { rename, pause, platform: process.platform },
): Promise<void> {
  let waited = 0
  for (let wait = 10; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      return await tools.rename(from, to)
    } catch (error) {
      const held = tools.platform === 'win32' && HELD.has(errnoOf(error) ?? '')
      if (!held || waited >= PATIENCE_MS) throw error
      await tools.pause(wait)
      waited += wait
    }
  }
}
