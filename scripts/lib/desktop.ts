import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { endSignals, Interrupted, run, Stop } from './run.ts'

/** How long X server, bus and keyring may each take to answer. */
const START_MS = 20_000

/** Whether windows can be shown as we are. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Runs `work` with the environment of a desktop of its own: an X server in memory, a session bus, and an unlocked,
 * empty keyring, so that the person's screen, keyring and settings stay untouched. All of it, and whatever was started
 * in it, is gone afterwards. Linux only; elsewhere `work` gets the environment as it is.
 */
export async function withDesktop<T>(work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (process.platform !== 'linux') return work(process.env)
  const folder = mkdtempSync(join(tmpdir(), 'aftercall-desktop-'))
  let signal: NodeJS.Signals | undefined
  const remember = (received: NodeJS.Signals) => (signal = received) // and live on to clean up
  for (const name of endSignals) process.on(name, remember)
  const services: ChildProcess[] = []
  try {
    const result = await work(await startDesktop(folder, services))
    if (signal) throw new Interrupted(signal)
    return result
  } finally {
    await endAll(folder, services)
    rmSync(folder, { recursive: true, force: true })
    for (const name of endSignals) process.off(name, remember)
  }
}

async function startDesktop(folder: string, services: ChildProcess[]): Promise<NodeJS.ProcessEnv> {
  const inside = (name: string) => {
    mkdirSync(join(folder, name), { mode: 0o700 })
    return join(folder, name)
  }
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    [MARK]: folder,
    XDG_RUNTIME_DIR: inside('run'),
    XDG_DATA_HOME: inside('data'),
    XDG_CONFIG_HOME: inside('config'),
    XDG_SESSION_TYPE: 'x11',
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}`,
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}`, // containers have none, and Chromium complains
    NO_AT_BRIDGE: '1', // GTK would start an accessibility bus of its own
  }
  delete env['WAYLAND_DISPLAY']
  const serve = (program: string, args: readonly string[]) => {
    const service = start(program, args, env)
    services.push(service)
    return service
  }

  const screen = serve('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x960x24', '-nolisten', 'tcp', '-noreset'])
  env['DISPLAY'] = `:${await firstLine('Xvfb', screen)}`
  const bus = serve('dbus-daemon', [
    '--session',
    '--nofork',
    '--nopidfile',
    '--print-address=3',
    `--address=${env['DBUS_SESSION_BUS_ADDRESS']}`,
  ])
  await firstLine('dbus-daemon', bus)
  const keyring = serve('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'])
  keyring.stdin?.end('throw-away\n')
  await answersOnBus('gnome-keyring-daemon', keyring, 'org.freedesktop.secrets', env)
  return env
}

/** stdin and fd 3 are pipes; what it says on stderr is kept for the message when it does not start. */
function start(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'pipe', 'pipe'], detached: true })
  const keep = (text: string) => said.set(child, (said.get(child) ?? '') + text)
  child.stderr?.setEncoding('utf8').on('data', keep)
  child.on('error', (error) => keep(error.message))
  return child
}

const said = new WeakMap<ChildProcess, string>()

/** The first line on fd 3, by which the X server and the bus say that they are there. */
function firstLine(program: string, child: ChildProcess): Promise<string> {
  return new Promise((settle, reject) => {
    const fail = () => reject(notStarted(program, child))
    const timer = setTimeout(fail, START_MS)
    ;(child.stdio[3] as Readable).setEncoding('utf8').once('data', (text: string) => {
      clearTimeout(timer)
      settle(text.trim())
    })
    child.on('error', fail).on('exit', fail)
  })
}

/** Asked too early, the bus would start a second keyring, and that one is locked. */
async function answersOnBus(program: string, child: ChildProcess, name: string, env: NodeJS.ProcessEnv): Promise<void> {
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner']
  for (let waited = 0; child.exitCode === null && waited < START_MS; waited += 20) {
    const { output } = await run('dbus-send', [...bus, `string:${name}`], { env, quiet: true })
    if (output.includes('boolean true')) return
    await pause(20)
  }
  throw notStarted(program, child)
}

function notStarted(program: string, child: ChildProcess): Stop {
  return new Stop(`${program} did not start.\n${said.get(child) ?? ''}`.trim())
}

/** In the environment of every process of one desktop, and so how we know them, even those that left our side. */
const MARK = 'AFTERCALL_DESKTOP'

/** What was started in it first: programs complain when their screen goes before them. */
async function endAll(folder: string, services: readonly ChildProcess[]): Promise<void> {
  const isService = (pid: number) => services.some((service) => service.pid === pid)
  await end(() => processesOf(folder).filter((pid) => !isService(pid)))
  await end(() => processesOf(folder))
}

async function end(processes: () => number[]): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of processes()) kill(pid, signal)
    for (let waited = 0; waited < 3000 && processes().length > 0; waited += 20) await pause(20)
  }
}

function processesOf(folder: string): number[] {
  const mark = `${MARK}=${folder}\0`
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => environmentOf(pid).includes(mark))
    .map(Number)
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return '' // ended meanwhile, or somebody else's
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // ended meanwhile
  }
}
