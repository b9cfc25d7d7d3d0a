// npm run check: format, lint, types (against both Electrons), dead code. One line each while all is well.
import { check } from './lib/check.ts'
import { main } from './lib/run.ts'

main(async () => ((await check()).every(({ ok }) => ok) ? 0 : 1))
