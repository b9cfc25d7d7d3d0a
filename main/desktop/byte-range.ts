/** Which bytes of a file to send; both ends count. */
export type Bytes = 'whole' | 'unsatisfiable' | { readonly first: number; readonly last: number }

/**
 * Reads a `Range` header (RFC 9110, section 14) for a file of `size` bytes. A header that is not one plain range is
 * ignored, as the standard allows.
 */
export function readRange(header: string | null, size: number): Bytes {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, from = '', to = ''] = match ?? []
  if (!match || (from === '' && to === '')) return 'whole'
  if (from === '') {
    const wanted = Number(to)
    return wanted === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - wanted), last: size - 1 }
  }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return 'whole'
  if (first >= size) return 'unsatisfiable'
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
