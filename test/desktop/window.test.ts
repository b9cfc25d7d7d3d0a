import { describe, expect, it } from 'vitest'
import { createBudget } from '../../main/desktop/budget.ts'
import { menuTemplate } from '../../main/desktop/menu-template.ts'
import { windowOptions } from '../../main/desktop/window-options.ts'
import { placeWindow } from '../../main/desktop/window-place.ts'

const options = (dark = false) =>
  windowOptions({ preload: '/app/preload.cjs', dark, place: { width: 960, height: 720 } })

describe('every window', () => {
  it('gives its page nothing but the bridge', () => {
    expect(options().webPreferences).toEqual({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      webviewTag: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
  })

  it('is shown when it has something to show, on the background of its theme', () => {
    expect(options().show).toBe(false)
    expect(options(true).backgroundColor).not.toBe(options(false).backgroundColor)
  })

  it('is named after the app, with no word about a customer', () => expect(options().title).toBe('Aftercall'))
  it('can be as small as 360 × 480', () => expect([options().minWidth, options().minHeight]).toEqual([360, 480]))
})

describe('a window comes back', () => {
  const laptop = { x: 0, y: 25, width: 1440, height: 875 }
  const right = { x: 1440, y: 0, width: 1920, height: 1080 }
  const left = { x: -1280, y: 0, width: 1280, height: 1024 }
  const place = (x: number, y: number, width = 800, height = 600) => ({ x, y, width, height, maximised: false })

  it.each([
    { name: 'where it was', was: place(100, 100), on: [laptop], is: { x: 100, y: 100, width: 800, height: 600 } },
    {
      name: 'on the second display',
      was: place(1600, 50),
      on: [laptop, right],
      is: { x: 1600, y: 50, width: 800, height: 600 },
    },
    {
      name: 'on a display to the left',
      was: place(-1000, 10),
      on: [laptop, left],
      is: { x: -1000, y: 10, width: 800, height: 600 },
    },
    { name: 'centred when its display is gone', was: place(1600, 50), on: [laptop], is: { width: 800, height: 600 } },
    {
      name: 'whole when it was half outside',
      was: place(1200, 500),
      on: [laptop],
      is: { x: 640, y: 300, width: 800, height: 600 },
    },
    {
      name: 'on the display it was mostly on',
      was: place(1400, 100),
      on: [laptop, right],
      is: { x: 1440, y: 100, width: 800, height: 600 },
    },
    { name: 'below the menu bar', was: place(100, 10), on: [laptop], is: { x: 100, y: 25, width: 800, height: 600 } },
    {
      name: 'no bigger than the display',
      was: place(0, 25, 3000, 2000),
      on: [laptop],
      is: { x: 0, y: 25, width: 1440, height: 875 },
    },
    {
      name: 'no smaller than it can be',
      was: place(10, 30, 5, 5),
      on: [laptop],
      is: { x: 10, y: 30, width: 360, height: 480 },
    },
    {
      name: 'centred when its title bar was out of reach',
      was: place(100, -600),
      on: [laptop],
      is: { width: 800, height: 600 },
    },
    { name: 'at its usual size the first time', was: null, on: [laptop], is: { width: 960, height: 720 } },
    {
      name: 'at its usual size from a broken memory',
      was: place(NaN, 0),
      on: [laptop],
      is: { width: 960, height: 720 },
    },
    { name: 'without any display', was: place(1, 1), on: [], is: { width: 800, height: 600 } },
  ])('$name', ({ was, on, is }) => expect(placeWindow(was, on)).toEqual(is))
})

describe('the menu', () => {
  const roles = (mac: boolean, developing = false) =>
    menuTemplate({ mac, developing }).flatMap((item) => [
      item.role,
      ...[item.submenu ?? []].flat().map((sub) => 'role' in sub && sub.role),
    ])

  it('has the text shortcuts and the text size everywhere', () => {
    for (const mac of [true, false])
      expect(roles(mac)).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom', 'close']))
  })
  it('starts with the app on a Mac only', () =>
    expect([roles(true)[0], roles(false)[0]]).toEqual(['appMenu', 'editMenu']))
  it('never reloads the page', () => expect(roles(true, true)).not.toContain('reload'))
  it('opens the developer tools during development only', () => {
    expect(roles(false, true)).toContain('toggleDevTools')
    expect(roles(false)).not.toContain('toggleDevTools')
  })
})

it('a page that keeps crashing is reloaded a few times only, and again later', () => {
  let now = 0
  const may = createBudget(3, 60_000, () => now)
  expect([may(), may(), may(), may()]).toEqual([true, true, true, false])
  now = 59_999
  expect(may()).toBe(false)
  now = 60_000
  expect([may(), may(), may(), may()]).toEqual([true, true, true, false])
})
