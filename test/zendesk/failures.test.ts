import { describe, expect, it } from 'vitest'
import { failureOfReply, failureOfTrouble } from '../../main/zendesk/failures.ts'
import type { TransportReply, TransportTrouble } from '../../main/zendesk/transport.ts'

const now = () => Date.UTC(2026, 10, 22, 12, 0, 0)
const reading = { write: false, now }
const writing = { write: true, now }
const JSON_TYPE = 'application/json; charset=utf-8'

const reply = (status: number, body = '', type = JSON_TYPE, headers: Record<string, string> = {}): TransportReply => ({
  status,
  headers: { 'content-type': type, ...headers },
  body: Buffer.from(body),
})
const invalid = (...details: readonly { field: string; code: string; text: string }[]) => ({
  kind: 'invalid',
  details,
  maybeApplied: false,
})

describe('a reply that is refused for good', () => {
  it.each([
    ['401 Basic', reply(401, '{"error":"Couldn\'t authenticate you"}'), { kind: 'unauthorised', maybeApplied: false }],
    ['401 empty', reply(401, '', 'text/plain'), { kind: 'unauthorised', maybeApplied: false }],
    [
      '403 with a scope',
      reply(403, '{"error":"Forbidden","description":"You are missing the following required scopes: read"}'),
      { kind: 'forbidden', maybeApplied: false },
    ],
    [
      '403 with an object',
      reply(403, '{"error":{"title":"Forbidden","message":"You do not have access to this page."}}'),
      { kind: 'forbidden', maybeApplied: false },
    ],
    [
      '404 RecordNotFound',
      reply(404, '{"error":"RecordNotFound","description":"Not found"}'),
      { kind: 'notFound', maybeApplied: false },
    ],
    ['404 null', reply(404, 'null'), { kind: 'notFound', maybeApplied: false }],
    ['404 empty', reply(404, ''), { kind: 'notFound', maybeApplied: false }],
    ['404 empty string', reply(404, '""'), { kind: 'notFound', maybeApplied: false }],
    ['402', reply(402, '{}'), { kind: 'unexpected', status: 402, maybeApplied: false }],
    ['405', reply(405, '{}'), { kind: 'unexpected', status: 405, maybeApplied: false }],
    ['415', reply(415, '{}'), { kind: 'unexpected', status: 415, maybeApplied: false }],
    ['418', reply(418), { kind: 'unexpected', status: 418, maybeApplied: false }],
    ['413', reply(413, ''), invalid({ field: 'base', code: 'TooLarge', text: '' })],
    [
      '413 of a gateway',
      reply(413, '<html><h1>413 Request Entity Too Large</h1></html>', 'text/html'),
      invalid({ field: 'base', code: 'TooLarge', text: '' }),
    ],
    [
      '413 with a message',
      reply(413, '{"description":"too big"}'),
      invalid({ field: 'base', code: 'TooLarge', text: 'too big' }),
    ],
    [
      '400 in plain text',
      reply(400, 'Please use SSL', 'text/plain'),
      invalid({ field: 'base', code: '', text: 'Please use SSL' }),
    ],
    [
      '400 with a code',
      reply(400, '{"error":"TooManyValues","description":"Too many"}'),
      invalid({ field: 'base', code: 'TooManyValues', text: 'Too many' }),
    ],
    [
      '422 of one field, in the account’s language',
      reply(
        422,
        '{"error":"RecordInvalid","description":"Erros","details":{"base":[{"description":"Descrição: não pode ficar em branco","error":"BlankValue","ticket_field_id":1}]}}',
      ),
      invalid({ field: 'base', code: 'BlankValue', text: 'Descrição: não pode ficar em branco' }),
    ],
    [
      '422 of several fields',
      reply(
        422,
        '{"error":"RecordInvalid","details":{"name":[{"description":"Name: too short","error":"TooShort"}],"requester":[{"description":"Requester is suspended"}]}}',
      ),
      invalid(
        { field: 'name', code: 'TooShort', text: 'Name: too short' },
        { field: 'requester', code: '', text: 'Requester is suspended' },
      ),
    ],
    [
      '422 without details',
      reply(422, '{"error":"Unprocessable","description":"display_to_agent is invalid"}'),
      invalid({ field: 'base', code: 'Unprocessable', text: 'display_to_agent is invalid' }),
    ],
    [
      '422 with an object',
      reply(422, '{"error":{"title":"Invalid","message":"No such agent"}}'),
      invalid({ field: 'base', code: 'Invalid', text: 'No such agent' }),
    ],
    [
      '422 with details of another shape',
      reply(422, '{"error":"RecordInvalid","description":"No","details":{"base":"odd"}}'),
      invalid({ field: 'base', code: 'RecordInvalid', text: 'No' }),
    ],
    ['422 empty', reply(422, ''), invalid({ field: 'base', code: '', text: '' })],
    ['422 null', reply(422, 'null'), invalid({ field: 'base', code: '', text: '' })],
    ['422 list', reply(422, '[1]'), invalid({ field: 'base', code: '', text: '' })],
  ])('%s', (_, given, failure) => {
    expect(failureOfReply(given, writing)).toEqual(failure)
    expect(failureOfReply(given, reading)).toEqual(failure)
  })

  it('never keeps a book of details', () => {
    const many = Array.from({ length: 500 }, () => ({ description: 'x'.repeat(9999), error: 'BlankValue' }))
    const failure = failureOfReply(reply(422, JSON.stringify({ details: { base: many } })), writing)
    expect(JSON.stringify(failure).length).toBeLessThan(20_000)
  })
})

describe('a reply that is not Zendesk’s', () => {
  const page = '<!DOCTYPE html><title>Welcome to the hotel</title>'
  const portal = (maybeApplied: boolean) => ({ kind: 'offline', why: 'notZendesk', maybeApplied })

  it.each([
    ['200 login page', reply(200, page, 'text/html'), true],
    ['200 login page as JSON', reply(200, page), true],
    ['200 XML', reply(200, ' <?xml version="1.0"?>', 'application/xml'), true],
    ['404 page of a subdomain nobody has', reply(404, page, 'text/html; charset=utf-8'), false],
    [
      '404 JSON of a subdomain nobody has',
      reply(404, '{"error":{"title":"No help desk at nope.zendesk.com","message":"There is no help desk here."}}'),
      false,
    ],
    ['404 plain text', reply(404, 'default backend - 404', 'text/plain'), false],
    ['401 of a proxy', reply(401, page, 'text/html'), false],
    ['403 of a filter', reply(403, page, 'text/html'), false],
    ['422 of a filter', reply(422, page, 'text/html'), false],
    ['407', reply(407, '', 'text/plain'), false],
    ['511', reply(511, page, 'text/html'), false],
  ])('%s', (_, given, maybeWritten) => {
    expect(failureOfReply(given, writing)).toEqual(portal(maybeWritten))
    expect(failureOfReply(given, reading)).toEqual(portal(false))
  })
})

describe('a reply that asks for patience', () => {
  const limited = (seconds: number) => ({ kind: 'rateLimited', retryAfterSeconds: seconds, maybeApplied: false })
  const LIMIT_TEXT = 'Number of allowed API requests per minute exceeded'

  it.each([
    ['seconds', { 'retry-after': '17' }, 17],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 12:02:00 GMT' }, 120],
    ['garbage', { 'retry-after': 'later' }, 30],
    ['nothing', {}, 30],
    ['too little', { 'retry-after': '0' }, 1],
    ['too much', { 'retry-after': '86400' }, 3600],
  ])('429 with %s', (_, headers, seconds) => {
    expect(failureOfReply(reply(429, LIMIT_TEXT, 'text/plain', headers), writing)).toEqual(limited(seconds))
    expect(failureOfReply(reply(429, '<html>', 'text/html', headers), reading)).toEqual(limited(seconds))
  })

  it.each([
    [500, {}, null],
    [502, {}, null],
    [503, {}, null],
    [503, { 'retry-after': '5' }, 5],
    [503, { 'retry-after': '-1' }, null],
    [504, {}, null],
    [408, {}, null],
    [408, { 'retry-after': '7200' }, 3600],
  ])('%d %j may have done the write', (status, headers, seconds) => {
    for (const type of [JSON_TYPE, 'text/plain', 'text/html']) {
      const given = reply(status, 'Sorry', type, headers)
      const down = { kind: 'temporarilyDown', retryAfterSeconds: seconds }
      expect(failureOfReply(given, writing)).toEqual({ ...down, maybeApplied: true })
      expect(failureOfReply(given, reading)).toEqual({ ...down, maybeApplied: false })
    }
  })

  it('a maintenance page is Zendesk being down, not a stranger', () => {
    expect(failureOfReply(reply(503, '<html>', 'text/html'), reading)).toMatchObject({ kind: 'temporarilyDown' })
  })

  it('425 did nothing', () => {
    expect(failureOfReply(reply(425), writing)).toMatchObject({ kind: 'temporarilyDown', maybeApplied: false })
  })

  it('a conflict, or a key used before, may have done the write', () => {
    expect(failureOfReply(reply(409, '{}'), writing)).toEqual({ kind: 'conflict', maybeApplied: true })
    expect(failureOfReply(reply(409, '{}'), reading)).toEqual({ kind: 'conflict', maybeApplied: false })
    expect(
      failureOfReply(reply(400, '{"error":"IdempotentRequestError","description":"do not match"}'), writing),
    ).toEqual({ kind: 'conflict', maybeApplied: true })
  })
})

it.each([200, 201, 202, 204])('%d is no failure', (status) => {
  expect(failureOfReply(reply(status, '{}'), writing)).toBeNull()
  expect(failureOfReply(reply(status, 'null'), writing)).toBeNull()
  expect(failureOfReply(reply(status, ''), writing)).toBeNull()
})

describe('no reply at all', () => {
  it.each<[TransportTrouble, object, boolean]>([
    [{ kind: 'unreachable', sent: false }, { kind: 'offline', why: 'unreachable' }, false],
    [{ kind: 'unreachable', sent: true }, { kind: 'offline', why: 'unreachable' }, true],
    [{ kind: 'unknownHost' }, { kind: 'offline', why: 'unknownHost' }, false],
    [{ kind: 'certificate' }, { kind: 'certificate' }, false],
    [{ kind: 'timeout' }, { kind: 'timeout' }, true],
    [{ kind: 'redirected', status: 302 }, { kind: 'offline', why: 'notZendesk' }, true],
    [{ kind: 'tooLarge', status: 200 }, { kind: 'unexpected', status: 200 }, true],
  ])('%j', (trouble, failure, maybeWritten) => {
    expect(failureOfTrouble(trouble, writing)).toEqual({ ...failure, maybeApplied: maybeWritten })
    expect(failureOfTrouble(trouble, reading)).toEqual({ ...failure, maybeApplied: false })
  })
})
