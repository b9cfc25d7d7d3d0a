export type ScreenName = 'log' | 'voicemail' | 'today' | 'settings'

/** Which screen is shown. */
export const screen: { name: ScreenName } = $state({ name: 'log' })

export function show(name: ScreenName): void {
  screen.name = name
}
