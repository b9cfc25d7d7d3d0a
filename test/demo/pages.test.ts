import { describe, expect, test } from 'vitest'
import { ask, demoFor, inboundCall, VOICE, VOICE_COMMENT } from './helper.ts'

const EVIL = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&`

test('a ticket’s page shows what is on the ticket', async () => {
  const demo = await demoFor()
  const page = await ask(demo, 'GET /agent/tickets/35102', { as: null })
  expect(page.status).toBe(200)
  for (const shown of [
    '#35102',
    'Voicemail: printer noise',
    'Jane Doe',
    '+1 661 748 0240',
    '0:41',
    'Voicemail',
    'Dublin',
    'rattles',
  ]) {
    expect(page.text).toContain(shown)
  }
})

test('a user’s page shows the profile and the tickets; the list shows them all', async () => {
  const demo = await demoFor()
  const user = await ask(demo, `GET /agent/users/${demo.account.endUserId}`, { as: null })
  for (const shown of ['Jane Doe', 'Northwind Labs', '+1 661 748 0240', '#35120', '#34877'])
    expect(user.text).toContain(shown)
  const list = await ask(demo, 'GET /', { as: null })
  for (const shown of ['#35120', 'Toner order never arrived', 'Phone call (outbound)'])
    expect(list.text).toContain(shown)
})

describe('nothing that came from outside is markup', () => {
  test('in tickets, comments, tags, numbers, names and notes', async () => {
    const demo = await demoFor()
    const made = (
      await ask(demo, 'POST /api/v2/users', { body: { user: { name: EVIL, phone: EVIL, notes: EVIL, tags: [EVIL] } } })
    ).json
    const { json } = await ask(demo, `POST ${VOICE}/tickets`, {
      body: inboundCall({
        subject: EVIL,
        comment: { body: EVIL },
        tags: [EVIL],
        external_id: EVIL,
        requester_id: made.user.id,
      }),
    })
    const voice_comment = {
      ...VOICE_COMMENT,
      from: EVIL,
      to: EVIL,
      location: EVIL,
      transcription_text: EVIL,
      recording_url: `https://x.example/${EVIL}`,
    }
    await ask(demo, `PUT /api/v2/tickets/${json.ticket.id}`, { body: { ticket: { voice_comment } } })
    for (const path of [`/agent/tickets/${json.ticket.id}`, `/agent/users/${made.user.id}`, '/']) {
      const page = await ask(demo, `GET ${path}`, { as: null })
      expect(page.status).toBe(200)
      expect(page.text).toContain('&lt;script&gt;')
      expect(page.text).not.toMatch(/<script|<img|="[^"]*<|'>/)
    }
  })

  test('the policy allows a stylesheet and a recording, no script, no frame', async () => {
    const demo = await demoFor()
    const page = await ask(demo, 'GET /agent/tickets/35120', { as: null })
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; media-src https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const style = await ask(demo, 'GET /agent/style.css', { as: null })
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
  })
})

test.each([
  ['https://recordings.example/1.mp3', true],
  ['http://127.0.0.1:9/1.wav', true],
  ['http://recordings.example/1.mp3', false],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['nonsense', false],
])('a recording at %s gets a player: %s', async (recording_url, plays) => {
  const demo = await demoFor()
  const voice_comment = { ...VOICE_COMMENT, recording_url }
  const { json } = await ask(demo, `POST ${VOICE}/tickets`, {
    body: { ticket: { via_id: 44, description: 'x', voice_comment } },
  })
  const page = await ask(demo, `GET /agent/tickets/${json.ticket.id}`, { as: null })
  expect(page.text.includes('<audio')).toBe(plays)
  expect(page.text.includes('Recording not available')).toBe(!plays)
})

test.each(['GET /agent/tickets/99', 'GET /agent/users/99', 'GET /nothing', 'POST /'])(
  '%s is a plain 404 page',
  async (what) => {
    const demo = await demoFor()
    const page = await ask(demo, what, { as: null })
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  },
)
