import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { fromUtilityProcess, type Helper } from '../../../main/accounts/keychain-helper.ts'

/** Starts helpers as plain Node children, in the shape of Electron's utility process, and keeps count of them. */
export function createHelperStarter(script: string | URL, options: { env: NodeJS.ProcessEnv; execArgv?: string[] }) {
  const children: ChildProcess[] = []
  function start(): Helper {
    const child = fork(script, { env: options.env, execArgv: options.execArgv ?? [], stdio: 'ignore' })
    children.push(child)
    let spawned = false
    child.on('spawn', () => (spawned = true))
    return fromUtilityProcess({
      get pid() {
        return spawned ? child.pid : undefined
      },
      postMessage: (message) => child.send(message as object, () => {}),
      on: (event: string, listener: (...args: unknown[]) => void) => child.on(event, listener),
    })
  }
  return {
    start,
    children,
    /** Resolves when every helper has ended; answers with what ended each. */
    allGone: () =>
      Promise.all(
        children.map(async (child) => {
          if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
          return child.signalCode ?? child.exitCode
        }),
      ),
  }
}

/** Builds the worker into `folder`, as the app's build does: one file, keytar left outside. Answers with its path. */
export async function buildWorker(folder: string): Promise<string> {
  const keytar = createRequire(import.meta.url).resolve('keytar')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('../../../main/accounts/keychain-worker.ts', import.meta.url)),
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        external: 'keytar',
        output: { format: 'es', entryFileNames: 'worker.mjs', paths: { keytar: pathToFileURL(keytar).href } },
      },
    },
  })
  return join(folder, 'worker.mjs')
}
