import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** E.164, with Zendesk's `x123` for an extension. */
export function isE164(phone: string): boolean {
  return /^\+[1-9]\d{1,14}(x\d{1,7})?$/.test(phone)
}

export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '')
}

/** For people: `+1 661 748 0240`. What is no full number (an extension, a withheld caller) stays as it is. */
export function formatPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
}
