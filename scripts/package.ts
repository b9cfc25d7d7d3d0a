// npm run package: the app for this machine, by electron-builder. npm run package -- --dir packs without any download.
import { electronEnv, findElectron, getElectron } from './lib/electron.ts'
import { refusal } from './lib/package-guard.ts'
import { build, main, runNode, Stop, tool } from './lib/run.ts'
import { ensureSystem, unpackNeeds } from './lib/system.ts'

main(async () => {
  const args = process.argv.slice(2)
  const { choice, line } = await findElectron()
  const refusedBefore = refusal(choice, args)
  if (refusedBefore) throw new Stop(`${line}\n${refusedBefore}`)
  if (choice === 'fallback') await ensureSystem(unpackNeeds)
  const electron = await getElectron(choice)
  console.log(line)
  const built = await build()
  if (built.code !== 0) return built.code
  const from =
    electron.kind === 'official'
      ? []
      : [`--config.electronDist=${electron.dist}`, `--config.electronVersion=${electron.version}`]
  const packed = await runNode(tool('electron-builder'), [...args, ...from], { env: electronEnv(electron) })
  if (packed.code === 0 && electron.kind === 'fallback')
    console.log('Packed to look at, not to release: NOT-FOR-RELEASE.txt lies in it.')
  return packed.code
})
