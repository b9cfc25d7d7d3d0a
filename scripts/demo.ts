// npm run demo: the app's main job, with no account. With a display the window opens on the demo workspace; without one
// demo-drive.ts does what a person would, in a desktop of its own.
import { runApp } from './lib/app.ts'
import { hasDisplay, withDesktop } from './lib/desktop.ts'
import { electronEnv } from './lib/electron.ts'
import { prepare } from './lib/prepare.ts'
import { build, main, runNode, tool } from './lib/run.ts'

main(async () => {
  const args = process.argv.slice(2)
  const visible = hasDisplay()
  const electron = await prepare(visible ? 'window' : 'desktop')
  const { code } = await build()
  if (code !== 0) return code
  if (visible) return runApp(electron, ['--demo', ...args])
  return withDesktop(async (env) => {
    const driver = await runNode(tool('tsx'), ['scripts/demo-drive.ts', ...args], { env: electronEnv(electron, env) })
    return driver.code
  })
})
