import { describe, expect, it } from 'vitest'
import { parseAddress, ticketUrl, userUrl } from '../../main/zendesk/address.ts'

const outside = { allowLoopback: false }
const inside = { allowLoopback: true }

describe('an account is understood', () => {
  it.each([
    ['acme', 'acme'],
    ['  Acme ', 'acme'],
    ['ACME.Zendesk.COM', 'acme'],
    ['acme.zendesk.com', 'acme'],
    ['acme.zendesk.com/', 'acme'],
    ['https://acme.zendesk.com', 'acme'],
    ['HTTPS://acme.zendesk.com/agent/tickets/12?brand=1#top', 'acme'],
    ['http://acme.zendesk.com', 'acme'],
    ['https://acme.zendesk.com?return_to=https://evil.com', 'acme'],
    ['https://acme.zendesk.com/@evil.com', 'acme'],
    ['acme-support1700000000', 'acme-support1700000000'],
    ['d3v-acme', 'd3v-acme'],
    ['3m', '3m'],
    ['localhost', 'localhost'],
    ['\tacme\n', 'acme'],
  ])('%j', (typed, subdomain) => {
    expect(parseAddress(typed, outside)).toEqual({
      ok: true,
      value: { origin: `https://${subdomain}.zendesk.com`, subdomain },
    })
  })

  it('from its own origin again', () => {
    expect(parseAddress('https://acme.zendesk.com', inside)).toMatchObject({ value: { subdomain: 'acme' } })
  })
})

describe('anything else is refused', () => {
  it.each(['', ' ', '\n\t'])('as empty: %j', (typed) => {
    expect(parseAddress(typed, inside)).toEqual({ ok: false, error: { kind: 'empty' } })
  })

  it.each([
    'example.com',
    'acme.zendesk.com.evil.com',
    'https://acme.zendesk.com.evil.com/agent',
    'evilzendesk.com',
    'acme-zendesk.com',
    'acme.zendesk.co',
    'acme.zendesk.com.zendesk.com',
    'a.b.zendesk.com',
    'zendesk.com',
    'https://zendesk.com/login',
    'www.zendesk.com',
    'www',
    'https://acme',
    'https://evil.com/acme.zendesk.com',
    'https://evil.com?acme.zendesk.com',
    'https://evil.com#.zendesk.com',
    '127.0.0.1',
    '169.254.169.254',
    'http://127.0.0.1.nip.io',
    'http://localhost.evil.com',
  ])('as another host: %j', (typed) => {
    expect(parseAddress(typed, inside)).toEqual({ ok: false, error: { kind: 'otherHost' } })
  })

  it.each([
    'ac me',
    'acme .zendesk.com',
    'acme.zendesk.com evil.com',
    'acme.zendesk.com/a b',
    'acme\u0000.zendesk.com',
    'acme\r\nHost: evil.com',
    'https://user:secret@acme.zendesk.com',
    'https://acme.zendesk.com@evil.com',
    'acme.zendesk.com@evil.com',
    'agent@acme.zendesk.com',
    'agent@example.com',
    'https://evil.com\\@acme.zendesk.com',
    'https://acme.zendesk.com\\.evil.com',
    'https:\\\\acme.zendesk.com',
    'https://acme.zendesk.com/\\evil.com',
    'acme.zendesk.com:443',
    'acme.zendesk.com:8443',
    'acme.zendesk.com:',
    'acme:80',
    'https://acme%2ezendesk.com',
    'https://acme.zendesk.com%2eevil.com',
    'https://evil.com%2f.zendesk.com',
    'https:acme.zendesk.com',
    'https:/acme.zendesk.com',
    'https:///acme.zendesk.com',
    '//acme.zendesk.com',
    'ftp://acme.zendesk.com',
    'javascript://acme.zendesk.com',
    'file:///etc/passwd',
    'https://https://acme.zendesk.com',
    'аcme.zendesk.com', // Cyrillic а
    'acme。zendesk。com',
    'acme.zendesk.com\u202e',
    'acme\u200b.zendesk.com',
    'acme.zendesk.com\u2215evil.com',
    'xn--cme-7cd.zendesk.com',
    'xn--cme-7cd',
    'acme.zendesk.com.',
    '.zendesk.com',
    'acme..zendesk.com',
    '-acme',
    'acme-',
    'acme_support',
    `${'a'.repeat(64)}.zendesk.com`,
    'https://[::1]:3000',
    'https://',
    'https://?acme.zendesk.com',
    '/acme',
    '#',
  ])('as malformed: %j', (typed) => {
    expect(parseAddress(typed, inside)).toEqual({ ok: false, error: { kind: 'malformed' } })
  })
})

it('an endless address is refused', () => {
  expect(parseAddress(`acme.zendesk.com/${'x'.repeat(5000)}`, outside)).toMatchObject({ error: { kind: 'malformed' } })
})

describe('a demo Zendesk on this machine', () => {
  it.each([
    ['http://127.0.0.1:4680', 'http://127.0.0.1:4680'],
    ['http://localhost:4680/agent/tickets/1', 'http://localhost:4680'],
    [' HTTP://LOCALHOST:1 ', 'http://localhost:1'],
  ])('is taken in development: %j', (typed, origin) => {
    expect(parseAddress(typed, inside)).toEqual({ ok: true, value: { origin, subdomain: 'demo' } })
  })

  it.each(['http://127.0.0.1:4680', 'http://localhost:4680'])('is refused in a release: %j', (typed) => {
    expect(parseAddress(typed, outside)).toEqual({ ok: false, error: { kind: 'otherHost' } })
  })

  it.each([
    'http://127.0.0.1',
    'https://127.0.0.1:443',
    'http://127.0.0.1:0',
    'http://127.0.0.1:65536',
    'http://127.0.0.1:',
    'http://user@127.0.0.1:80',
  ])('is refused without http and a port: %j', (typed) => {
    expect(parseAddress(typed, inside)).toEqual({ ok: false, error: { kind: 'malformed' } })
  })

  it('has pages for an agent like any account', () => {
    const address = { origin: 'https://acme.zendesk.com', subdomain: 'acme' }
    expect(ticketUrl(address, 35_436)).toBe('https://acme.zendesk.com/agent/tickets/35436')
    expect(userUrl(address, 23_401_218_372_497)).toBe('https://acme.zendesk.com/agent/users/23401218372497')
  })
})
