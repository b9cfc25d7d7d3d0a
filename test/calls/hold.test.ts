import { expect, test } from 'vitest'
import { heldBy, hinted, holdLeft, type AccountEffect, type Hold } from '../../main/calls/hold.ts'
import { between, oneOf, seeded } from '../fakes/random.ts'
import { virtualClock } from '../fakes/virtual-clock.ts'

const { random } = seeded('hold')
const OFFLINE: AccountEffect = { is: 'outage', why: 'offline', atLeastMs: null }

test('1,000 pauses that Zendesk asked for last at least that long, whatever the clock, a restart or a hint does', async () => {
  for (let n = 0; n < 1_000; n += 1) {
    const clock = virtualClock()
    const asked = between(random, 1_000, 3_600_000)
    let hold: Hold = heldBy(null, { is: 'throttled', atLeastMs: asked }, clock.moment(), random)
    let passed = 0
    while (holdLeft(hold, clock.moment()) > 0) {
      const step = between(random, 1, 400_000)
      await clock.advance(step)
      passed += step
      if (random() < 0.3) clock.setWall(oneOf(random, [86_400_000, -86_400_000]))
      // Stored and read back, as by a restart.
      if (random() < 0.3) hold = JSON.parse(JSON.stringify(hold)) as Hold
      hold = hinted(hold, oneOf(random, ['saved', 'network', 'wake']), clock.moment(), random)
    }
    expect(passed).toBeGreaterThanOrEqual(asked)
  }
}, 0)

test('waits grow with every failure in a row, and the reason of the last one is shown', () => {
  const clock = virtualClock()
  let hold: Hold | null = null
  const most = () => 0.999_999
  const waits = [1, 2, 3, 4].map(() => {
    hold = heldBy(hold, OFFLINE, clock.moment(), most)
    return hold.ms
  })
  expect(waits).toEqual([3_999, 7_999, 15_999, 31_999])
  expect(heldBy(hold, { is: 'outage', why: 'down', atLeastMs: null }, clock.moment(), most)).toMatchObject({
    why: 'down',
    tries: 5,
  })
})

test('the network coming back shortens the wait once, to a random part of at most a minute', async () => {
  const clock = virtualClock()
  const long = heldBy(
    { ...heldBy(null, OFFLINE, clock.moment(), random), tries: 30 },
    OFFLINE,
    clock.moment(),
    () => 0.999,
  )
  await clock.advance(300_000)
  const once = hinted(long, 'network', clock.moment(), () => 0.5)
  expect(holdLeft(once, clock.moment())).toBe(30_000)
  expect(hinted(once, 'network', clock.moment(), () => 0)).toBe(once)
})

test('waking up leads to a try within 2 to 5 seconds, also when it is reported twice', async () => {
  const clock = virtualClock()
  const long = heldBy(
    { ...heldBy(null, OFFLINE, clock.moment(), random), tries: 30 },
    OFFLINE,
    clock.moment(),
    () => 0.999,
  )
  await clock.advance(60_000)
  const woken = hinted(hinted(long, 'wake', clock.moment(), random), 'wake', clock.moment(), random)
  expect(holdLeft(woken, clock.moment())).toBeGreaterThanOrEqual(2_000)
  expect(holdLeft(woken, clock.moment())).toBeLessThan(5_000)
})

test('a hint never lengthens a wait', () => {
  const clock = virtualClock()
  const short = heldBy(null, OFFLINE, clock.moment(), () => 0.01)
  for (const hint of ['saved', 'network', 'wake'] as const) {
    expect(
      holdLeft(
        hinted(short, hint, clock.moment(), () => 0.999),
        clock.moment(),
      ),
    ).toBeLessThanOrEqual(short.ms)
  }
})

test('saving another call during an outage tries again, but not within 5 seconds of the last try', async () => {
  const clock = virtualClock()
  const long = heldBy(
    { ...heldBy(null, OFFLINE, clock.moment(), random), tries: 30 },
    OFFLINE,
    clock.moment(),
    () => 0.999,
  )
  expect(hinted(long, 'saved', clock.moment(), random)).toBe(long)
  await clock.advance(5_000)
  expect(holdLeft(hinted(long, 'saved', clock.moment(), random), clock.moment())).toBe(0)
})
