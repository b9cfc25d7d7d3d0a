import { Stop } from './run.ts'

export const vitestProjects = ['unit', 'component'] as const
export const playwrightProjects = ['page', 'e2e'] as const
const parts = ['check', ...vitestProjects, ...playwrightProjects] as const
type Part = (typeof parts)[number]

/** What one `npm test` runs. A runner left out is null. */
export interface Plan {
  readonly check: boolean
  readonly vitest: Selection<(typeof vitestProjects)[number]> | null
  readonly playwright: Selection<(typeof playwrightProjects)[number]> | null
}

export interface Selection<Project> {
  readonly projects: readonly Project[]
  /** Parts of file names; empty for all. */
  readonly files: readonly string[]
}

/** From the words after `npm test --`: names of parts, parts of file names, nothing for everything. */
export function planTests(words: readonly string[]): Plan {
  const option = words.find((word) => word.startsWith('-'))
  if (option)
    throw new Stop(`npm test knows no ${option}. It takes ${parts.join(', ')}, or files: npm test -- test/calls`)
  if (words.length === 0) return planTests(parts)
  const named = new Set(words.filter((word): word is Part => (parts as readonly string[]).includes(word)))
  const files = words.filter((word) => !named.has(word as Part))
  const forPlaywright = files.filter((file) => /\.spec\.ts$|\btest\/(page|e2e)\b/.test(file))
  return {
    check: named.has('check'),
    vitest: select(
      vitestProjects,
      named,
      files.filter((file) => !forPlaywright.includes(file)),
    ),
    playwright: select(playwrightProjects, named, forPlaywright),
  }
}

/** Files without a project named: any project of that runner may hold them. */
function select<P extends Part>(
  projects: readonly P[],
  named: ReadonlySet<Part>,
  files: readonly string[],
): Selection<P> | null {
  const chosen = projects.filter((project) => named.has(project))
  if (chosen.length === 0 && files.length === 0) return null
  return { projects: chosen.length > 0 ? chosen : projects, files }
}
