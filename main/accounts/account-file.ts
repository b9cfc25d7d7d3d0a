import * as v from 'valibot'
import { openJsonFile, type JsonFile } from '../settings/json-file.ts'

/** Who is signed in, without any secret. Written to `accounts.json` in the profile. */
export interface KeptAccount {
  /** As it was understood: `https://acme.zendesk.com`. */
  readonly origin: string
  readonly subdomain: string
  readonly email: string
  readonly agentId: number
  readonly agentName: string
  readonly method: 'token' | 'password'
  readonly demo: boolean
}

interface AccountFile {
  /** Null after signing out. */
  readonly active: KeptAccount | null
  /** Filled into the sign-in form. */
  readonly last: { readonly address: string; readonly email: string } | null
  /** Keychain accounts under which a secret was stored: an empty keychain is then "lost", not "signed out". */
  readonly stored: readonly string[]
}

/** No cap: one value too long would cost the whole file, and with it the sign-in. */
const text = v.string()
const account = v.object({
  origin: text,
  subdomain: text,
  email: text,
  agentId: v.pipe(v.number(), v.safeInteger()),
  agentName: text,
  method: v.picklist(['token', 'password']),
  demo: v.boolean(),
})
const schema = v.object({
  active: v.nullable(account),
  last: v.nullable(v.object({ address: text, email: text })),
  stored: v.array(text),
})

export const openAccountFile = (path: string, now: () => Date): JsonFile<AccountFile> =>
  openJsonFile<AccountFile>({ path, schema, empty: { active: null, last: null, stored: [] }, now })
