import { describe, expect, it } from 'vitest'
import { everyCall } from '../../main/ipc/calls.ts'
import { buildBridge } from '../../preload/bridge.ts'
import type { Envelope } from '../../preload/contract.ts'

type AnyDesk = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>

function bridge(answer: () => Promise<Envelope> = async () => ({ ok: true, value: 'answered' })) {
  const invoked: { channel: string; args: readonly unknown[] }[] = []
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const desk = buildBridge({
    invoke: (channel, args) => (invoked.push({ channel, args }), answer()),
    listen(channel, listener) {
      const all = listeners.get(channel) ?? new Set()
      listeners.set(channel, all.add(listener))
      return () => void all.delete(listener)
    },
    pathOf: (file) => (file.name === 'made up' ? '' : `/v/${file.name}`),
  })
  const emit = (channel: string, payload: unknown) => listeners.get(channel)?.forEach((listener) => listener(payload))
  return { desk, any: desk as unknown as AnyDesk, invoked, listeners, emit }
}

describe('the page is given', () => {
  it('exactly these functions', () => {
    const { desk } = bridge()
    const keys = Object.entries(desk).flatMap(([subject, calls]) =>
      typeof calls === 'function' ? [subject] : Object.keys(calls as object).map((call) => `${subject}.${call}`),
    )
    expect(keys).toMatchInlineSnapshot(`
      [
        "app.start",
        "accounts.signIn",
        "accounts.tryDemo",
        "accounts.signOut",
        "settings.change",
        "drafts.keep",
        "drafts.discard",
        "callers.find",
        "callers.open",
        "calls.save",
        "calls.today",
        "calls.sendNow",
        "calls.correct",
        "calls.openTicket",
        "calls.openCaller",
        "intake.readDropped",
        "intake.pickFiles",
        "on",
      ]
    `)
  })

  it('nothing it can change', () => {
    const { desk, any } = bridge()
    expect([desk, ...Object.values(desk)].filter((part) => typeof part === 'object').every(Object.isFrozen)).toBe(true)
    expect(() => (any['calls']!['save'] = async () => null)).toThrow(TypeError)
  })
})

it.each(everyCall().filter(([, call]) => call !== 'readDropped'))(
  '%s.%s asks main and hands back the answer',
  async (subject, call) => {
    const { any, invoked } = bridge()
    expect(await any[subject]![call]!('one', 2)).toBe('answered')
    expect(invoked).toEqual([{ channel: `${subject}.${call}`, args: ['one', 2] }])
  },
)

it.each(['stranger', 'malformed', 'bug'] as const)('a refusal rejects with its code alone: %s', async (error) => {
  const { desk } = bridge(async () => ({ ok: false, error }))
  await expect(desk.calls.today()).rejects.toThrow(new RegExp(`^${error}$`))
})

it("Electron's own errors, which name the channel, do not reach the page", async () => {
  const { desk } = bridge(() => Promise.reject(new Error("Error invoking remote method 'calls.today': Error: …")))
  await expect(desk.calls.today()).rejects.toThrow(/^bug$/)
})

describe('dropped files', () => {
  const file = (name: string) => ({ name }) as File

  it('become paths, and one that is not on disk stays without', async () => {
    const { desk, invoked } = bridge()
    await desk.intake.readDropped([file('msg0001.wav'), file('made up')])
    expect(invoked).toEqual([{ channel: 'intake.readDropped', args: [['/v/msg0001.wav', '']] }])
  })

  it('are all that counts: the page can add no path of its own', async () => {
    const { any, invoked } = bridge()
    await any['intake']!['readDropped']!([file('a.wav')], ['/etc/passwd'])
    expect(invoked[0]?.args).toEqual([['/v/a.wav']])
  })
})

describe('events', () => {
  it('arrive as their payload only, until they are no longer wanted', () => {
    const { desk, emit, listeners } = bridge()
    const heard: unknown[][] = []
    const stop = desk.on('account.trouble', (...all) => void heard.push(all))
    emit('account.trouble', { kind: 'offline' })
    stop()
    emit('account.trouble', { kind: 'timeout' })
    expect(heard).toEqual([[{ kind: 'offline' }]])
    expect(listeners.get('account.trouble')?.size).toBe(0)
  })

  it.each(['', 'calls', 'calls.save', 'constructor', '__proto__', 'CALLS.CHANGED'])(
    'of other names are refused: %j',
    (name) => {
      const { desk, listeners } = bridge()
      expect(() => desk.on(name as 'calls.changed', () => {})).toThrow('no such event')
      expect(listeners.size).toBe(0)
    },
  )
})
