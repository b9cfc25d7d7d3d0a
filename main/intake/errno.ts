/** The code of a system error (`ENOENT`); null for anything else, which is a bug and must be thrown on. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('errno' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
