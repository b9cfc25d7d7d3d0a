import type { Page } from '@playwright/test'
import { accessibilityFaults, layoutFaults } from './checks.ts'
import { COMPACT, expect, SMALLEST, test, WIDE, type Size } from './kit.ts'
import { stories } from './screens.ts'

// Each screen in each state: in both themes and at every size nothing is cut off, out of reach or hard to read.
// AFTERCALL_PICTURES=folder keeps a picture of each.

/** The widths just above each turn of the layout are its narrowest. */
const SIZES: Readonly<Record<string, Size>> = {
  wide: WIDE,
  middle: { width: 861, height: 620 },
  narrow: { width: 721, height: 600 },
  icons: { width: 720, height: 600 },
  compact: COMPACT,
  smallest: SMALLEST,
}
const pictures = process.env['AFTERCALL_PICTURES']

/** From the top, as it is met. */
async function picture(page: Page, path: string): Promise<void> {
  await page.evaluate(() =>
    document.querySelectorAll('*').forEach((element) => element.scrollTo({ top: 0, behavior: 'instant' })),
  )
  await page.screenshot({ path })
}

for (const { name, answers, arrive } of stories) {
  test(`${name}: nothing cut off, nothing hard to read`, async ({ open }) => {
    const opened = await open(answers)
    const { page } = opened
    await arrive(opened)
    const faults: Record<string, readonly string[]> = {}
    for (const [size, box] of Object.entries(SIZES)) {
      await opened.resize(box)
      for (const theme of ['light', 'dark']) {
        if (theme === 'dark' && box !== WIDE && box !== COMPACT) continue
        await opened.dark(theme === 'dark')
        if (pictures) await picture(page, `${pictures}/${name}-${size}-${theme}.png`)
        if (box === WIDE || theme === 'light') faults[`${size} ${theme}`] = await accessibilityFaults(page)
      }
      await opened.dark(false)
      faults[size] = await layoutFaults(page)
    }
    await opened.resize(WIDE)
    await opened.zoom(2)
    faults['200 %'] = await layoutFaults(page)
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  })
}
