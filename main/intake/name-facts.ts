import type { Fact, Reading, VoicemailFacts } from '../../preload/intake.ts'
import { displayName, splitExtension, withoutCopyMarks } from './file-name.ts'
import { takeTime } from './name-times.ts'
import { isWithheld } from './phone-words.ts'

/** Longer names are no names; the cap bounds the work. */
const LONGEST = 1_000

const IDS =
  /(?<![\da-z])(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|RE[\da-f]{32}|int-[\da-f]{11}-\w+)(?![\da-z])/i
/** A Unix time with a counter behind it, as PBXs number their calls. */
const COUNTED_EPOCH = /(?<!\d)1\d{9}\.\d{1,6}(?!\d)/

/**
 * Reads whatever a file name of no known product says about a call (no more than guesses): time, direction, numbers,
 * duration, identity. Digits used for one are not used for another.
 */
export function factsFromName(
  fileName: string,
  context: { readonly zone: string; readonly now: number },
): VoicemailFacts {
  const name = withoutCopyMarks(splitExtension(fileName.slice(0, LONGEST)).stem)
  const source = { is: 'fileName', fileName: displayName(fileName) } as const
  const fact = <T>([value, ...rest]: readonly [T, ...T[]]): Fact<T> => {
    const reading = (one: T): Reading<T> => ({ value: one, source, certainty: 'guess' })
    return rest.length === 0 ? reading(value) : { ...reading(value), others: rest.map(reading) }
  }

  const id = IDS.exec(name)?.[0] ?? COUNTED_EPOCH.exec(name)?.[0]
  const time = takeTime(name.replace(IDS, '|'), context)
  const length = takeDuration(time.rest.replace(/\|{10}\.\d{1,6}(?!\d)/, '|'))
  const direction = directionIn(length.rest)
  const { outside, inside } = numbersIn(length.rest)
  const [time1, ...times] = time.readings
  const [number1, ...numbers] = outside
  return {
    ...(time1 !== undefined && { startedAt: fact([time1, ...times]) }),
    ...(number1 !== undefined && { theirNumber: fact([number1, ...numbers]) }),
    ...(inside !== null && { ourNumber: fact([inside]) }),
    ...(length.seconds !== null && { durationSeconds: fact([length.seconds]) }),
    ...(direction !== null && { direction: fact([direction]) }),
    ...(id !== undefined && { id: fact([id]) }),
  }
}

type Direction = 'inbound' | 'outbound'

/** Words that tell the direction, the plainest first: `in` and `to` may be anything, `incoming` may not. */
const DIRECTIONS: readonly (readonly [inbound: RegExp, outbound: RegExp])[] = [
  [/^(?:inbound|incoming|received|missed|↙)$/, /^(?:outbound|outgoing|placed|dialed|dialled|↗)$/],
  [/^(?:voicemail|vmail|vm|sprachnachricht|mailbox)$/, /^\b$/],
  [/^in$/, /^out$/],
  [/^from$/, /^to$/],
]

function directionIn(name: string): Direction | null {
  const words =
    name
      .toLowerCase()
      .replace(/v-mail|voice[ _-]mail/g, 'vmail')
      .match(/\p{L}+|[↙↗]/gu) ?? []
  for (const [inbound, outbound] of DIRECTIONS) {
    const [isIn, isOut] = [words.some((word) => inbound.test(word)), words.some((word) => outbound.test(word))]
    if (isIn || isOut) return isIn === isOut ? null : isIn ? 'inbound' : 'outbound'
  }
  return null
}

/** `1 minute 5 seconds`, `00m17s`; or a clock in brackets or behind a word for length. Groups: hours, minutes, seconds. */
const DURATIONS: readonly RegExp[] = [
  /(?<![\da-z])(?:(\d{1,2}) ?(?:h|hours?),? ?)?(?:(\d{1,3}) ?(?:m|mins?|minutes?),? ?)?(\d{1,5}) ?(?:s|secs?|seconds?)(?![\da-z])/i,
  /(?<![\da-z])(?:(\d{1,2}) ?(?:h|hours?),? ?)?(\d{1,3}) ?(?:mins?|minutes?)(?![\da-z])()/i,
  /[([](?:(\d{1,2}):)?(\d{1,3}):(\d\d)[)\]]/,
  /(?<![a-z])(?:length|duration|dur|len)[ _=-]{1,3}(?:(\d{1,2}):)?(\d{1,3}):(\d\d)(?!\d)/i,
]

function takeDuration(name: string): { readonly seconds: number | null; readonly rest: string } {
  for (const shape of DURATIONS) {
    const match = shape.exec(name)
    if (!match) continue
    const [hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0))
    return { seconds: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0), rest: name.replace(shape, '|') }
  }
  return { seconds: null, rest: name }
}

/** Numbers of outside lines: with marks between their groups first, since these contain shorter runs of digits. */
const OUTSIDE: readonly RegExp[] = [
  /(?<![\d+])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/g,
  /\+\d{1,3}([ .-])\(?\d{1,5}\)?(?:\1\d{2,8}){1,4}(?!\d)/g,
  /(?<![\d+])0\d{1,4}[ .-]\d{5,9}(?!\d)/g,
  /(?<!\d)\+?\d{7,15}(?!\d)/g,
]
const INSIDE = /(?<![\d+])\d{2,6}(?!\d)/g

/** The longest outside number first; an extension only beside one, since any short number could be called that. */
function numbersIn(name: string): { readonly outside: readonly string[]; readonly inside: string | null } {
  const found: string[] = []
  let rest = name
  for (const shape of OUTSIDE) {
    rest = rest.replace(shape, (number) => {
      found.push(number.replace(/^00(?=\d{9})/, '+'))
      return '|'
    })
  }
  const real = [...new Set(found)].filter((number) => !isWithheld(number))
  const outside = real.sort((a, b) => digitsOf(b).length - digitsOf(a).length)
  const inside = (rest.match(INSIDE) ?? []).find((digits) => !isWithheld(digits))
  return { outside, inside: outside.length > 0 ? (inside ?? null) : null }
}

const digitsOf = (number: string): string => number.replace(/\D/g, '')
