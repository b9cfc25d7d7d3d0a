import { expect, test } from 'vitest'
import { elapsed } from '../../main/calls/moments.ts'
import { virtualClock } from '../fakes/virtual-clock.ts'

const DAY = 86_400_000

test.each([DAY, -DAY, 3_600_000])(
  'a wall clock set by %d ms does not change how much time has passed',
  async (jump) => {
    const clock = virtualClock()
    const then = clock.moment()
    await clock.advance(30_000)
    clock.setWall(jump)
    expect(elapsed(then, clock.moment())).toBe(30_000)
  },
)

test('after a reboot the wall clock counts', () => {
  const clock = virtualClock()
  const then = clock.moment()
  clock.reboot(120_000)
  expect(elapsed(then, clock.moment())).toBe(120_000)
})

test('after a reboot with a wall clock set back, what has passed since the start still counts', async () => {
  const clock = virtualClock()
  const then = clock.moment()
  clock.reboot(120_000)
  clock.setWall(-DAY)
  await clock.advance(9_000)
  expect(elapsed(then, clock.moment())).toBe(10_000)
})
