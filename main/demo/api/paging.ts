import { json, type Reply } from '../reply.ts'
import type { ApiRequest } from './request.ts'

const MAX_SIZE = 100
const MAX_RECORDS = 10_000

/** How a list is wrapped. `extra` makes side-loaded lists out of the items on this page. */
export interface ListShape<T> {
  readonly key: string
  readonly present: (item: T) => object
  readonly extra?: (items: readonly T[]) => object
  /** How many records offset paging reaches. */
  readonly limit?: number
}

/** One page of a list in Zendesk's envelopes: cursor paging when `page[size]` is asked for, offset paging otherwise. */
export function paged<T extends { readonly id: number }>(
  request: ApiRequest,
  items: readonly T[],
  shape: ListShape<T>,
): Reply {
  return request.query.has('page[size]') ? byCursor(request, items, shape) : byOffset(request, items, shape)
}

function byCursor<T extends { readonly id: number }>(
  request: ApiRequest,
  items: readonly T[],
  shape: ListShape<T>,
): Reply {
  const size = positive(request.query.get('page[size]'))
  const after = request.query.get('page[after]')
  const before = request.query.get('page[before]')
  if (size === null || size > MAX_SIZE || (after !== null && before !== null)) return invalidPaging('page[size]')
  const cursorAt = after ?? before
  const at = cursorAt === null ? -1 : items.findIndex((item) => cursor(item) === cursorAt)
  if (cursorAt !== null && at === -1) return invalidPaging(after === null ? 'page[before]' : 'page[after]')
  const start = before === null ? at + 1 : Math.max(0, at - size)
  const end = before === null ? start + size : at
  const page = items.slice(start, end)
  const [first, last] = [page[0], page.at(-1)]
  const hasMore = before === null ? end < items.length : start > 0
  return json(200, {
    [shape.key]: page.map(shape.present),
    ...shape.extra?.(page),
    meta: {
      has_more: hasMore,
      after_cursor: last ? cursor(last) : null,
      before_cursor: first ? cursor(first) : null,
    },
    links: {
      next: last && end < items.length ? link(request, { 'page[after]': cursor(last), 'page[before]': null }) : null,
      prev: first && start > 0 ? link(request, { 'page[before]': cursor(first), 'page[after]': null }) : null,
    },
  })
}

function byOffset<T extends { readonly id: number }>(
  request: ApiRequest,
  items: readonly T[],
  shape: ListShape<T>,
): Reply {
  const page = positive(request.query.get('page') ?? '1')
  const size = Math.min(MAX_SIZE, positive(request.query.get('per_page') ?? String(MAX_SIZE)) ?? 0)
  if (page === null || size === 0) return invalidPaging('page')
  if (page * size > (shape.limit ?? MAX_RECORDS)) return tooDeep()
  const shown = items.slice((page - 1) * size, page * size)
  return json(200, {
    [shape.key]: shown.map(shape.present),
    ...shape.extra?.(shown),
    next_page: page * size < items.length ? link(request, { page: String(page + 1) }) : null,
    previous_page: page > 1 ? link(request, { page: String(page - 1) }) : null,
    count: items.length,
  })
}

function cursor(item: { readonly id: number }): string {
  return Buffer.from(`o:${item.id}`).toString('base64url')
}

function positive(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) && Number(text) > 0 ? Number(text) : null
}

function link(request: ApiRequest, changed: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(request.query)
  for (const [key, value] of Object.entries(changed)) {
    if (value === null) query.delete(key)
    else query.set(key, value)
  }
  return `${request.base}${request.path}?${query}`
}

function invalidPaging(name: string): Reply {
  return json(400, { errors: [{ code: 'InvalidPaginationParameter', title: `${name} is not valid` }] })
}

function tooDeep(): Reply {
  return json(400, { error: 'InvalidPaginationDepth', description: 'Please use cursor pagination to read further' })
}
