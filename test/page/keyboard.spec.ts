import type { Page } from '@playwright/test'
import { expect, test, type Opened } from './kit.ts'
import { storyOf } from './screens.ts'
import * as s from './stories.ts'

const number = (page: Page) => page.getByRole('textbox', { name: 'From', exact: true })
const notes = (page: Page) => page.getByLabel('Notes')
const found = (page: Page) => page.getByRole('img', { name: 'Caller found' })
const people = (page: Page, which: { checked?: boolean } = {}) => page.getByRole('radiogroup').getByRole('radio', which)

/** What the keyboard is on, by its accessible name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return ''
    const label =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0]?.textContent : null
    return (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').trim().replaceAll(/\s+/g, ' ')
  })

/** Everything Tab stops at from here to the end, once each. */
async function tabStops(page: Page, last: RegExp): Promise<string[]> {
  const stops = [await focused(page)]
  for (let presses = 0; presses < 40 && !last.test(stops.at(-1)!); presses++) {
    await page.keyboard.press('Tab')
    const next = await focused(page)
    // A date field has several stops of its own.
    if (next !== stops.at(-1)) stops.push(next)
  }
  return stops
}

test('Tab goes from the number to the notes and then through the rest', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': s.one })
  await expect(found(page)).toBeVisible()
  await number(page).focus()
  expect(await tabStops(page, /Save call/)).toEqual([
    'From', 'Notes', 'Subject', 'To', 'Started', 'Length', 'Priority: Urgent', 'Remove printer', 'Remove hardware', 'Tags',
    'Open ticket in browser', 'Clear', 'Save call Ctrl ↵',
  ]) // prettier-ignore
})

test('a question about the caller comes between the number and the notes', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': s.several })
  await expect(page.getByText('Who was it?')).toBeVisible()
  await number(page).focus()
  expect((await tabStops(page, /Subject/)).slice(0, 4)).toEqual(['From', 'Jane Doe', 'Notes', 'Subject'])
})

test('in the small window Tab goes from the number straight to the notes, past the card shown between them', async ({
  open,
}) => {
  for (const [name, field] of [
    ['log-one', 'Notes'],
    ['voicemail-one', 'What was said'],
  ] as const) {
    const { answers, arrive } = storyOf(name)
    const opened = await open(answers, { width: 368, height: 580 })
    await arrive(opened)
    await expect(opened.page.getByRole('button', { name: 'Open profile' })).toBeVisible()
    await number(opened.page).focus()
    await opened.page.keyboard.press('Tab')
    expect(await focused(opened.page)).toBe(field)
  }
})

test('1 to 9 choose a caller and the notes are next', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': s.several })
  await page.getByRole('radio', { name: 'Jane Doe' }).focus()
  await page.keyboard.press('2')
  await expect(page.getByRole('radio', { name: 'Tom Murphy' })).toBeChecked()
  await expect(notes(page)).toBeFocused()
  await page.keyboard.type('1 more')
  await expect(notes(page), 'digits are only digits in the notes').toHaveValue(/1 more$/)
  await expect(page.getByRole('radio', { name: 'Tom Murphy' })).toBeChecked()
})

for (const [who, finds] of [
  ['several', s.several],
  ['nobody', s.nobody],
] as const)
  test(`0 is somebody new, whose name can be typed at once (${who} found)`, async ({ open }) => {
    const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': finds })
    await number(page).focus()
    await people(page).first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('0')
    await expect(page.getByLabel('Their name')).toBeFocused()
    await page.keyboard.type('Ada 2')
    await expect(page.getByRole('radio', { name: 'Add as a new caller' })).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(notes(page)).toBeFocused()
    await expect(page.getByLabel('Their name')).toHaveValue('Ada 2')
  })

test('digits with Alt or Ctrl choose nobody', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': s.several })
  await page.getByRole('radio', { name: 'Jane Doe' }).focus()
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+2')
  await expect(people(page, { checked: true })).toHaveCount(0)
})

test('arrows walk through the people without leaving the question', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': s.several })
  await page.getByRole('radio', { name: 'Jane Doe' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Tom Murphy' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Tom Murphy' })).toBeFocused()
})

test('Ctrl+Enter and Cmd+Enter save from every field', async ({ open }) => {
  const answers = {
    ...s.started({ drafts: [s.written] }),
    'callers.find': s.one,
    'calls.save': { ok: false, error: { kind: 'busy' } },
  }
  const opened = await open(answers)
  const { page, made } = opened
  await expect(found(page)).toBeVisible()
  const fields = ['From', 'Notes', 'Subject', 'To', 'Started', 'Length', 'Tags']
  for (const [place, label] of fields.entries()) {
    await page.getByLabel(label, { exact: true }).focus()
    await page.keyboard.press(place % 2 ? 'Meta+Enter' : 'Control+Enter')
    await expect.poll(async () => (await made('calls.save')).length, `saves after ${label}`).toBe(place + 1)
    await expect(page.getByRole('button', { name: /Save call/ })).toHaveAttribute('aria-busy', 'false')
  }
  for (const name of [/^Open ticket/, /^Clear/, /^Remove printer/]) {
    const before = (await made('calls.save')).length
    await page.getByRole(name.source.startsWith('^Open') ? 'switch' : 'button', { name }).focus()
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await made('calls.save')).length, `saves after ${name.source}`).toBe(before + 1)
    await expect(page.getByRole('button', { name: /Save call/ })).toHaveAttribute('aria-busy', 'false')
  }
  await expect(page.getByRole('button', { name: 'Remove printer' }), 'the key did not press it').toBeVisible()
})

test('Esc throws nothing away', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': s.several })
  await expect(page.getByText('Who was it?')).toBeVisible()
  await page.getByLabel('Tags').fill('half a tag')
  for (const label of ['From', 'Notes', 'Subject', 'To', 'Length', 'Tags']) {
    const field = page.getByLabel(label, { exact: true })
    const before = await field.inputValue()
    await field.focus()
    await page.keyboard.press('Escape')
    await expect(field, label).toHaveValue(before)
    await expect(field, label).toBeFocused()
  }
})

test('Esc closes the question before Clear, and the list of priorities, and keeps what was typed', async ({ open }) => {
  const { page } = await open({ ...s.started({ drafts: [s.written] }), 'callers.find': s.one })
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('alertdialog').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Clear' })).toBeFocused()
  await page.getByLabel(/^Priority/).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(page.getByLabel(/^Priority/)).toBeFocused()
  await expect(notes(page)).toHaveValue(s.written.notes)
})

test('Alt and Space do nothing of their own', async ({ open }) => {
  const { page } = await open(s.started())
  await expect(number(page)).toBeFocused()
  await page.keyboard.press('Alt')
  await page.keyboard.press('Control+Space')
  await expect(number(page)).toBeFocused()
  await notes(page).focus()
  await page.keyboard.type('a b')
  await page.keyboard.press('Alt')
  await page.keyboard.type(' c')
  await expect(notes(page)).toHaveValue('a b c')
})

/** Stops whose looks don't change when they lose the focus; the keyboard stays on each. */
async function unmarkedStops({ page }: Opened, presses: number): Promise<string[]> {
  const unmarked = new Set<string>()
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('Tab')
    const same = await page.evaluate(() => {
      const at = document.activeElement
      if (!(at instanceof HTMLElement) || at === document.body) return false
      const around = [at, at.parentElement, at.parentElement?.parentElement].filter((one) => one instanceof HTMLElement)
      const looks = () =>
        around
          .map((one) =>
            (({ boxShadow, outline, borderColor }) => [boxShadow, outline, borderColor])(getComputedStyle(one)),
          )
          .join()
      const marked = looks()
      at.blur()
      const plain = looks()
      at.focus()
      return marked === plain
    })
    if (same) unmarked.add(await focused(page))
  }
  return [...unmarked]
}

for (const name of ['sign-in', 'log-several', 'log-drafts', 'voicemail-one', 'voicemail-refused', 'today', 'settings'])
  test(`${name}: what has the focus can always be seen`, async ({ open }) => {
    const { answers, arrive } = storyOf(name)
    const opened = await open(answers)
    await arrive(opened)
    expect(await unmarkedStops(opened, 30)).toEqual([])
  })
