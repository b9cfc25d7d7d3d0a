import { expect, test } from 'vitest'
import { afterFault, afterOutage, afterThrottle, afterWake, CAP_MS } from '../../main/calls/backoff.ts'
import { between, seeded } from '../fakes/random.ts'

const { random } = seeded('backoff')
const many = Array.from({ length: 2_000 }, () => ({
  tries: between(random, 1, 60),
  ms: between(random, 0, 10 * 60_000),
}))

test('after a fault the wait is anywhere up to a doubling limit of at most 15 minutes', () => {
  for (const { tries } of many) {
    const wait = afterFault(tries, random)
    expect(wait).toBeGreaterThanOrEqual(0)
    expect(wait).toBeLessThanOrEqual(Math.min(CAP_MS, 2_000 * 2 ** tries))
  }
  expect(afterFault(1, () => 0)).toBe(0)
  expect(afterFault(1, () => 0.999)).toBeGreaterThan(3_900)
  expect(afterFault(1_000_000, () => 0.999_999)).toBeLessThanOrEqual(CAP_MS)
})

test('after a refusal for speed the wait is never under half of its limit', () => {
  for (const { tries } of many) {
    const limit = Math.min(CAP_MS, 1_000 * 2 ** tries)
    const wait = afterThrottle(tries, random)
    expect(wait).toBeGreaterThanOrEqual(limit / 2)
    expect(wait).toBeLessThanOrEqual(limit)
  }
})

test('after an outage desks start spread over at most a minute, and never over more than the outage', () => {
  for (const { ms } of many) {
    const wait = afterOutage(ms, random)
    expect(wait).toBeGreaterThanOrEqual(0)
    expect(wait).toBeLessThanOrEqual(Math.min(60_000, ms))
  }
})

test('100 desks that see the same network come back do not all start in the same seconds', () => {
  const starts = Array.from({ length: 100 }, () => Math.floor(afterOutage(3_600_000, random) / 1_000))
  const perSecond = starts.map((second) => starts.filter((other) => other === second).length)
  expect(Math.max(...perSecond)).toBeLessThan(15)
})

test('after waking up the network gets 2 to 5 seconds', () => {
  for (let n = 0; n < 200; n += 1) {
    const wait = afterWake(random)
    expect(wait).toBeGreaterThanOrEqual(2_000)
    expect(wait).toBeLessThan(5_000)
  }
})
