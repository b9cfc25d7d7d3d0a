import type { State, User } from './account/model.ts'
import { findUser } from './account/state.ts'
import { usersWith } from './account/users.ts'

/** A bearer token that works, whom it stands for and what it may do (`read`, `write`). */
export interface BearerGrant {
  readonly userId: number
  readonly scopes: readonly string[]
}

/** The account's secrets. `bearerTokens` is where tokens come from once there is a way to sign in for them. */
export interface Access {
  /** Account-wide: each works with the email of any of its users. */
  readonly apiTokens: ReadonlySet<string>
  /** User id → password. */
  readonly passwords: ReadonlyMap<number, string>
  readonly bearerTokens: Map<string, BearerGrant>
}

export type Identity =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly user: User; readonly scopes: readonly string[] }
  | { readonly kind: 'refused'; readonly scheme: 'basic' | 'bearer' }

const EVERYTHING = ['read', 'write']

/** Who an Authorization header is: Basic `email/token:TOKEN`, Basic `email:password`, or Bearer. */
export function authenticate(header: string | undefined, state: State, access: Access): Identity {
  if (header === undefined) return { kind: 'anonymous' }
  const [, scheme = '', secret = ''] = /^(\S+)\s*(.*)$/.exec(header) ?? []
  if (scheme.toLowerCase() === 'bearer') {
    const grant = access.bearerTokens.get(secret)
    const user = grant && findUser(state, grant.userId)
    return user ? { kind: 'user', user, scopes: grant.scopes } : { kind: 'refused', scheme: 'bearer' }
  }
  const user = scheme.toLowerCase() === 'basic' ? basicUser(secret, state, access) : undefined
  return user ? { kind: 'user', user, scopes: EVERYTHING } : { kind: 'refused', scheme: 'basic' }
}

function basicUser(encoded: string, state: State, access: Access): User | undefined {
  const [, login = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  const email = login.replace(/\/token$/, '')
  const user = usersWith(state, 'email', email)[0]
  if (!user) return undefined
  const good = email === login ? access.passwords.get(user.id) === secret : access.apiTokens.has(secret)
  return good ? user : undefined
}
