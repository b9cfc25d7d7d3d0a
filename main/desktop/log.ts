import { LOG_EVENTS, type LogEvent, type LogFields } from './log-events.ts'
import type { Check } from './log-fields.ts'

/** Never throws, and writes nothing but what LOG_EVENTS lists. */
export type Log = <E extends LogEvent>(event: E, fields?: LogFields<E>) => void

/** `write` gets one line of JSON without its line end. */
export function createLog(options: { readonly now: () => Date; readonly write: (line: string) => void }): Log {
  return (event, fields) => {
    try {
      if (!Object.hasOwn(LOG_EVENTS, event)) return
      const line = { time: options.now().toISOString(), event, ...allowed(LOG_EVENTS[event], fields ?? {}) }
      options.write(JSON.stringify(line))
    } catch {
      // A log that fails must not take the app with it.
    }
  }
}

function allowed(checks: Readonly<Record<string, Check<unknown>>>, fields: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, check] of Object.entries(checks)) {
    if (!Object.hasOwn(fields, name)) continue
    const value = (fields as Record<string, unknown>)[name]
    // A value that may not be written leaves a mark, so that its absence is noticed.
    if (value !== undefined) kept[name] = check(value) ?? '?'
  }
  return kept
}
