import { getCountries } from 'libphonenumber-js'
import { describe, expect, test } from 'vitest'
import { groupWhileTyping, readNumber, showInternational, showNumber, type Country } from '../../preload/numbers.ts'
import { between, oneOf, seeded } from '../fakes/random.ts'

const countries = getCountries()

const e164 = (number: string) => ({ is: 'number', e164: number })

describe('a number is read as people and phone systems write it', () => {
  test.each<[typed: string, country: Country, read: object]>([
    ['+1 661 748 0240', 'US', e164('+16617480240')],
    ['(661) 748-0240', 'US', e164('+16617480240')],
    ['661.748.0240', 'US', e164('+16617480240')],
    ['6617480240', 'US', e164('+16617480240')],
    ['+1 661 748 0240', 'DE', e164('+16617480240')],
    ['030 5550199', 'DE', e164('+49305550199')],
    ['0049 30 5550199', 'DE', e164('+49305550199')],
    ['0049 30 5550199', 'US', e164('+49305550199')],
    ['%2B353 1 555 0142', 'US', e164('+35315550142')],
    ['tel:+35315550142', 'US', e164('+35315550142')],
    ['tel://+35315550142', 'US', e164('+35315550142')],
    ['callto:+35315550142', 'US', e164('+35315550142')],
    ['  +353 1 555 0142  ', 'US', e164('+35315550142')],
    ['200', 'US', { is: 'extension', digits: '200' }],
    ['20-01', 'US', { is: 'extension', digits: '2001' }],
    ['', 'US', { is: 'empty' }],
    ['   ', 'US', { is: 'empty' }],
    ['Anonymous', 'US', { is: 'withheld' }],
    ['withheld', 'US', { is: 'withheld' }],
    ['unknown', 'DE', { is: 'withheld' }],
    ['00000', 'US', { is: 'withheld' }],
    ['jane', 'US', { is: 'invalid', why: 'letters' }],
    ['+1 661 CALL ME', 'US', { is: 'invalid', why: 'letters' }],
    ['1', 'US', { is: 'invalid', why: 'tooShort' }],
    ['+1661748024012345678', 'US', { is: 'invalid', why: 'tooLong' }],
    ['123456789', 'US', { is: 'invalid', why: 'unknown' }],
  ])('%j in %s', (typed, country, read) => {
    expect(readNumber(typed, country)).toEqual(read)
  })
})

test('a number is shown in national form at home and in international form elsewhere', () => {
  expect(showNumber('+16617480240', 'US')).toBe('(661) 748-0240')
  expect(showNumber('+16617480240', 'DE')).toBe('+1 661 748 0240')
  expect(showInternational('+49305550199')).toBe('+49 30 5550199')
})

test('what is no number is shown as it is', () => {
  expect(showNumber('200', 'US')).toBe('200')
  expect(showInternational('withheld')).toBe('withheld')
})

test('digits are grouped while they are typed, other text is left alone', () => {
  expect(groupWhileTyping('+16617480240', 'US')).toBe('+1 661 748 0240')
  expect(groupWhileTyping('with', 'US')).toBe('with')
})

test.each<[typed: string, country: Country]>([
  ['06', 'WS'],
  ['09', 'CV'],
])('%s in %s, which the library fails on, stays as typed', (typed, country) => {
  expect(groupWhileTyping(typed, country)).toBe(typed)
})

describe('a number copied from somewhere is read all the same', () => {
  test.each<[what: string, typed: string, read: object]>([
    ['invisible marks around it', '\u202a+1 661\u200b 748 0240\u202c', e164('+16617480240')],
    ['a non-breaking space and dash', '661\u00a0748\u20110240', e164('+16617480240')],
    ['an en dash, a minus', '661\u2013748\u22120240', e164('+16617480240')],
    ['full-width digits', '＋１６６１７４８０２４０', e164('+16617480240')],
    ['Arabic digits', '\u0661 \u0666\u0666\u0661 \u0667\u0664\u0668 \u0660\u0662\u0664\u0660', e164('+16617480240')],
    ['Persian digits', '\u06f2\u06f0\u06f1', { is: 'extension', digits: '201' }],
    ['a link with parameters', 'tel:+1-661-748-0240;phone-context=x', e164('+16617480240')],
    ['an address of a phone system', 'sip:+16617480240@pbx.example:5060;user=phone', e164('+16617480240')],
    ['a secure one, encoded', 'SIPS:%2B16617480240@pbx.example', e164('+16617480240')],
    ['nobody’s address', 'sip:anonymous@anonymous.invalid', { is: 'withheld' }],
    ['an inside address', 'sip:201@pbx', { is: 'extension', digits: '201' }],
    ['a link to nothing', 'tel:', { is: 'empty' }],
    ['a national prefix in brackets', '+44 (0)20 7946 0018', e164('+442079460018')],
  ])('%s: %j', (_what, typed, read) => {
    expect(readNumber(typed, 'US')).toEqual(read)
  })
})

test.each(['+', '-', '()', '++16617480240', '+1+6617480240', '+1 661 748 0240 ext. 5', '=1+1', '\u202e', '🕻', 'null'])(
  '%j is no number',
  (typed) => {
    expect(['invalid', 'empty']).toContain(readNumber(typed, 'US').is)
  },
)

test('whatever is typed is answered, and a number is always + and digits', () => {
  const { random } = seeded('readNumber')
  const signs = [...'0123456789012345678901234567890123456789+()-./ x%#*,;@:\u00a0\u202a\u0661é😀\u0000']
  for (let run = 0; run < 3_000; run += 1) {
    const typed = Array.from({ length: between(random, 0, 24) }, () => oneOf(random, signs)).join('')
    const read = readNumber(typed, oneOf(random, countries))
    if (read.is === 'number') expect(read.e164, typed).toMatch(/^\+[1-9]\d{5,16}$/)
    if (read.is === 'extension') expect(read.digits, typed).toMatch(/^\d{2,6}$/)
  }
})

test('grouping changes how a number looks, never which one it is', () => {
  const { random } = seeded('groupWhileTyping')
  for (let run = 0; run < 1_000; run += 1) {
    const country = oneOf(random, countries)
    const digits = Array.from({ length: between(random, 1, 15) }, () => between(random, 0, 9)).join('')
    const typed = oneOf(random, ['', '', '+', '00']) + digits
    // As it happens in the field: grouped again after every key.
    const grouped = [...typed].reduce((sofar, key) => groupWhileTyping(sofar + key, country), '')
    expect(readNumber(grouped, country), `${typed} in ${country} as ${grouped}`).toEqual(readNumber(typed, country))
  }
})
