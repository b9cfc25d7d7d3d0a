import { describe, expect, test } from 'vitest'
import { groupWhileTyping, readNumber, showInternational, showNumber, type Country } from '../../preload/numbers.ts'

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
