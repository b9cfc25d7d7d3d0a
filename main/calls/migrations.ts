/**
 * Numbered by their place, each run once and in one transaction; the number reached is kept in `user_version`.
 * A released one is never edited: add the next.
 *
 * Bodies are sealed JSON (seal.ts). The columns beside them exist for finding rows. `seq` is the order of saving,
 * which no clock can change. `due` is on the monotonic clock and reset when a sender starts.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE drafts (
    seq INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (account, id)
  ) STRICT;

  CREATE TABLE entries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('todo', 'sending', 'followUp', 'needsYou', 'done')),
    due INTEGER NOT NULL DEFAULT 0,
    call BLOB NOT NULL,
    draft BLOB NOT NULL,
    progress BLOB NOT NULL,
    UNIQUE (account, id)
  ) STRICT;
  CREATE INDEX entries_open ON entries (account, phase, due) WHERE phase <> 'done';
  CREATE INDEX entries_day ON entries (account, saved_at);

  CREATE TABLE attempts (
    seq INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    entry TEXT NOT NULL,
    number INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (account, entry, number)
  ) STRICT;

  CREATE TABLE holds (
    seq INTEGER PRIMARY KEY,
    account TEXT NOT NULL UNIQUE,
    body BLOB NOT NULL
  ) STRICT;
  `,
]
