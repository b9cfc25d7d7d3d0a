// @vitest-environment node
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BACKGROUND } from '../../main/desktop/window-options.ts'

const css = readFileSync(resolve(import.meta.dirname, '../../renderer/tokens.css'), 'utf8')
const [light, dark] = css
  .split("[data-theme='dark']")
  .map((part) =>
    Object.fromEntries([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6,8})/g)].map((found) => [found[1]!, found[2]!])),
  )

const channel = (hex: string, at: number): number => parseInt(hex.slice(at, at + 2), 16)
/** A colour as it is seen on an opaque one: `#rrggbbaa` lets what is below shine through. */
const over = (hex: string, below: string): number[] => {
  const alpha = hex.length > 7 ? channel(hex, 7) / 255 : 1
  return [1, 3, 5].map((at) => channel(hex, at) * alpha + channel(below, at) * (1 - alpha))
}
/** WCAG 2.1's relative luminance. */
const luminance = (rgb: number[]): number => {
  const [r, g, b] = rgb.map((value) =>
    value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(front: string, back: string, below: string): number {
  const [one, other] = [luminance(over(front, back)), luminance(over(back, below))].toSorted((a, b) => b - a)
  return (one! + 0.05) / (other! + 0.05)
}

const SURFACES = ['bg', 'surface', 'surface-2', 'surface-3']
const ON_SURFACES = ['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'wait', 'bad', 'info', 'in', 'out', 'vm']
const PAIRS: [front: string, back: string][] = [
  ...ON_SURFACES.flatMap((front) => SURFACES.map((back): [string, string] => [front, back])),
  ...['ok', 'wait', 'bad', 'info', 'accent'].map((tone): [string, string] => [tone, `${tone}-soft`]),
  ...['ink', 'ink-2'].map((ink): [string, string] => [ink, 'accent-soft']),
  ...['accent', 'accent-hover', 'in', 'out', 'vm'].map((back): [string, string] => ['on-accent', back]),
  ['surface', 'bad'],
]

describe.each([
  ['light', light!],
  ['dark', { ...light!, ...dark! }],
])('%s', (theme, tokens) => {
  test('every text can be read where it stands (4.5:1)', () => {
    const poor = PAIRS.map(
      ([front, back]) => [front, back, contrast(tokens[front]!, tokens[back]!, tokens['surface']!)] as const,
    )
    expect(poor.filter(([, , ratio]) => ratio < 4.5)).toEqual([])
  })

  test('where a field ends can be seen (3:1)', () => {
    expect(contrast(tokens['line-field']!, tokens['surface']!, tokens['surface']!)).toBeGreaterThanOrEqual(3)
  })

  test('the window is painted in the page’s own colour before the page is there', () => {
    expect(BACKGROUND[theme as keyof typeof BACKGROUND]).toBe(tokens['bg'])
  })
})
