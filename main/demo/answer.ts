import { answerApi, type Incoming } from './api/api.ts'
import { accountLimitHeaders, tooMany } from './limits.ts'
import { answerPage } from './pages/pages.ts'
import { html, type Reply } from './reply.ts'
import type { World } from './world.ts'

const NO_ACCOUNT = '<!doctype html><title>Not found</title><h1>No help desk at this address</h1>'
const PORTAL = '<!doctype html><title>Welcome</title><h1>Please accept the terms to use this network</h1>'

/** The demo Zendesk's answer to one request, decided without looking at a socket. */
export function answer(world: World, incoming: Incoming): Reply {
  if (world.switches.captivePortal) return html(200, PORTAL)
  if (world.switches.unknownAccount) return html(404, NO_ACCOUNT)
  if (!incoming.path.startsWith('/api/')) return answerPage(world.state, incoming.method, incoming.path)
  const usage = world.accountLimiter.count('account', world.switches.rateLimitPerMinute, world.clock.now())
  const reply = usage.over ? tooMany(usage) : answerApi(world, incoming)
  return { ...reply, headers: { ...accountLimitHeaders(usage), 'x-zendesk-api-version': 'v2', ...reply.headers } }
}
