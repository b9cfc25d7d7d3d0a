import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** WCAG 2.1 A and AA. Nothing may be fetched: the page's policy forbids it, and would be heard complaining. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  resultTypes: ['violations'],
  preload: false,
}

/** What a reader of WCAG would find wrong on the page as it stands; one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const results: AxeResults = await page.evaluate(`axe.run(${JSON.stringify(RULES)})`)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`,
    ),
  )
}

/** What is cut off, out of reach or covered on the page as it stands; one line each. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const controls = 'button, input, textarea, select, a, [role="radio"], [role="slider"], [role="option"]'
    const name = (element: Element): string => {
      const words = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? ''
      return `<${element.tagName.toLowerCase()} class="${element.classList.toString().replaceAll(/\s*svelte-\w+/g, '')}"> ${words}`
    }
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const inside = (box: DOMRect): boolean => box.left >= -1 && box.right <= innerWidth + 1
    const hidden = (element: Element): boolean => element.closest('.out-of-sight, [aria-hidden="true"] *') !== null

    const scroller = document.scrollingElement!
    if (scroller.scrollWidth > scroller.clientWidth) faults.push(`the page is ${scroller.scrollWidth} wide`)

    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!shown(element) || hidden(element) || element instanceof SVGElement) continue
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
      const field = element.matches('input, textarea, select')
      const tooWide = element.scrollWidth - element.clientWidth > 1 && element.clientWidth > 0
      if (tooWide && !field && overflowX !== 'visible') {
        const whole = element.closest('[title]')?.getAttribute('title') ?? ''
        // What people wrote may be shortened, if all of it can be had. Our own words may not.
        if (textOverflow !== 'ellipsis' && !element.matches('.strip')) faults.push(`cut at the side: ${name(element)}`)
        else if (textOverflow === 'ellipsis' && !whole)
          faults.push(`shortened, and not to be had in full: ${name(element)}`)
      }
      const tooTall = element.scrollHeight - element.clientHeight > 1 && element.clientHeight > 0
      if (tooTall && !field && overflowY === 'hidden' && textOverflow !== 'ellipsis')
        faults.push(`cut below: ${name(element)}`)
      if (element instanceof HTMLInputElement && element.value === '' && element.placeholder) {
        const pen = document.createElement('canvas').getContext('2d')!
        pen.font = getComputedStyle(element).font
        if (pen.measureText(element.placeholder).width > element.clientWidth + 1)
          faults.push(`placeholder cut: ${element.placeholder}`)
      }
    }

    // What is open above the page keeps everything else out of reach, on purpose.
    const front = document.querySelector('[role="alertdialog"], [role="listbox"]') ?? document
    for (const control of front.querySelectorAll<HTMLElement>(controls)) {
      if (!shown(control) || hidden(control) || control.closest('[inert]')) continue
      control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
      const box = control.getBoundingClientRect()
      if (box.width === 0 || control.matches('[aria-hidden="true"]')) continue
      if (!inside(box)) faults.push(`beyond the window: ${name(control)}`)
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 12)]
      const top = document.elementFromPoint(x, y)
      const reached =
        top !== null && (control.contains(top) || top.contains(control) || top.closest('label')?.control === control)
      if (!reached) faults.push(`covered or out of reach: ${name(control)} by ${top ? name(top) : 'the edge'}`)
    }
    return faults
  })
}

/** Which of these can't be seen as they stand, wholly within the window and not scrolled out of their list. */
export async function unseen(page: Page, selectors: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (all) =>
      all.filter((selector) => {
        const element = document.querySelector(selector)
        if (!element?.checkVisibility()) return true
        const box = element.getBoundingClientRect()
        const corners = [
          [box.left + 2, box.top + 2],
          [box.right - 2, box.bottom - 2],
        ] as const
        return corners.some(([x, y]) => {
          const top = document.elementFromPoint(x, y)
          return top === null || !(element.contains(top) || top.contains(element))
        })
      }),
    selectors,
  )
}
