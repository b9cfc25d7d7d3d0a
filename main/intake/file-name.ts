const LONGEST = 150

/** Invisible characters: controls, and marks that reorder or hide text (a name must read as what it is). */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu

/** Device names that Windows reserves, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$) *(?:\.|$)/i

export const withoutHidden = (text: string): string => text.replace(HIDDEN, '')

/**
 * A file's name as it may be shown and uploaded: the same on every platform, whichever the file came from.
 * No folders, nothing invisible, no stream (`a.wav:b`), no character or ending Windows refuses, no device name,
 * at most 150 UTF-16 units with the extension kept. Never empty.
 */
export function displayName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const visible = withoutHidden(last.replace(/[\t\n\r]+/g, ' ')).normalize('NFC')
  const plain = withoutStream(visible)
    .replace(/[:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
  const trimmed = trim(shorten(trim(plain)))
  if (trimmed === '') return '_'
  return RESERVED.test(trimmed) ? `_${trimmed}`.slice(0, LONGEST) : trimmed
}

const trim = (name: string): string => name.replace(/^ +/, '').replace(/[. ]+$/, '')

/** A colon behind an extension starts a stream on Windows; elsewhere it may be part of a time. */
const withoutStream = (name: string): string =>
  name.replace(/^([^:]*\.[a-z0-9]{1,5} *):.*$/i, '$1').replace(/:\$[a-z_]+$/i, '')

function shorten(name: string): string {
  if (name.length <= LONGEST) return name
  const extension = /\.[^.\s]{1,10}$/u.exec(name)?.[0] ?? ''
  // A cut inside a character of two units leaves half of it behind.
  return withoutHidden(name.slice(0, LONGEST - extension.length)) + extension
}

/** A name in two, with the dot in neither; something like `.5555550142` is no extension. */
export function splitExtension(fileName: string): { readonly stem: string; readonly extension: string } {
  const match = /^(.+)\.((?=\d*[a-z])[a-z0-9]{1,5})$/is.exec(fileName)
  return match ? { stem: match[1] ?? '', extension: (match[2] ?? '').toLowerCase() } : { stem: fileName, extension: '' }
}

const COPY_MARKS: readonly RegExp[] = [
  /^(?:copy of|copie de|kopie von|copia de) /i,
  / - (?:copy|kopie|copie|copia)$/i,
  / copy(?: \d{1,3})?$/i,
  / \(\d{1,3}\)$/,
  // Firefox leaves no space; behind anything else a bracketed number may mean something.
  /(?<=^msg\d{4})\(\d{1,3}\)$/i,
]

/** The stem of a name as its maker wrote it: without the marks of browsers and file managers, `%20` undone. */
export function withoutCopyMarks(stem: string): string {
  let name = decodePercent(stem).trim()
  for (let before = ''; before !== name;) {
    before = name
    for (const mark of COPY_MARKS) name = name.replace(mark, '').trim()
  }
  return name
}

function decodePercent(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
