import type { SignInProblem } from '../../../preload/contract.ts'
import { messages } from '../../../preload/messages/index.ts'

/** Where a sign-in problem is shown: on the field where it can be fixed, else above the button. */
export function fieldOf(problem: SignInProblem): 'address' | 'email' | 'secret' | 'form' {
  switch (problem.kind) {
    case 'addressEmpty':
    case 'addressOther':
    case 'addressMalformed':
    case 'noSuchAccount':
      return 'address'
    case 'emailMissing':
      return 'email'
    case 'secretMissing':
    case 'secretTooLong':
    case 'refused':
      return 'secret'
    default:
      return 'form'
  }
}

export function sentenceOf(problem: SignInProblem): string {
  const words = messages.problems
  return problem.kind === 'rateLimited' ? words.signInRateLimited(problem.seconds) : words.signIn[problem.kind]
}
