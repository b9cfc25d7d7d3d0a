import { appendFileSync, chmodSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Writes lines to `aftercall.log` in `folder`, readable by its owner only. When the file would pass `maxBytes` it
 * becomes `aftercall.old.log`, replacing the one before. Throws as the file system does; createLog catches that.
 * Synchronous, so that the last line before a crash is there.
 */
export function openLogFile(folder: string, maxBytes = 512 * 1024): (line: string) => void {
  const current = path.join(folder, 'aftercall.log')
  let size: number | null = null

  function prepare(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const existing = statSync(current, { throwIfNoEntry: false })
    if (existing) chmodSync(current, 0o600)
    return existing?.size ?? 0
  }

  return (line) => {
    size ??= prepare()
    const bytes = Buffer.from(`${line}\n`)
    if (size > 0 && size + bytes.length > maxBytes) {
      renameSync(current, path.join(folder, 'aftercall.old.log'))
      size = 0
    }
    appendFileSync(current, bytes, { mode: 0o600 })
    size += bytes.length
  }
}
