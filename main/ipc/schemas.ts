import * as v from 'valibot'
import type { Desk, Settings } from '../../preload/contract.ts'
import type { CallArgs } from './calls.ts'
import { country, draft, id, list, record, text, uuid } from './draft-schema.ts'

/** As many files as anybody drops at once; each path as long as Windows allows. */
const MOST_FILES = 1_000
const LONGEST_PATH = 32_767

const nothing = v.strictTuple([])
const one = <S extends v.GenericSchema>(schema: S) => v.strictTuple([schema])

const signIn = { address: text(), email: text() }
const attempt = v.variant('with', [
  v.strictObject({ ...signIn, with: v.literal('token'), token: text(20_000) }),
  v.strictObject({ ...signIn, with: v.literal('password'), password: text(20_000) }),
])

const patch = record({
  country: v.exactOptional(country),
  ourNumber: v.exactOptional(text()),
  openTicket: v.exactOptional(v.boolean()),
  theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
} satisfies Record<keyof Settings, unknown>)

const paths = v.pipe(list(text(LONGEST_PATH), MOST_FILES), v.readonly())

/** What each call of the contract may carry. Unknown keys and further arguments are refused. */
export const SCHEMAS = {
  app: { start: nothing },
  accounts: { signIn: one(attempt), tryDemo: nothing, signOut: nothing },
  settings: { change: one(patch) },
  drafts: { keep: one(draft), discard: one(uuid) },
  callers: { find: one(text()), open: one(id) },
  calls: {
    save: one(draft),
    today: nothing,
    sendNow: one(uuid),
    correct: one(uuid),
    openTicket: one(uuid),
    openCaller: one(uuid),
  },
  intake: { readDropped: one(paths), pickFiles: nothing },
} as const satisfies { [S in keyof Desk]: { [C in keyof Desk[S]]: v.GenericSchema<unknown, CallArgs<S, C>> } }

type Schemas = typeof SCHEMAS
type TooNarrow = {
  [S in keyof Desk & keyof Schemas]: {
    [C in keyof Desk[S] & keyof Schemas[S]]: Schemas[S][C] extends v.GenericSchema
      ? CallArgs<S, C> extends v.InferOutput<Schemas[S][C]>
        ? never
        : C
      : never
  }[keyof Desk[S] & keyof Schemas[S]]
}[keyof Desk & keyof Schemas]
/** The compiler's proof that no schema refuses what the contract allows: an error here names the call. */
const wideEnough: [TooNarrow] extends [never] ? true : TooNarrow = true
void wideEnough
