// npm start: builds the app and runs it from source. Arguments go to the app: npm start -- --demo
import { runApp } from './lib/app.ts'
import { hasDisplay } from './lib/desktop.ts'
import { prepare } from './lib/prepare.ts'
import { build, main, Stop } from './lib/run.ts'

main(async () => {
  if (!hasDisplay())
    throw new Stop('There is no display to open a window on. To see the app work without: npm run demo')
  const electron = await prepare('window')
  const { code } = await build()
  return code === 0 ? runApp(electron, process.argv.slice(2)) : code
})
