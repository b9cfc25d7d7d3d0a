import { utilityProcess, type UtilityProcess } from 'electron'

/**
 * Starts the keychain helper (Linux). `script` is the built out/main/keychain-worker.js. No output is kept: the
 * libraries it loads may print what they handle.
 */
export function forkKeychain(script: string): UtilityProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'Aftercall keychain', stdio: 'ignore' })
  // A crash of its V8 is also told as 'exit'; unheard, this one would be thrown here.
  child.on('error', () => {})
  return child
}
