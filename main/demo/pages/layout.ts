import type { User } from '../account/model.ts'
import { ACCOUNT_NAME } from '../account/seed.ts'
import { isoTime } from '../account/values.ts'
import { html, type Reply } from '../reply.ts'
import { markup, type Html } from './html.ts'

// A recording may lie with any https host, or on this machine with the other parts of a demo; nothing else is loaded.
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  'media-src https: http://127.0.0.1:* http://localhost:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const PAGE_HEADERS = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
} as const

export const STYLE_PATH = '/agent/style.css'

export function page(status: number, title: string, content: Html): Reply {
  const whole = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${ACCOUNT_NAME}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
<header><div><a href="/">${ACCOUNT_NAME}</a><span>demo.zendesk.com · a demo on this computer, not the real Zendesk</span></div></header>
<main>${content}</main>
</html>
`
  return html(status, whole.html, PAGE_HEADERS)
}

/** Names may run from right to left, in the midst of a line that doesn't. */
export function userLink(user: User | undefined): Html {
  if (!user) return markup`<span class="quiet">unknown user</span>`
  return markup`<a href="/agent/users/${user.id}"><bdi>${user.name}</bdi></a>`
}

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

export function time(ms: number): Html {
  return markup`<time datetime="${isoTime(ms)}">${DATE.format(ms)} UTC</time>`
}

/** Rows of a definition list; those without a value are left out. */
export function facts(rows: readonly (readonly [label: string, value: Html | string | null])[]): Html {
  const shown = rows.filter(([, value]) => value !== null && value !== '')
  return markup`<dl>${shown.map(([label, value]) => markup`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
}
