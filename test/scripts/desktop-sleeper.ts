// Started by desktop.test.ts: sits in a desktop until it is ended.
import { withDesktop } from '../../scripts/lib/desktop.ts'
import { main, run } from '../../scripts/lib/run.ts'

main(() =>
  withDesktop(async (env) => {
    const started = (child: { pid?: number | undefined }) =>
      console.log(JSON.stringify({ folder: env['AFTERCALL_DESKTOP'], pid: child.pid }))
    return (await run('sleep', ['1000'], { env, quiet: true, started })).code
  }),
)
