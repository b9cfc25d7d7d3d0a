import { describe, expect, it } from 'vitest'
import { createLog, type Log } from '../../main/desktop/log.ts'
import { LOG_EVENTS, type LogEvent } from '../../main/desktop/log-events.ts'
import { bugFields } from '../../main/desktop/log-fields.ts'
import { seededRandom } from '../zendesk/random.ts'

function logToArray(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const now = () => new Date('2026-11-22T13:00:00Z')
  return { log: createLog({ now, write: (line) => void lines.push(line) }), lines }
}
/** As a caller whose types are wrong would. */
type AnyLog = (event: string, fields?: unknown) => void

describe('the log', () => {
  it('writes the event, its time and the listed fields', () => {
    const { log, lines } = logToArray()
    log('ipc.refused', { channel: 'calls.save', why: 'stranger' })
    log('app.quit')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { time: '2026-11-22T13:00:00.000Z', event: 'ipc.refused', channel: 'calls.save', why: 'stranger' },
      { time: '2026-11-22T13:00:00.000Z', event: 'app.quit' },
    ])
  })

  it('drops fields and events that are not listed, and marks values that may not be written', () => {
    const { log, lines } = logToArray()
    ;(log as AnyLog)('call.saved', { kind: 'Mrs Baker rang', number: '+14155550123' })
    ;(log as AnyLog)('made.up', { kind: 'inbound' })
    ;(log as AnyLog)('constructor', {})
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { time: expect.any(String), event: 'call.saved', kind: '?' },
    ])
  })

  it('never throws, whatever it is given and wherever it writes', () => {
    const broken = createLog({ now: () => new Date(NaN), write: () => {} })
    const full = createLog({ now: () => new Date(), write: () => { throw new Error('ENOSPC') } }) // prettier-ignore
    const trap = { get kind(): never { throw new Error('trap') } } // prettier-ignore
    for (const log of [broken, full, logToArray().log] as AnyLog[]) {
      for (const fields of [null, 1, 'x', [], trap, new Proxy({}, { get: () => { throw new Error('trap') } })]) log('call.saved', fields) // prettier-ignore
    }
  })

  it('never holds a phone number, a secret or a text, however they are wrapped', () => {
    const random = seededRandom('log')
    const { log, lines } = logToArray()
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
    const digits = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 10)).join('')
    const fieldNames = [...new Set(Object.values(LOG_EVENTS).flatMap((fields) => Object.keys(fields)))]
    let canaries: string[] = []

    function canary(): unknown {
      const number = `${pick(['4', '7', '9'])}${digits(6 + Math.floor(random() * 9))}`
      const secret = `canary-${digits(12)}`
      canaries.push(number, secret)
      return pick<() => unknown>([
        () => number,
        () => `+${number}`,
        () => Number(number),
        () => secret,
        () => `Basic ${secret}`,
        () => Object.assign(new Error(`refused ${secret} for +${number}`), { code: secret, name: secret }),
        () => withStack(`Error: ${secret}\n    at x (/out/main/index.js:${number}:1)`),
        () => withStack(`    at x (/app/out/main/${secret}.js:1:1)`),
        () => new Map([[secret, number]]),
        () => ({ [secret]: number }),
        () => ({ toString: () => secret, toJSON: () => secret }),
        () => [secret, number],
      ])()
    }
    function nested(depth: number): unknown {
      if (depth === 0 || random() < 0.3) return canary()
      const entries = Array.from({ length: 1 + Math.floor(random() * 4) }, () => [
        pick([...fieldNames, 'headers', 'body', '__proto__']),
        nested(depth - 1),
      ])
      return random() < 0.3 ? entries.map(([, value]) => value) : Object.fromEntries(entries)
    }

    for (let i = 0; i < 1000; i++) {
      canaries = []
      const event = pick(Object.keys(LOG_EVENTS) as LogEvent[])
      const names = [...Object.keys(LOG_EVENTS[event]), pick(fieldNames), 'body']
      const fields = Object.fromEntries(names.map((name) => [name, nested(2)]))
      ;(log as AnyLog)(event, random() < 0.2 ? { ...fields, ...bugFields(nested(1)) } : fields)
      const line = lines.at(-1) ?? ''
      expect(canaries.filter((secret) => line.includes(secret))).toEqual([])
      expect(line.replace(/"time":"[^"]*"/, '')).not.toMatch(/\d{7}/)
    }
    expect(lines).toHaveLength(1000)
  })
})

describe('a bug', () => {
  it('is told by its kind and its place in our code, without its message', () => {
    const error = new TypeError('+14155550123 is not a function\n    at fake (/out/main/index.js:4155550123:1)')
    error.stack = `TypeError: ${error.message}
    at save (file:///app/resources/app.asar/out/main/index.js:120:15)
    at async C:\\Program Files\\Aftercall\\out\\main\\keychain-call-B1x_9-Zq.js:88:3
    at Object.run (node:internal/process/task_queues:95:5)
    at /home/ada.baker/notes.js:1:1`
    expect(bugFields(error)).toEqual({
      error: 'TypeError',
      code: undefined,
      at: 'index.js:120:15 < keychain-call.js:88:3',
    })
  })

  it('of Node itself is told by its place, too', () => {
    const error = Object.assign(new TypeError('the "path" argument'), { code: 'ERR_INVALID_ARG_TYPE' })
    error.stack = `TypeError [ERR_INVALID_ARG_TYPE]: ${error.message}\n    at keep (file:///app/out/main/index.js:7:3)`
    expect(bugFields(error)).toEqual({ error: 'TypeError', code: undefined, at: 'index.js:7:3' })
  })

  it('of the file system is told by its code', () => {
    expect(
      bugFields(Object.assign(new Error('ENOSPC: no space left, write /home/ada'), { code: 'ENOSPC' })),
    ).toMatchObject({
      error: 'Error',
      code: 'ENOSPC',
    })
  })

  it.each([{ thrown: 'text' }, { thrown: undefined }, { thrown: null }, { thrown: { message: 'secret' } }])(
    'may be no error at all: $thrown',
    ({ thrown }) => expect(bugFields(thrown)).toEqual({ error: 'other', code: undefined, at: undefined }),
  )
})

function withStack(stack: string): Error {
  const error = new Error('x')
  error.stack = stack
  return error
}
