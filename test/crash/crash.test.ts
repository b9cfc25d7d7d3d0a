import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { freshFolder } from '../fakes/profile.ts'
import { runningDemo } from '../fakes/demo-desk.ts'
import { between, oneOf, seeded } from '../fakes/random.ts'
import type { Orders } from './child.ts'
import { bundleChild, createNursery, runChild, type KillPoint, type Writes } from './kit.ts'

/** How often a child is killed; a longer run asks for more. */
const RUNS = Number(process.env.AFTERCALL_CRASH_RUNS ?? 40)
/** After so many kills a profile is drained and a new one begun, so that first starts are killed too. */
const KILLS_PER_PROFILE = 10

test('a program killed at any point loses no call and logs none twice', async () => {
  const { random } = seeded('crash')
  const writes: Writes = { onWrite: () => undefined }
  const demo = await runningDemo({ switches: { rateLimitPerMinute: 10_000_000 }, onWrite: () => writes.onWrite() })
  const { url, account } = demo
  const nursery = createNursery(await bundleChild())
  onTestFinished(() => nursery.close())
  const [saved, acked, wrong] = [new Map<string, Orders['calls'][number]>(), new Set<string>(), [] as string[]]
  let [kills, starts, salvaged, numbers] = [0, 0, 0, 0]

  const newCall = (): Orders['calls'][number] => {
    numbers += 1
    const caller: Orders['calls'][number]['caller'] = oneOf(random, [
      { is: 'known', userId: account.endUserId, name: 'Cora' },
      { is: 'new', name: '' },
    ])
    const kind = oneOf(random, ['inbound', 'outbound', 'voicemail'] as const)
    return { id: randomUUID(), kind, caller, number: `+4930${String(70_000_000 + numbers)}` }
  }
  const killPoint = (calls: number): KillPoint =>
    oneOf<KillPoint>(random, [
      { at: 'ack', count: between(random, 1, calls) },
      { at: 'write', count: between(random, 1, 6) },
      { at: 'write', count: between(random, 1, 3) },
      { at: 'ms', count: between(random, 0, 120) },
    ])
  const run = async (folder: string, calls: Orders['calls'], kill: KillPoint) => {
    const orders = {
      folder,
      url,
      email: account.email,
      token: account.apiToken,
      agentId: account.agentId,
      calls,
      faster: 50,
    }
    for (const call of calls) saved.set(call.id, call)
    const ran = await runChild(nursery.take(), orders, kill, writes)
    starts += 1
    kills += ran.killed ? 1 : 0
    salvaged += ran.salvaged
    wrong.push(...ran.wrong)
    for (const id of ran.acked) acked.add(id)
    return ran
  }

  while (kills < RUNS) {
    const folder = freshFolder()
    for (const last = Math.min(RUNS, kills + KILLS_PER_PROFILE); kills < last;) {
      const calls = Array.from({ length: between(random, 1, 3) }, newCall)
      await run(folder, calls, killPoint(calls.length))
    }
    const drained = await run(folder, [], { at: 'never' })
    expect(drained.finished).toBe(true)
  }

  const tickets = demo.tickets()
  const of = (id: string) => tickets.filter((ticket) => ticket.external_id === id)
  const lost = [...acked].filter((id) => of(id).length === 0)
  const doubled = [...saved.keys()].filter((id) => of(id).length > 1)
  const voices = (id: string) =>
    of(id).flatMap(({ comments }) => comments.filter((comment) => comment.voice !== null)).length
  const voiceless = [...acked].filter((id) => voices(id) !== 1)
  const phones = demo.users().flatMap(({ phone }) => (phone ? [phone] : []))
  const twins = [...saved.values()].filter(({ number }) => phones.filter((phone) => phone === number).length > 1)
  console.log(
    `${kills} kills in ${starts} starts: ${acked.size} calls told to be saved, ${lost.length} lost, ${doubled.length} doubled, ` +
      `${twins.length} callers doubled, ${voiceless.length} without exactly one voice comment, ${wrong.length} refused starts, ${salvaged} salvages`,
  )
  expect({ lost, doubled, twins, voiceless, wrong, salvaged }).toEqual({
    lost: [],
    doubled: [],
    twins: [],
    voiceless: [],
    wrong: [],
    salvaged: 0,
  })
}, 0)
