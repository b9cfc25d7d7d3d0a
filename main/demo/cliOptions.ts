import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../preload/result.ts'

/** The port somebody asked for behind `npm run sandbox --`; the error is the sentence to print. */
export function readPort(args: readonly string[]): Result<number, string> {
  const options = readOptions(args)
  if (!options) return fail('Usage: npm run sandbox -- --port N (0 or left out: any free port).')
  const { port = '0' } = options
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return ok(Number(port))
  return fail(`--port takes a number from 0 (any free port) to 65535, not "${port}".`)
}

function readOptions(args: readonly string[]): { port?: string | undefined } | null {
  try {
    return parseArgs({ args: [...args], options: { port: { type: 'string' } } }).values
  } catch {
    return null
  }
}
