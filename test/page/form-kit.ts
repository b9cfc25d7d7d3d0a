import type { Locator, Page } from '@playwright/test'
import type { CallItem } from '../../preload/contract.ts'
import type { Draft } from '../../preload/draft.ts'
import type { Result } from '../../preload/result.ts'
import type { Opened } from './kit.ts'
import { item } from './stories.ts'

/** The fields of the form in front. */
export const number = (page: Page): Locator => page.getByRole('textbox', { name: /^(From|To)$/ }).first()
export const notes = (page: Page): Locator => page.getByLabel('Notes')
export const saveButton = (page: Page): Locator => page.getByRole('button', { name: /^Save/ })
/** The mark that one person was found and chosen. */
export const found = (page: Page): Locator => page.getByRole('img', { name: 'Caller found' })
export const people = (page: Page): Locator => page.getByRole('radiogroup').getByRole('radio')

export const saves: Result<CallItem, never> = {
  ok: true,
  value: item(1, { state: { is: 'waiting', why: 'next', until: null } }),
}

/** The drafts that were saved so far, as main got them. */
export const saved = async ({ made }: Opened): Promise<Draft[]> =>
  (await made('calls.save')).map(([draft]) => draft as Draft)
/** The drafts that were kept so far, as main got them. */
export const kept = async ({ made }: Opened): Promise<Draft[]> =>
  (await made('drafts.keep')).map(([draft]) => draft as Draft)

export const goTo = (page: Page, name: 'Log a call' | 'Voicemail' | 'Today' | 'Settings'): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click()
