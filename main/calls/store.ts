import type { StorageTrouble } from '../../preload/contract.ts'
import { ok, type Result } from '../../preload/result.ts'
import { createAttempts, type Attempts } from './attempts.ts'
import type { Database } from './database.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { createEntries, type Entries } from './entries.ts'
import type { Hold } from './hold.ts'
import type { Moment } from './moments.ts'
import { seal, unseal } from './seal.ts'
import { blob, bytesOf } from './sqlite.ts'

/** What is kept between two runs of the program. Synchronous: an answer means it is on disk. */
export interface Store extends Drafts, Entries, Attempts {
  /** Why an account's sending is held, so that a restart does not cut a pause short. */
  hold(account: string): Result<Hold | null, StorageTrouble>
  keepHold(account: string, hold: Hold | null): Result<null, StorageTrouble>
}

export function createStore(database: Database, now: () => Moment): Store {
  return {
    ...createDrafts(database),
    ...createEntries(database, now),
    ...createAttempts(database),
    hold(account) {
      const read = database.run((sql) => sql.row(`SELECT ${blob('body')} FROM holds WHERE account = ?`, account))
      return read.ok ? ok(unseal('hold', bytesOf(read.value?.body)) as Hold | null) : read
    },
    keepHold: (account, hold) =>
      database.run((sql) => {
        if (!hold) sql.run('DELETE FROM holds WHERE account = ?', account)
        else
          sql.run(
            'INSERT INTO holds (account, body) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET body = excluded.body',
            account,
            seal('hold', hold),
          )
        return null
      }),
  }
}
