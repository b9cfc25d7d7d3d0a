import { AsYouType, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'

/** ISO 3166 two-letter country that numbers without a country code are read in. */
export type Country = CountryCode

/** What a typed number turned out to be. `e164` is what Zendesk gets; `digits` of an extension stay as they are. */
export type ReadNumber =
  | { readonly is: 'empty' }
  | { readonly is: 'withheld' }
  | { readonly is: 'extension'; readonly digits: string }
  | { readonly is: 'number'; readonly e164: string }
  | { readonly is: 'invalid'; readonly why: 'letters' | 'tooShort' | 'tooLong' | 'unknown' }

/** The words phone systems print where a caller gave no number. */
const WITHHELD = new Set(['anonymous', 'unknown', 'private', 'restricted', 'unavailable', 'withheld', 'blocked'])
const EXTENSION = /^\d{2,6}$/
const NUMBER_CHARACTERS = /^[+\d\s().\-/]*$/

/**
 * Reads a phone number as people and phone systems write it.
 * Possible lengths are accepted without asking whether the range is in use: new ranges appear every month,
 * and refusing a real caller is worse than accepting an odd one.
 */
export function readNumber(typed: string, country: Country): ReadNumber {
  const text = withoutLink(plain(typed)).replace(/%2B/gi, '+').trim()
  if (text === '') return { is: 'empty' }
  if (WITHHELD.has(text.toLowerCase())) return { is: 'withheld' }
  if (!NUMBER_CHARACTERS.test(text)) return { is: 'invalid', why: 'letters' }
  const bare = text.replace(/[^\d+]/g, '')
  if (/^0+$/.test(bare)) return { is: 'withheld' }
  if (EXTENSION.test(bare)) return { is: 'extension', digits: bare }
  const digits = bare.replace(/\D/g, '').length
  if (digits < 7) return { is: 'invalid', why: 'tooShort' }
  if (digits > 17) return { is: 'invalid', why: 'tooLong' }
  const parsed = parsePhoneNumberFromString(text.replace(/^00/, '+'), country)
  if (parsed?.isPossible()) return { is: 'number', e164: parsed.number }
  return { is: 'invalid', why: 'unknown' }
}

/** In plain signs: copied numbers bring invisible marks and typographic dashes along, and there are other digits than ours. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim()

/** `tel:`, `sip:` and `callto:` links, of which only the number counts: no server, no parameters. */
const withoutLink = (text: string): string => /^(?:tel|sips?|callto):(?:\/\/)?([^@;?]*)/i.exec(text)?.[1] ?? text

/** A number for reading: national form at home, international elsewhere; anything unreadable stays as it is. */
export function showNumber(number: string, country: Country): string {
  const parsed = parsePhoneNumberFromString(number, country)
  if (!parsed?.isPossible()) return number
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational()
}

/** A number for a ticket, where readers sit in any country. */
export function showInternational(number: string): string {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.isPossible() ? parsed.formatInternational() : number
}

/** Groups the digits while they are typed; text that is no number is left alone. */
export function groupWhileTyping(typed: string, country: Country): string {
  if (!/^[+\d(][\d\s().-]*$/.test(typed)) return typed
  try {
    return new AsYouType(country).input(typed)
  } catch {
    // The library fails on a few beginnings, such as 09 on Cape Verde. What is typed comes first.
    return typed
  }
}
