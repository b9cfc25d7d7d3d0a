import { messages } from '../../preload/messages/index.ts'
import { goTo } from '../setup/app.ts'
import { accountLine, banner, expect, logJane, number, test } from './kit.ts'

test('the demo workspace needs no account, opens its tickets in the browser and keeps them', async ({ desk }) => {
  const page = await desk.start()
  await page.getByRole('button', { name: messages.signIn.tryDemo }).click()
  await expect(number(page)).toBeFocused()
  await logJane(page, 'A first try.')
  await goTo(page, 'Today')
  const ticket = page.getByRole('button', { name: /^Open ticket #/ })
  await expect(ticket).toBeVisible()
  const label = (await ticket.getAttribute('aria-label')) ?? ''
  const path = `/agent/tickets/${label.replace(/\D/g, '')}`
  await expect
    .poll(async () => (await desk.running.opened()).map((address) => new URL(address).pathname))
    .toEqual([path])
  const [opened = ''] = await desk.running.opened()
  expect(await (await fetch(opened)).text()).toContain('A first try.')
  await desk.quit()

  const again = await desk.start()
  await expect(accountLine(again)).toContainText(`${messages.account.demo} · ${messages.account.allSent}`)
  await expect(banner(again, messages.banner.signIn)).toHaveCount(0)
  await goTo(again, 'Today')
  await again.getByRole('button', { name: label }).click()
  await expect
    .poll(async () => (await desk.running.opened()).map((address) => new URL(address).pathname))
    .toEqual([path])
  expect(desk.demo.requests(), 'nothing went to the other Zendesk').toEqual([])
})
