import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { readPort } from '../../main/demo/cliOptions.ts'
import { basic } from './helper.ts'

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Runs the sandbox as `npm run sandbox` does, without npm. */
function sandbox(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'main/demo/cli.ts', ...args])
  children.push(child)
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (stdout.includes('\n')) resolve(stdout.split('\n', 1)[0]!)
    })
    void ended.then(() => reject(new Error(`it ended early: ${stderr}`)))
  })
  // Of those that are meant to fail nobody waits for a first line.
  firstLine.catch(() => undefined)
  return { child, firstLine, ended }
}

test.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
  'its first line is a working account, and %s ends it cleanly',
  async (signal) => {
    const { child, firstLine, ended } = sandbox('--port', '0')
    const account = JSON.parse(await firstLine) as Record<string, string>
    expect(Object.keys(account)).toEqual(['url', 'email', 'password', 'apiToken', 'agentId', 'endUserId', 'ticketId'])
    const logins = [basic(account.email!, account.password!), basic(`${account.email}/token`, account.apiToken!)]
    for (const authorization of logins) {
      const me = await fetch(`${account.url}/api/v2/users/me`, { headers: { authorization } })
      expect(((await me.json()) as { user: object }).user).toMatchObject({ id: account.agentId, role: 'agent' })
    }
    expect((await fetch(`${account.url}/__demo/state`)).status).toBe(200)
    child.kill(signal)
    const { code, stdout } = await ended
    expect([code, stdout.trim().split('\n')]).toEqual([0, [JSON.stringify(account)]])
  },
)

test.concurrent('a taken port is one clear sentence', async () => {
  const blocker = createServer()
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  const { port } = blocker.address() as { port: number }
  const { code, stdout, stderr } = await sandbox('--port', String(port)).ended
  blocker.close()
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toBe(`Port ${port} is taken by another program; choose another one, or 0 for any free port.\n`)
})

test.concurrent('a bad argument is one clear sentence', async () => {
  const { code, stdout, stderr } = await sandbox('--port', 'many').ended
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toBe('--port takes a number from 0 (any free port) to 65535, not "many".\n')
})

test.each([
  [[], 0],
  [['--port', '0'], 0],
  [['--port=8080'], 8080],
  [['--port', '65535'], 65_535],
])('%j asks for port %d', (args, port) => {
  expect(readPort(args)).toEqual({ ok: true, value: port })
})

test.each([
  [['--port', '65536']],
  [['--port', '-1']],
  [['--port', '']],
  [['--port']],
  [['--host', '0.0.0.0']],
  [['extra']],
])('%j is refused', (args) => {
  expect(readPort(args).ok).toBe(false)
})
