import { showNumber } from '../../preload/numbers.ts'
import { session } from './session.svelte.ts'

/** A number as this agent reads it. */
export const number = (value: string): string => showNumber(value, session.settings.country)

/** Time of day in the agent's locale. */
export function timeOfDay(iso: string): string {
  return new Intl.DateTimeFormat(session.locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(iso))
}

/** Time of day for today, else the day and the time. */
export function dayAndTime(iso: string, now: Date = new Date()): string {
  const moment = new Date(iso)
  if (moment.toDateString() === now.toDateString()) return timeOfDay(iso)
  return new Intl.DateTimeFormat(session.locale, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }).format(moment) // prettier-ignore
}

/** Two letters for a person without a picture. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase(session.locale)
}

/** Title of a country in the agent's language. */
export function countryName(code: string): string {
  return new Intl.DisplayNames([session.locale], { type: 'region' }).of(code) ?? code
}
