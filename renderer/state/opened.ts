import type { OpenProblem, Opened } from '../../preload/contract.ts'
import { messages } from '../../preload/messages/index.ts'
import type { Result } from '../../preload/result.ts'
import { tell } from './notice.svelte.ts'

/** Says where a ticket or profile was opened, or what to do instead. */
export function tellOpened(answer: Result<Opened, OpenProblem>): void {
  if (!answer.ok) tell(messages.problems.open[answer.error.kind], 'bad')
  else tell(answer.value === 'zendesk' ? messages.today.openedZendesk : messages.today.openedBrowser)
}
