import { Agent, request as httpRequest } from 'node:http'
import { afterEach, vi } from 'vitest'
import { startDemo, type DemoOptions, type DemoZendesk } from '../../main/demo/index.ts'

/** A Sunday noon; the demo's time stands still in these tests unless it is moved. */
export const NOON = Date.UTC(2026, 10, 22, 12)

// A guard against hanging for ever, not a measure: the machine may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const running: DemoZendesk[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((demo) => demo.close()))
})

/** A demo Zendesk that ends with the test. */
export async function demoFor(options: DemoOptions = {}): Promise<DemoZendesk> {
  const demo = await startDemo({ now: () => NOON, ...options })
  running.push(demo)
  return demo
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // What a test reads out of a reply is checked by the expectation it is read for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any
}

export interface Asking {
  /** Email of the one who asks, with the account's API token; null for nobody. Left out: the agent. */
  readonly as?: string | null
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

export function basic(login: string, secret: string): string {
  return `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}`
}

/** Asks over a real socket; `body` goes out as JSON unless it is text already. */
export async function ask(demo: DemoZendesk, what: string, { as, body, headers }: Asking = {}): Promise<Answer> {
  const [method = 'GET', path = '/'] = what.split(' ')
  const email = as === undefined ? demo.account.email : as
  const response = await fetch(demo.url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(email !== null && { authorization: basic(`${email}/token`, demo.account.apiToken) }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: jsonOrNull(text) }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Asks with headers a browser's fetch would not let us set. */
export function askRaw(
  url: string,
  options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: Buffer | string },
): Promise<{ readonly status: number; readonly text: string; readonly headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {} } = options
    const request = httpRequest(url, { method, headers, agent: new Agent({ keepAlive: false }) }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(options.body)
  })
}

export const VOICE = '/api/v2/channels/voice'

/** A call nobody could object to. */
export function inboundCall(more: Record<string, unknown> = {}): { ticket: Record<string, unknown> } {
  return { ticket: { via_id: 45, subject: 'Printer', comment: { body: 'It smokes.' }, ...more } }
}

export const VOICE_COMMENT = {
  from: '+16617480240',
  to: '+16617480123',
  recording_url: 'https://recordings.example/1.mp3',
  started_at: '2026-11-22T09:14:57Z',
  call_duration: 41,
  answered_by_id: null,
}
