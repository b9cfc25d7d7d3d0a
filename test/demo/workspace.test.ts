import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startWorkspace } from '../../main/demo/workspace.ts'
import type { Pop } from '../../main/demo/world.ts'
import { freshFolder } from '../fakes/profile.ts'
import { ask, inboundCall, VOICE } from './helper.ts'

const ignore = (): void => {}

/** Waits until the file holds a text; writing goes on behind the answers. */
const written = (path: string, text: string) =>
  vi.waitFor(() => expect(readFileSync(path, 'utf8')).toContain(text), { timeout: 60_000, interval: 5 })

async function withWorkspace<T>(
  path: string,
  work: (demo: Awaited<ReturnType<typeof startWorkspace>>) => Promise<T>,
  onPop: (pop: Pop) => void = ignore,
): Promise<T> {
  const demo = await startWorkspace(path, onPop)
  try {
    return await work(demo)
  } finally {
    await demo.close()
  }
}

test('what was done in the demo workspace is there after a restart, ids and all', async () => {
  const path = join(freshFolder(), 'demo.json')
  const { id, account } = await withWorkspace(path, async (demo) => {
    const made = await ask(demo, `POST ${VOICE}/tickets`, { body: inboundCall({ subject: 'Kept for later' }) })
    await written(path, 'Kept for later')
    return { id: made.json.ticket.id as number, account: demo.account }
  })
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  await withWorkspace(path, async (demo) => {
    expect(demo.account).toEqual(account)
    expect((await ask(demo, `GET /api/v2/tickets/${id}`)).json.ticket.subject).toBe('Kept for later')
  })
})

test('many changes at once end in the last one on disk', async () => {
  const path = join(freshFolder(), 'demo.json')
  await withWorkspace(path, async (demo) => {
    const subjects = Array.from({ length: 20 }, (_, n) => `Call number ${n};`)
    await Promise.all(subjects.map((subject) => ask(demo, `POST ${VOICE}/tickets`, { body: inboundCall({ subject }) })))
    for (const subject of subjects) await written(path, subject)
  })
})

test.each(['', '{"version": 1', 'null', '{"version":99}', '\u0000'])(
  'a file holding %j starts a fresh one',
  async (text) => {
    const path = join(freshFolder(), 'demo.json')
    writeFileSync(path, text)
    await withWorkspace(path, async (demo) => {
      expect((await ask(demo, 'GET /api/v2/users/me')).json.user.id).toBe(demo.account.agentId)
      await ask(demo, `POST ${VOICE}/tickets`, { body: inboundCall({ subject: 'After the damage' }) })
      await written(path, 'After the damage')
    })
  },
)

test('where nothing can be written it works all the same', async () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'a-file'), '')
  await withWorkspace(join(folder, 'a-file', 'demo.json'), async (demo) => {
    const made = await ask(demo, `POST ${VOICE}/tickets`, { body: inboundCall() })
    expect(made.status).toBe(201)
  })
})

test('a ticket that Zendesk would open is handed out instead', async () => {
  const pops: Pop[] = []
  const path = join(freshFolder(), 'demo.json')
  await withWorkspace(
    path,
    async (demo) => {
      const { agentId, ticketId, endUserId } = demo.account
      await ask(demo, `POST ${VOICE}/agents/${agentId}/tickets/${ticketId}/display`)
      await ask(demo, `POST ${VOICE}/agents/${agentId}/users/${endUserId}/display`)
      expect(pops.map(({ target }) => target)).toEqual([
        { kind: 'ticket', id: ticketId },
        { kind: 'user', id: endUserId },
      ])
    },
    (pop) => pops.push(pop),
  )
})
