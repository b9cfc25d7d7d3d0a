/** Zendesk serves every path with and without `.json`. */
export function withoutJson(path: string): string {
  return path.replace(/\.json$/, '')
}
