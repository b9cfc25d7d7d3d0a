import { render } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import Facts from '../../../renderer/parts/Facts.svelte'

test('what is known stands in one line, each in its own direction, and can be had in full', () => {
  const { container } = render(Facts, { facts: ['ליאת בן־דוד', null, '9:14 AM', undefined, '', '0:41'] })
  expect(container.textContent.trim()).toBe('ליאת בן־דוד · 9:14 AM · 0:41')
  expect([...container.querySelectorAll('bdi')].map((fact) => fact.textContent)).toEqual([
    'ליאת בן־דוד',
    '9:14 AM',
    '0:41',
  ])
  expect(container.querySelector('[title]')).toHaveAttribute('title', 'ליאת בן־דוד · 9:14 AM · 0:41')
})
