import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Shorter numbers are extensions and the like: they only ever match as they are. */
const parsed = (digits: string) => {
  const number = parsePhoneNumberFromString(`+${digits}`)
  return number?.isPossible() ? number : undefined
}

/**
 * The search term for a number (digits only, as the guide "Retrieving the Zendesk user id of a caller" demands).
 * The national part behind a `*` finds every spelling of it, with or without country code; an extension is taken whole.
 * It may find too much: {@link sameNumber} decides.
 */
export function phoneTerm(digits: string): string {
  const number = parsed(digits)
  return number ? `phone:*${number.nationalNumber}` : `phone:${digits}`
}

/**
 * Whether a number as somebody once typed it into Zendesk is the number with these E.164 digits (no plus).
 * A number without a country code is read as one of the caller's own country. `x123` and the like are left aside,
 * as an extension never shows on the other side's phone.
 */
export function sameNumber(stored: string, digits: string): boolean {
  const storedDigits = stored.replace(/(?:x|ext\.?|;ext=|#)\s*\d+\s*$/i, '').replace(/\D/g, '')
  if (storedDigits === digits || storedDigits === `00${digits}` || storedDigits === `011${digits}`) return digits !== ''
  const called = parsed(digits)
  if (!called) return false
  return parsePhoneNumberFromString(stored, { defaultCallingCode: called.countryCallingCode })?.number === called.number
}
