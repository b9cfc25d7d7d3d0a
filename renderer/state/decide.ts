import type { CallerAnswer } from '../../preload/contract.ts'
import type { CallerChoice } from '../../preload/draft.ts'

/**
 * What an answer makes of the choice so far. One person with the number is chosen; with several or none it stays a
 * question. A choice the agent made is never overruled while the number stays the same.
 */
export function decide(answer: CallerAnswer, choice: CallerChoice): CallerChoice {
  switch (answer.is) {
    case 'empty':
    case 'invalid':
      return { is: 'open' }
    case 'withheld':
    case 'extension':
      return { is: 'none' }
    case 'unreachable':
      return choice.is === 'open' ? { is: 'later' } : choice
    case 'nobody':
      return choice.is === 'new' || choice.is === 'none' ? choice : { is: 'open' }
    case 'found': {
      if (choice.is === 'known' && answer.callers.some((caller) => caller.id === choice.userId)) return choice
      if (choice.is === 'none' || choice.is === 'new') return choice
      const [only, ...others] = answer.callers
      return only && others.length === 0 ? { is: 'known', userId: only.id, name: only.name } : { is: 'open' }
    }
  }
}
