import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { DemoZendesk } from '../../main/demo/index.ts'
import { demoFor } from './helper.ts'

const run = promisify(execFile)

/** The reference's examples, run as printed there: the arguments behind `curl`, the host and the ids filled in. */
async function curl(...args: string[]): Promise<{ status: number; body: string }> {
  const { stdout, stderr } = await run('curl', ['--silent', '--show-error', ...args]).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('These tests run the reference’s examples with curl: please install it (apt-get install curl).')
    }
    throw error
  })
  const statuses = [...stderr.matchAll(/^< HTTP\/1\.1 (\d+)/gm)]
  return { status: Number(statuses.at(-1)?.[1]), body: stdout }
}

const logins = [
  ['email:password', ({ email, password }: DemoZendesk['account']) => `${email}:${password}`],
  ['email/token:token', ({ email, apiToken }: DemoZendesk['account']) => `${email}/token:${apiToken}`],
] as const

const spellings = [
  ['as in the reference', []],
  ['with an explicit content type', ['-H', 'Content-Type: application/json']],
  ['with an empty body', ['-d', '']],
  ['with both', ['-d', '', '-H', 'Content-Type: application/json']],
] as const

describe.each(logins)('curl -u %s', (_, loginOf) => {
  test.each(spellings)('opens a ticket in an agent’s browser, %s', async (_, extra) => {
    const demo = await demoFor()
    const { agentId, ticketId } = demo.account
    const url = `${demo.url}/api/v2/channels/voice/agents/${agentId}/tickets/${ticketId}/display.json`
    const shown = await curl(url, ...extra, '-v', '-u', loginOf(demo.account), '-X', 'POST')
    expect(shown).toEqual({ status: 200, body: 'null' })
    expect(demo.pops()).toMatchObject([{ agentId, target: { kind: 'ticket', id: ticketId }, delivered: true }])
  })

  test.each(spellings)('opens a user’s profile in an agent’s browser, %s', async (_, extra) => {
    const demo = await demoFor()
    const { agentId, endUserId } = demo.account
    const url = `${demo.url}/api/v2/channels/voice/agents/${agentId}/users/${endUserId}/display.json`
    const shown = await curl(url, ...extra, '-v', '-u', loginOf(demo.account), '-X', 'POST')
    expect(shown).toEqual({ status: 200, body: 'null' })
    expect(demo.pops()).toMatchObject([{ agentId, target: { kind: 'user', id: endUserId } }])
  })

  test('creates a ticket and shows it to an agent', async () => {
    const demo = await demoFor()
    const { agentId } = demo.account
    const body = `{"ticket": {"via_id":45, "subject":"My printer is on fire!", "comment":{"body":"The smoke is very colorful."}, "priority":"urgent"}, "display_to_agent": ${agentId}}`
    const created = await curl(
      `${demo.url}/api/v2/channels/voice/tickets.json`,
      ...['-d', body, '-H', 'Content-Type: application/json', '-v', '-u', loginOf(demo.account), '-X', 'POST'],
    )
    expect(created.status).toBe(201)
    const { ticket } = JSON.parse(created.body) as { ticket: { id: number } }
    expect(ticket).toMatchObject({
      subject: 'My printer is on fire!',
      description: 'The smoke is very colorful.',
      priority: 'urgent',
      status: 'new',
    })
    expect(demo.pops()).toMatchObject([{ agentId, target: { kind: 'ticket', id: ticket.id } }])
  })

  test('creates nothing when display_to_agent is the sample’s 1234, whom this account does not have', async () => {
    const demo = await demoFor()
    const before = demo.tickets().length
    const body =
      '{"ticket": {"via_id":45, "subject":"My printer is on fire!", "comment":{"body":"The smoke is very colorful."}, "priority":"urgent"}, "display_to_agent": 1234}'
    const refused = await curl(
      `${demo.url}/api/v2/channels/voice/tickets.json`,
      ...['-d', body, '-H', 'Content-Type: application/json', '-v', '-u', loginOf(demo.account), '-X', 'POST'],
    )
    expect(refused.status).toBe(422)
    expect(demo.tickets()).toHaveLength(before)
    expect(demo.pops()).toEqual([])
  })

  test('creates a voicemail ticket from the reference’s sample', async () => {
    const demo = await demoFor()
    const body =
      '{"ticket": {"via_id":44, "description":"incoming phone call...", "voice_comment": {"from":"+16617480240","to":"+16617480123","recording_url":"http://yourdomain.com/recordings/1.mp3","started_at":"2013-06-24 15:31:44 +0000","call_duration":40,"answered_by_id":28,"transcription_text":"The transcription of the call","location":"Dublin, Ireland"}}}'
    const created = await curl(
      `${demo.url}/api/v2/channels/voice/tickets.json`,
      ...['-d', body, '-H', 'Content-Type: application/json', '-v', '-u', loginOf(demo.account), '-X', 'POST'],
    )
    expect(created.status).toBe(201)
    expect(demo.tickets().at(-1)).toMatchObject({
      via_id: 44,
      description: 'incoming phone call...',
      comments: [
        {
          voice: {
            from: '+16617480240',
            to: '+16617480123',
            recording_url: 'http://yourdomain.com/recordings/1.mp3',
            started_at: '2013-06-24T15:31:44Z',
            call_duration: 40,
            answered_by_id: 28,
            transcription_text: 'The transcription of the call',
            location: 'Dublin, Ireland',
          },
        },
      ],
    })
  })
})

test('curl gets a 413, not a broken pipe, for a body that is too large', async () => {
  const demo = await demoFor()
  const { email, password } = demo.account
  const huge = [
    '-d',
    `@${process.execPath}`,
    '-H',
    'Content-Type: application/json',
    '-v',
    '-u',
    `${email}:${password}`,
  ]
  const refused = await curl(`${demo.url}/api/v2/tickets.json`, ...huge)
  expect(refused.status).toBe(413)
})
