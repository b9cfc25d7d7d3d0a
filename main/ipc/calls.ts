import { CALLS, type Desk } from '../../preload/contract.ts'

/** A page's File is a path by the time it arrives: the preload has turned it into one. */
type Arriving<Args extends readonly unknown[]> = {
  [I in keyof Args]: Args[I] extends readonly File[] ? readonly string[] : Args[I]
}

/** What main gets for one call of the contract. */
export type CallArgs<S extends keyof Desk, C extends keyof Desk[S]> = Desk[S][C] extends (
  ...args: infer Args
) => unknown
  ? Arriving<Args>
  : never

type CallAnswer<S extends keyof Desk, C extends keyof Desk[S]> = Desk[S][C] extends (...args: never) => infer Answer
  ? Answer
  : never

/** One function per call of the contract. */
export type Handlers = {
  readonly [S in keyof Desk]: {
    readonly [C in keyof Desk[S]]: (...args: CallArgs<S, C>) => CallAnswer<S, C>
  }
}

/** Every call as [subject, call], in the order of the contract. */
export const everyCall = (): [subject: string, call: string][] =>
  Object.entries(CALLS).flatMap(([subject, calls]) => calls.map((call): [string, string] => [subject, call]))
