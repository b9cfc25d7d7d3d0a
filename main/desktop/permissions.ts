/** What a page of ours may be granted, each with its reason. A name not listed is refused, known or invented. */
const GRANTED: ReadonlySet<string> = new Set([
  // "Copy" buttons beside ticket numbers. Reading the clipboard is not granted.
  'clipboard-sanitized-write',
])

/** Electron grants what nobody refuses. */
export const grants = (permission: string): boolean => GRANTED.has(permission)
