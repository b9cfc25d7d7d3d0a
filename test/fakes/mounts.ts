import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is a disk of its own, so that it can be full for real. */
export interface Disk {
  readonly folder: string
  resize(size: string): void
}

/** Why no disks can be made here, or null when they can: it takes Linux and the right to mount. */
export function whyNoDisks(): string | null {
  if (process.platform !== 'linux') return 'needs Linux'
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-disk-'))
  try {
    mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return null
  } catch {
    return 'this user may not mount'
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function smallDisk(size: string): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-disk-'))
  mount('-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', folder)
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, resize: (size) => mount('-o', `remount,size=${size}`, folder) }
}

/** The same folder at another place, where nothing can be written until `allowWrites`. */
export function readOnlyView(of: string): { readonly folder: string; allowWrites(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-disk-'))
  mount('--bind', of, folder)
  mount('-o', 'remount,bind,ro', folder)
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, allowWrites: () => mount('-o', 'remount,bind,rw', folder) }
}

function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' })
}
