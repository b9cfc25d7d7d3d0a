const WITHHELD = new Set(['anonymous', 'unknown', 'private', 'restricted', 'unavailable', 'withheld'])

/** Whether a phone system's text means that there is no caller number. */
export const isWithheld = (text: string): boolean => WITHHELD.has(text.trim().toLowerCase()) || /^0*$/.test(text.trim())

/** A number as phone systems write it, or an extension: digits with the usual marks between them. */
export const isNumberLike = (text: string): boolean => /^\+?[\d\s().-]{2,40}$/.test(text) && /\d\D*\d/.test(text)

/** Two to six digits ring a desk or mailbox inside, not a phone outside. */
export const isExtension = (text: string): boolean => /^\d{2,6}$/.test(text.replace(/\D/g, '')) && !text.startsWith('+')
