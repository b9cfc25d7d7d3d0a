import { expect, it } from 'vitest'
import { readRange } from '../../main/desktop/byte-range.ts'

it.each([
  { header: null, size: 100, bytes: 'whole' },
  { header: 'bytes=0-', size: 100, bytes: { first: 0, last: 99 } },
  { header: 'bytes=0-0', size: 100, bytes: { first: 0, last: 0 } },
  { header: 'bytes=10-19', size: 100, bytes: { first: 10, last: 19 } },
  { header: 'bytes=99-', size: 100, bytes: { first: 99, last: 99 } },
  { header: 'bytes=90-500', size: 100, bytes: { first: 90, last: 99 } },
  { header: 'bytes=-10', size: 100, bytes: { first: 90, last: 99 } },
  { header: 'bytes=-500', size: 100, bytes: { first: 0, last: 99 } },
  { header: 'bytes=100-', size: 100, bytes: 'unsatisfiable' },
  { header: 'bytes=100-200', size: 100, bytes: 'unsatisfiable' },
  { header: 'bytes=-0', size: 100, bytes: 'unsatisfiable' },
  { header: 'bytes=0-', size: 0, bytes: 'unsatisfiable' },
  { header: 'bytes=-5', size: 0, bytes: 'unsatisfiable' },
  { header: 'bytes=20-10', size: 100, bytes: 'whole' },
  { header: 'bytes=0-1,5-6', size: 100, bytes: 'whole' },
  { header: 'bytes=-', size: 100, bytes: 'whole' },
  { header: 'bytes=a-b', size: 100, bytes: 'whole' },
  { header: 'bytes=0x10-', size: 100, bytes: 'whole' },
  { header: 'items=0-5', size: 100, bytes: 'whole' },
  { header: `bytes=${'9'.repeat(400)}-`, size: 100, bytes: 'whole' },
  { header: 'bytes=-1-5', size: 100, bytes: 'whole' },
])('$header of $size bytes', ({ header, size, bytes }) => {
  expect(readRange(header, size)).toEqual(bytes)
})
