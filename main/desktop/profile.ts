import { join } from 'node:path'
import type { App } from 'electron'

/** Where the profile's files are; all of them readable by their owner only. */
export interface ProfilePaths {
  readonly root: string
  readonly settings: string
  readonly accounts: string
  readonly window: string
  readonly calls: string
  readonly recordings: string
  readonly demo: string
  readonly logs: string
}

/**
 * Before ready: chooses the profile folder. On Windows the default one roams between computers, and calls and
 * recordings must not travel. The demo has a profile of its own, so that it never touches a real sign-in.
 * `--user-data-dir` still decides when it is given.
 */
export function chooseProfile(
  app: Pick<App, 'getPath' | 'setPath' | 'commandLine' | 'name'>,
  env: NodeJS.ProcessEnv,
  demo: boolean,
): ProfilePaths {
  const local = process.platform === 'win32' ? env['LOCALAPPDATA'] : undefined
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(local ?? app.getPath('appData'), demo ? `${app.name} demo` : app.name))
  }
  const root = app.getPath('userData')
  return {
    root,
    settings: join(root, 'settings.json'),
    accounts: join(root, 'accounts.json'),
    window: join(root, 'window.json'),
    calls: join(root, 'calls'),
    recordings: join(root, 'recordings'),
    demo: join(root, 'demo-zendesk.json'),
    logs: join(root, 'logs'),
  }
}
