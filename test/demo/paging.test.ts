import { describe, expect, test } from 'vitest'
import { ask, demoFor } from './helper.ts'

const COMMENTS = '/api/v2/tickets/35120/comments.json'

async function demoWithComments() {
  // Twenty-nine updates and the first comment: below the limit for one ticket.
  const demo = await demoFor()
  for (let index = 1; index <= 29; index += 1) {
    await ask(demo, 'PUT /api/v2/tickets/35120', { body: { ticket: { comment: { body: `comment ${index}` } } } })
  }
  return demo
}

const bodies = (comments: { body: string }[]) => comments.map((comment) => comment.body)

describe('comments page by page', () => {
  test('with a cursor: every comment once, in order, and back again', async () => {
    const demo = await demoWithComments()
    const seen: string[] = []
    let page = (await ask(demo, `GET ${COMMENTS}?page[size]=12`)).json
    seen.push(...bodies(page.comments))
    while (page.links.next !== null) {
      expect(page.meta.has_more).toBe(true)
      page = (await ask(demo, `GET ${page.links.next.replace(demo.url, '')}`)).json
      seen.push(...bodies(page.comments))
    }
    expect(page.meta.has_more).toBe(false)
    expect(seen.slice(1)).toEqual(Array.from({ length: 29 }, (_, index) => `comment ${index + 1}`))
    const back = (await ask(demo, `GET ${page.links.prev.replace(demo.url, '')}`)).json
    expect(bodies(back.comments)).toEqual(seen.slice(12, 24))
  })

  test('with page numbers: count, next_page and previous_page', async () => {
    const demo = await demoWithComments()
    const first = (await ask(demo, `GET ${COMMENTS}?per_page=20`)).json
    expect([first.comments.length, first.count, first.previous_page]).toEqual([20, 30, null])
    const second = (await ask(demo, `GET ${first.next_page.replace(demo.url, '')}`)).json
    expect([second.comments.length, second.next_page]).toEqual([10, null])
  })

  test('newest first when asked for, with their authors', async () => {
    const demo = await demoWithComments()
    const { json } = await ask(demo, `GET ${COMMENTS}?page[size]=1&sort=-created_at&include=users`)
    expect(bodies(json.comments)).toEqual(['comment 29'])
    expect(json.users).toMatchObject([{ name: 'Maya Rossi' }])
  })
})

test.each([
  'page[size]=0',
  'page[size]=101',
  'page[size]=many',
  'page[size]=1&page[after]=nonsense',
  'page=0',
  'page=-1',
  'per_page=0',
])('%s is refused', async (query) => {
  const demo = await demoFor()
  expect((await ask(demo, `GET ${COMMENTS}?${query}`)).status).toBe(400)
})

test('page numbers end at 10,000 records, in search at 1,000', async () => {
  const demo = await demoFor()
  expect((await ask(demo, 'GET /api/v2/tickets?page=100')).status).toBe(200)
  expect((await ask(demo, 'GET /api/v2/tickets?page=101')).status).toBe(400)
  expect((await ask(demo, 'GET /api/v2/search?query=type:ticket&page=10')).status).toBe(200)
  expect((await ask(demo, 'GET /api/v2/search?query=type:ticket&page=11')).status).toBe(400)
})
