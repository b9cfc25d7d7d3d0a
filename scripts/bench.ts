// npm run bench: how fast the app is, always against a baseline measured in the same run, since machines differ and are
// busy with other things. Prints a table and writes bench-results/latest.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { table } from '../test/bench/figures.ts'
import { measure } from '../test/bench/measure.ts'
import { withDesktop } from './lib/desktop.ts'
import { electronEnv, needsNoSandbox } from './lib/electron.ts'
import { prepare } from './lib/prepare.ts'
import { build, main, root } from './lib/run.ts'

main(async () => {
  const electron = await prepare('desktop')
  const { code } = await build()
  if (code !== 0) return code
  const figures = await withDesktop((env) =>
    measure({
      executable: electron.executable,
      flags: needsNoSandbox() ? ['--no-sandbox'] : [],
      env: electronEnv(electron, env),
      root,
      folder: join(root, 'test-results/bench'),
    }),
  )
  const machine = {
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
  }
  const results = join(root, 'bench-results')
  mkdirSync(results, { recursive: true })
  const report = { at: new Date().toISOString(), electron: electron.version, machine, figures }
  writeFileSync(join(results, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`)
  console.log(`\n${table(figures)}\n\nEvery single measurement is in ${join(results, 'latest.json')}`)
  return 0
})
