/* eslint-disable no-control-regex -- these look at bytes, not at text */
import { latin1 } from './bytes.ts'

export type LooksLike = 'text' | 'html' | 'zip' | 'empty' | 'unknown'

const HTML =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|title|meta|script)\b/i

/** What a file that is no audio looks like, so that the refusal can say it. */
export function looksLike(head: Uint8Array): LooksLike {
  if (head.length === 0) return 'empty'
  const text = latin1(head)
  if (/^PK(?:\x03\x04|\x05\x06)/.test(text)) return 'zip'
  if (!isText(text)) return 'unknown'
  return HTML.test(text) ? 'html' : 'text'
}

/** Text in UTF-16 with its mark, or in anything that has no control characters and is ASCII for the larger part. */
function isText(latin: string): boolean {
  if (/^(?:\xff\xfe|\xfe\xff)/.test(latin)) return true
  if (/[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(latin)) return false
  const ascii = latin.replace(/[^\x20-\x7e\t\n\r]/g, '').length
  return ascii * 2 > latin.length || isUtf8(latin)
}

/** A character cut in two at the end is no fault: only the head of the file is here. */
function isUtf8(latin: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin, 'latin1'), { stream: true })
    return true
  } catch {
    return false
  }
}
