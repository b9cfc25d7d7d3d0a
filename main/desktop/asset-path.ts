import path from 'node:path'

/** Our page's own scheme. Its origin is what main compares every message's sender with. */
export const SCHEME = 'app'
export const HOST = 'aftercall'
export const ORIGIN = `${SCHEME}://${HOST}`

/** What an address of our scheme asks for. */
export type Asked =
  | { readonly is: 'file'; readonly path: string }
  | { readonly is: 'recording'; readonly sha256: string }
  | { readonly is: 'nothing' }

/** The build names its files like this. All that could mean something to a file system is absent: `:` `\` `%`, dot-files. */
const PLAIN_SEGMENT = /^[\w-][\w.-]*$/
const RECORDING = /^\/recordings\/([0-9a-f]{64})$/
const NOTHING: Asked = { is: 'nothing' }

/**
 * Reads an address of our scheme. A path is decoded once, made of plain segments, resolved below `root` and then
 * checked to be there; everything else is `nothing`. `paths` is the platform's, replaced in tests.
 */
export function readAddress(address: string, root: string, paths: path.PlatformPath = path): Asked {
  if (!URL.canParse(address)) return NOTHING
  const url = new URL(address)
  const ours = url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
  if (!ours || url.search !== '') return NOTHING
  const pathname = decodeOnce(url.pathname)
  if (pathname === null) return NOTHING
  if (pathname === '/' || pathname === '') return { is: 'file', path: paths.join(root, 'index.html') }
  const sha256 = RECORDING.exec(pathname)?.[1]
  if (sha256) return { is: 'recording', sha256 }

  const segments = pathname.split('/').slice(1)
  if (!segments.every((segment) => PLAIN_SEGMENT.test(segment))) return NOTHING
  const resolved = paths.resolve(root, ...segments)
  const below = paths.relative(root, resolved)
  const inside = below !== '' && !below.startsWith('..') && !paths.isAbsolute(below)
  return inside ? { is: 'file', path: resolved } : NOTHING
}

function decodeOnce(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
