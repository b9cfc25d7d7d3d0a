import { describe, expect, it } from 'vitest'
import { externalTarget } from '../../main/desktop/external-target.ts'

const ACME = { origin: 'https://acme.zendesk.com' }
const DEMO = { origin: 'http://127.0.0.1:4711' }
const refused = { ok: false, error: { kind: 'notAllowed' } }

describe('the browser opens', () => {
  it.each([
    { url: 'https://acme.zendesk.com/agent/tickets/35131', allowed: ACME },
    { url: 'https://acme.zendesk.com/agent/users/7?tab=1', allowed: ACME },
    { url: 'http://127.0.0.1:4711/agent/tickets/1', allowed: DEMO },
    { url: 'http://localhost:4711/agent/tickets/1', allowed: { origin: 'http://localhost:4711' } },
  ])('$url', ({ url, allowed }) => {
    expect(externalTarget(url, allowed)).toEqual({ ok: true, value: url })
  })

  it.each([
    { url: 'HTTPS://ACME.zendesk.com:443/agent/tickets/1#frag', built: 'https://acme.zendesk.com/agent/tickets/1' },
    { url: 'https://acme.zendesk.com/a/../agent', built: 'https://acme.zendesk.com/agent' },
    { url: 'https://acme.zendesk.com/" --switch `x`', built: 'https://acme.zendesk.com/%22%20--switch%20%60x%60' },
    { url: '\thttps://acme.zendesk.com/a\nb', built: 'https://acme.zendesk.com/ab' },
    { url: 'https:\\\\acme.zendesk.com\\agent', built: 'https://acme.zendesk.com/agent' },
  ])('$url as it was understood, not as it was written', ({ url, built }) => {
    expect(externalTarget(url, ACME)).toEqual({ ok: true, value: built })
  })
})

describe('the browser does not open', () => {
  it.each([
    'http://acme.zendesk.com/agent/tickets/1',
    'https://evil.example/agent/tickets/1',
    'https://acme.zendesk.com.evil.example/',
    'https://evilacme.zendesk.com/',
    'https://x.acme.zendesk.com/',
    'https://zendesk.com/',
    'https://acme.zendesk.com:8443/',
    'https://user@acme.zendesk.com/',
    'https://user:pw@acme.zendesk.com/',
    'https://acme.zendesk.com@evil.example/',
    'https://evil.example\\@acme.zendesk.com/',
    'https://acme.zendesk.com%2eevil.example/',
    'https://аcme.zendesk.com/',
    'file:///etc/passwd',
    'file://acme.zendesk.com/share/x.exe',
    'javascript:alert(1)//https://acme.zendesk.com',
    'data:text/html,x',
    'smb://acme.zendesk.com/x',
    'ms-msdt:/id',
    'zendesk://acme.zendesk.com/',
    'tel:+14155550123',
    'mailto:a@b.example',
    '//acme.zendesk.com/agent',
    '/agent/tickets/1',
    '',
    'https://',
    `https://acme.zendesk.com/${'a'.repeat(2000)}`,
  ])('%s', (url) => {
    expect(externalTarget(url, ACME)).toEqual(refused)
  })

  it.each([
    { url: 'http://127.0.0.1:4712/', allowed: DEMO },
    { url: 'https://acme.zendesk.com/', allowed: DEMO },
    { url: 'http://evil.example/', allowed: { origin: 'http://evil.example' } },
    { url: 'file:///etc/passwd', allowed: { origin: 'null' } },
    { url: 'file:///etc/passwd', allowed: { origin: 'file://' } },
    { url: 'javascript:1', allowed: { origin: 'javascript:' } },
    { url: 'https://acme.zendesk.com/', allowed: { origin: '' } },
  ])('$url for an account at $allowed.origin', ({ url, allowed }) => {
    expect(externalTarget(url, allowed)).toEqual(refused)
  })
})
