import { test } from './kit.ts'
import * as s from './stories.ts'
const shots = process.env['SHOTS'] ?? '/tmp/shots'
const sizes = { wide: { width: 980, height: 680 }, quick: { width: 368, height: 580 } }
const cases: [string, Record<string, unknown>, string?][] = [
  ['signin', s.started({ account: null })],
  ['blank', s.started()],
  ['written', { ...s.started({ drafts: [s.written] }), 'callers.find': s.one }],
  ['several', { ...s.started({ drafts: [s.written] }), 'callers.find': s.several }],
  ['nobody', { ...s.started({ drafts: [s.written] }), 'callers.find': s.nobody }],
  ['offline', { ...s.started({ drafts: [s.written], sending: { state: 'offline', until: null, waiting: 3, needsYou: 0 } }), 'callers.find': s.offline }],
  ['long', { ...s.started({ drafts: [s.longDraft] }), 'callers.find': s.longOne }],
  ['voicemail-empty', s.started(), 'Voicemail'],
  ['voicemail', { ...s.started({ drafts: [s.voicemailDraft(1), s.voicemailDraft(2, { theirNumber: '' }), s.voicemailDraft(3)] }), 'callers.find': s.one }, 'Voicemail'],
  ['today-empty', s.started(), 'Today'],
  ['today', s.started({ calls: s.mixed, sending: { state: 'offline', until: null, waiting: 3, needsYou: 2 } }), 'Today'],
  ['settings', s.started(), 'Settings'],
]
for (const [name, answers, nav] of cases)
  for (const [size, box] of Object.entries(sizes))
    for (const dark of [false, true])
      test(`${name} ${size} ${dark}`, async ({ open }) => {
        const { page } = await open(answers, box, dark)
        if (nav) await page.getByRole('button', { name: nav, exact: false }).first().click()
        await page.waitForTimeout(450)
        await page.screenshot({ path: `${shots}/${name}-${size}-${dark ? 'dark' : 'light'}.png` })
      })
