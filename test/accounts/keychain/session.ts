import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const PROGRAMS = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon']

/** Throws one clear sentence when a program the real keyring needs is not installed. */
export async function requirePrograms(): Promise<void> {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const program of PROGRAMS) {
    const found = await Promise.allSettled(folders.map((folder) => access(join(folder, program))))
    if (!found.some(({ status }) => status === 'fulfilled'))
      throw new Error(`${program} is missing. On Debian: apt-get install dbus gnome-keyring libsecret-1-0`)
  }
}

/** A home of its own: nothing in it, and nothing of the user's environment but PATH. */
export interface TestHome {
  readonly path: string
  readonly env: NodeJS.ProcessEnv
  /** Ids of living processes that run in this home, wherever they came from. */
  processes(): Promise<number[]>
  remove(): Promise<void>
}

export async function createTestHome(): Promise<TestHome> {
  const path = await mkdtemp(join(tmpdir(), 'keyring-'))
  await mkdir(join(path, 'run'), { mode: 0o700 })
  return {
    path,
    env: {
      PATH: process.env['PATH'],
      HOME: path,
      XDG_RUNTIME_DIR: join(path, 'run'),
      XDG_DATA_HOME: join(path, 'data'),
      XDG_CONFIG_HOME: join(path, 'config'),
      XDG_CACHE_HOME: join(path, 'cache'),
    },
    async processes() {
      const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
      const mine = await Promise.all(
        ids.map((id) =>
          readFile(`/proc/${id}/environ`, 'utf8').then(
            (env) => env.includes(`HOME=${path}\0`),
            () => false,
          ),
        ),
      )
      return ids.filter((_, index) => mine[index]).map(Number)
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

/** No service folder: nothing but what a test starts can appear on this bus, no prompter either. */
const busConfig = (folder: string) => `<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>`

/** Ends when its input does, so not even a killed test run leaves anything behind. */
const SCRIPT = `
ring='gnome-keyring-daemon --foreground --components=secrets'
case $1 in
  unlocked) printf 'test\\n' | $ring --unlock >/dev/null & daemon=$! ;;
  locked) $ring >/dev/null & daemon=$! ;;
  none) daemon= ;;
esac
owned() {
  dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \\
    string:org.freedesktop.secrets | grep -q true
}
{
  while [ "$daemon" ] && ! owned; do kill -0 $daemon || { echo failed; exit; }; done
  echo "ready $DBUS_SESSION_BUS_ADDRESS $daemon"
} &
read -r _
[ "$daemon" ] && kill -CONT $daemon && kill $daemon
wait
`

export interface Session {
  /** The home's environment with the address of this session's bus. */
  readonly env: NodeJS.ProcessEnv
  /** Process id of the keyring service; 0 without one. */
  readonly daemon: number
  /** Locks the ring as "Lock" in the password manager does. */
  lock(): Promise<void>
  end(): Promise<void>
}

/** A D-Bus session with a real gnome-keyring (its password is "test"), or with no keyring service at all. */
export async function startSession(home: TestHome, keyring: 'unlocked' | 'locked' | 'none'): Promise<Session> {
  const config = join(home.path, 'bus.conf')
  await writeFile(config, busConfig(join(home.path, 'run')))
  const session = spawn('dbus-run-session', [`--config-file=${config}`, '--', 'sh', '-c', SCRIPT, 'sh', keyring], {
    env: home.env,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const exit = once(session, 'exit')
  const [line] = (await once(session.stdout, 'data')) as [Buffer]
  const [word, address = '', daemon = ''] = line.toString().trim().split(' ')
  if (word !== 'ready') {
    session.stdin.end()
    throw new Error('gnome-keyring-daemon did not start')
  }
  const env = { ...home.env, DBUS_SESSION_BUS_ADDRESS: address }
  return {
    env,
    daemon: Number(daemon),
    async lock() {
      const ring = 'array:objpath:/org/freedesktop/secrets/collection/login'
      const [service, path] = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets']
      const args = ['--session', '--print-reply', service, path, 'org.freedesktop.Secret.Service.Lock', ring]
      const [code] = (await once(spawn('dbus-send', args, { env, stdio: 'ignore' }), 'exit')) as [number]
      if (code !== 0) throw new Error('the ring could not be locked')
    },
    async end() {
      session.stdin.end()
      await exit
    },
  }
}
