import { onTestFinished } from 'vitest'
import { startDemo, type DemoOptions, type DemoZendesk } from '../../main/demo/index.ts'
import { createZendesk, type Credentials } from '../../main/zendesk/client.ts'
import { createNodeFetchTransport } from '../../main/zendesk/node-fetch-transport.ts'
import type { Transport, TransportLimits } from '../../main/zendesk/transport.ts'
import { VIA_ID, type VoiceComment, type VoiceTicket, type Zendesk } from '../../main/zendesk/zendesk.ts'

export const NOBODY = 99

/** A demo Zendesk, gone with the test, and ways to speak to it. */
export async function demoZendesk(switches: DemoOptions['switches'] = {}) {
  const demo = await startDemo({ switches })
  onTestFinished(() => demo.close())

  const signIn = (
    credentials: Credentials,
    limits: Partial<TransportLimits> = {},
    wrap = (t: Transport) => t,
  ): Zendesk => {
    const transport = wrap(createNodeFetchTransport({ origin: demo.url, version: '0.0.0', limits }))
    onTestFinished(() => transport.close())
    return createZendesk({ transport, credentials, now: demo.clock.now })
  }
  return { demo, signIn, zendesk: signIn(tokenOf(demo.account)) }
}

export const tokenOf = ({ email, apiToken }: { readonly email: string; readonly apiToken: string }): Credentials => ({
  kind: 'token',
  email,
  token: apiToken,
})

export const callOf = (demo: DemoZendesk, more: Partial<VoiceTicket> = {}): VoiceTicket => ({
  viaId: VIA_ID.inbound,
  externalId: 'entry-1',
  requesterId: demo.account.endUserId,
  subject: 'Printer rattles – 2e étage',
  priority: 'high',
  tags: ['call', 'printer'],
  comment: { body: 'Jane hears a rattle. 🖨', public: false },
  ...more,
})

export const voiceOf = (demo: DemoZendesk, more: Partial<VoiceComment> = {}): VoiceComment => ({
  from: '+16617480240',
  to: '+16617480123',
  recordingUrl: 'https://recordings.example/call.mp3',
  startedAt: '2026-11-22T12:00:00Z',
  callDuration: 40,
  answeredById: demo.account.agentId,
  ...more,
})
