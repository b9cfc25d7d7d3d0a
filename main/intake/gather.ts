import { opendir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { RefusalReason } from '../../preload/intake.ts'
import { asteriskName } from './asterisk.ts'
import { splitExtension } from './file-name.ts'
import { lookAt, unreadable } from './open-file.ts'

/** Files that are one message, possibly in several formats. */
export interface Group {
  readonly is: 'group'
  /** Sorted by name; empty when only a sidecar was dropped. */
  readonly files: readonly string[]
  /** The text dropped along with it, or the place where it usually lies; null when it can have none. */
  readonly sidecar: { readonly path: string; readonly dropped: boolean } | null
}

export type Gathered = Group | { readonly is: 'refused'; readonly path: string; readonly why: RefusalReason }

export const FOLDER_LIMIT = 200

type Seen = { readonly path: string; readonly why: RefusalReason | null }

/** Opens dropped folders one level deep and puts together what belongs together, in the order of the drop. */
export async function gather(paths: readonly string[]): Promise<readonly Gathered[]> {
  const seen = new Map<string, Seen>()
  for (const path of paths) {
    for (const item of await expand(path)) if (!seen.has(item.path)) seen.set(item.path, item)
  }
  return group([...seen.values()])
}

async function expand(path: string): Promise<readonly Seen[]> {
  const kind = await lookAt(path)
  if (!kind.ok) return [{ path, why: kind.error }]
  return kind.value === 'file' ? [{ path, why: null }] : filesIn(path)
}

async function filesIn(folder: string): Promise<readonly Seen[]> {
  const inside: Seen[] = []
  try {
    for await (const entry of await opendir(folder)) {
      if (isHousekeeping(entry.name)) continue
      if (inside.length === FOLDER_LIMIT) return [{ path: folder, why: { kind: 'folderTooFull', limit: FOLDER_LIMIT } }]
      const nested = entry.isDirectory() ? ({ kind: 'folder', why: 'nested' } as const) : null
      inside.push({ path: join(folder, entry.name), why: entry.isFile() ? null : (nested ?? { kind: 'notAFile' }) })
    }
  } catch (error) {
    return [{ path: folder, why: unreadable(error) }]
  }
  if (inside.length === 0) return [{ path: folder, why: { kind: 'folder', why: 'nothingInside' } }]
  return inside.sort((a, b) => byName(a.path, b.path))
}

/** What file managers leave behind, never meant to be dropped. */
const isHousekeeping = (name: string): boolean => name.startsWith('.') || /^(?:desktop\.ini|thumbs\.db)$/i.test(name)

/** The same order on every computer, whatever its language; `msg10` comes after `msg9`. */
const natural = new Intl.Collator('en', { numeric: true })
const byName = (a: string, b: string): number => natural.compare(a, b) || (a < b ? -1 : 1)

function group(items: readonly Seen[]): readonly Gathered[] {
  const groups = new Map<string, Seen[]>()
  for (const item of items) {
    const key = item.why ? `${item.path}\0` : messageKey(item.path)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()].map((members): Gathered => {
    const [first] = members
    if (first?.why) return { is: 'refused', path: first.path, why: first.why }
    const paths = members.map(({ path }) => path).sort(byName)
    const texts = paths.filter((path) => asteriskName(basename(path))?.is === 'sidecar')
    const files = paths.filter((path) => path !== texts[0])
    const dropped = texts[0] === undefined ? null : { path: texts[0], dropped: true }
    const beside = files[0] === undefined ? null : besideOf(files[0])
    return { is: 'group', files, sidecar: dropped ?? beside }
  })
}

/** Files of one message share folder and stem; the mark of a copy is part of the stem, as it is another message. */
function messageKey(path: string): string {
  const kind = asteriskName(basename(path))?.is
  return kind === 'message' || kind === 'sidecar'
    ? join(dirname(path), splitExtension(basename(path)).stem)
    : `${path}\0`
}

function besideOf(path: string): { readonly path: string; readonly dropped: false } | null {
  if (asteriskName(basename(path))?.is !== 'message') return null
  return { path: join(dirname(path), `${splitExtension(basename(path)).stem}.txt`), dropped: false }
}
