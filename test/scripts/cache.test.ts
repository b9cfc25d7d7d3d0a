import { expect, test } from 'vitest'
import { oneAtATime } from '../../scripts/lib/cache.ts'

test('two that want the same take turns; the second one is told that it waits', async () => {
  const steps: string[] = []
  let letGo = () => {}
  const first = oneAtATime(
    'test',
    () => new Promise<void>((done) => (letGo = done)),
    () => steps.push('first waits'),
  )
  const second = oneAtATime(
    'test',
    async () => void steps.push('second works'),
    () => {
      steps.push('second waits')
      letGo()
    },
  )
  await Promise.all([first, second])
  expect(steps).toEqual(['second waits', 'second works'])
})

test('a failure frees the turn', async () => {
  const fail = () => Promise.reject(new Error('no'))
  await expect(oneAtATime('test-failure', fail, () => {})).rejects.toThrow('no')
  await expect(oneAtATime('test-failure', () => Promise.resolve('done'), fail)).resolves.toBe('done')
})
