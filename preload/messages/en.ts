import { problems } from './problems.ts'
import { screens } from './screens.ts'
import { ticket } from './ticket.ts'

/** Every word a person reads, in English. Plain and short, the agent's own words; an error says what to do next. */
export const en = { ...screens, problems, ticket } as const
