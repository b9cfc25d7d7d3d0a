import { pathToFileURL } from 'node:url'
import { app } from 'electron'
import { saveRounds } from './save.ts'
import { firstUsable, tellStarter } from './shown.ts'

// The real app, built, with a stopwatch beside it: AFTERCALL_BENCH_ROUNDS=0 measures the start alone.
const rounds = Number(process.env['AFTERCALL_BENCH_ROUNDS'])

void firstUsable()
  .then(async ({ window, at }) => tellStarter(rounds === 0 ? at : await saveRounds(window, rounds)))
  // The app would only log it.
  .catch(console.error)
  .finally(() => app.quit())
await import(pathToFileURL(process.env['AFTERCALL_BENCH_APP'] ?? '').href)
