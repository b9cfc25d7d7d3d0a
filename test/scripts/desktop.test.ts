import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { withDesktop } from '../../scripts/lib/desktop.ts'
import { run } from '../../scripts/lib/run.ts'

const onLinux = test.runIf(process.platform === 'linux')

onLinux('a desktop of its own: screen, bus, keyring; nothing of it is left, not even what left its side', async () => {
  const seen = await withDesktop(async (env) => {
    const child = spawn('sleep', ['1000'], { env, detached: true, stdio: 'ignore' })
    child.unref()
    const secrets = await run(
      'dbus-send',
      [...askBus, 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'],
      { env, quiet: true },
    )
    return { env, pid: child.pid ?? 0, secrets: secrets.output }
  })
  expect(seen.env['DISPLAY']).toMatch(/^:\d+$/)
  expect(seen.secrets).toContain('boolean true')
  expect(seen.env['XDG_DATA_HOME']).toContain(seen.env['AFTERCALL_DESKTOP'])
  expect(existsSync(seen.env['AFTERCALL_DESKTOP'] ?? '')).toBe(false)
  expect(isRunning(seen.pid)).toBe(false)
})

onLinux('ended by a signal in the middle, it still cleans up', async () => {
  const script = join(import.meta.dirname, 'desktop-sleeper.ts')
  const child = spawn(process.execPath, [resolve('node_modules/tsx/dist/cli.mjs'), script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { folder, pid } = JSON.parse(line.toString()) as { folder: string; pid: number }
  expect(isRunning(pid)).toBe(true)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(143)
  expect(isRunning(pid)).toBe(false)
  expect(existsSync(folder)).toBe(false)
})

const askBus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus']

/** A zombie, ended but not yet collected by whoever adopted it, is not running. */
function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}/exe`)
}
