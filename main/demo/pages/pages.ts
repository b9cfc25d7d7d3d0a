import type { Comment, State, Ticket, User, VoiceFacts } from '../account/model.ts'
import { formatPhone } from '../account/phone.ts'
import { commentsOf, findTicket, findUser, organizationName } from '../account/state.ts'
import { asId } from '../account/values.ts'
import { viaOf } from '../account/via.ts'
import { reply, type Reply } from '../reply.ts'
import { markup, type Html } from './html.ts'
import { facts, page, PAGE_HEADERS, STYLE_PATH, time, userLink } from './layout.ts'
import { STYLE } from './style.ts'

const MOST_SHOWN = 200

/** What a browser sees of the demo account: the list, a ticket, a user. Looking needs no sign-in; there is nothing to press. */
export function answerPage(state: State, method: string, path: string): Reply {
  if (method !== 'GET') return missing()
  if (path === STYLE_PATH) return reply(200, 'text/css; charset=utf-8', STYLE, PAGE_HEADERS)
  if (path === '/') return page(200, 'Tickets', markup`<h1>Tickets</h1>${ticketTable(state, state.tickets)}`)
  const [, kind, id] = /^\/agent\/(tickets|users)\/(\d+)$/.exec(path) ?? []
  const ticket = kind === 'tickets' ? findTicket(state, asId(id)) : undefined
  if (ticket) return ticketPage(state, ticket)
  const user = kind === 'users' ? findUser(state, asId(id)) : undefined
  return user ? userPage(state, user) : missing()
}

function missing(): Reply {
  return page(
    404,
    'Not found',
    markup`<h1>Not found</h1><p class="quiet">There is no such page in this demo account.</p>`,
  )
}

function ticketTable(state: State, tickets: readonly Ticket[]): Html {
  const rows = [...tickets].sort((a, b) => b.id - a.id).slice(0, MOST_SHOWN)
  if (rows.length === 0) return markup`<p class="quiet">No tickets yet.</p>`
  return markup`<table>
<tr><th>Ticket</th><th>Subject</th><th>Requester</th><th class="wide">Status</th><th class="wide">Came in by</th></tr>
${rows.map(
  (ticket) => markup`<tr><td>#${ticket.id}</td>
<td><a href="/agent/tickets/${ticket.id}"><bdi>${titleOf(ticket)}</bdi></a></td>
<td>${userLink(findUser(state, ticket.requester_id))}</td>
<td class="wide"><span class="chip status">${ticket.status}</span></td>
<td class="wide quiet">${viaOf(ticket.via_id).label}</td></tr>
`,
)}</table>`
}

function titleOf(ticket: Ticket): string {
  return ticket.subject || ticket.description.split('\n', 1)[0]?.slice(0, 120) || 'No subject'
}

function ticketPage(state: State, ticket: Ticket): Reply {
  const requester = findUser(state, ticket.requester_id)
  const content = markup`<h1><bdi>${titleOf(ticket)}</bdi></h1>
<p class="meta"><span>#${ticket.id}</span><span class="chip status">${ticket.status}</span><span>${viaOf(ticket.via_id).label}</span>${time(ticket.created_at)}</p>
<div class="split">
<section aria-label="Conversation">${commentsOf(state, ticket.id).map((comment) => commentCard(state, comment))}</section>
<aside><div class="card"><h2>Requester</h2>${userLink(requester)}${requester ? contact(state, requester) : null}</div>
<div class="card"><h2>Ticket</h2>${facts([
    ['Priority', ticket.priority],
    ['Assignee', ticket.assignee_id === null ? null : userLink(findUser(state, ticket.assignee_id))],
    ['Group', state.groups.find((group) => group.id === ticket.group_id)?.name ?? null],
    ['External id', ticket.external_id],
    ['Updated', time(ticket.updated_at)],
  ])}</div>
${ticket.tags.length === 0 ? null : markup`<div class="card"><h2>Tags</h2>${chips(ticket.tags)}</div>`}</aside>
</div>`
  return page(200, `#${ticket.id} ${titleOf(ticket)}`, content)
}

function commentCard(state: State, comment: Comment): Html {
  const kind = comment.voice ? 'voice' : comment.public ? '' : 'note'
  const label = comment.voice ? viaOf(comment.via_id).label : 'Internal note'
  return markup`<article class="card ${kind}"><div class="by"><strong>${userLink(findUser(state, comment.author_id))}</strong>
${time(comment.created_at)}${kind === '' ? null : markup`<span class="chip">${label}</span>`}</div>
${comment.voice ? voiceFacts(state, comment.voice) : markup`<p dir="auto">${comment.body}</p>`}</article>
`
}

function voiceFacts(state: State, voice: VoiceFacts): Html {
  const url = voice.recording_url
  return markup`${facts([
    ['From', voice.from === '' ? 'number withheld' : voice.from && formatPhone(voice.from)],
    ['To', voice.to && formatPhone(voice.to)],
    ['Started', voice.started_at === null ? null : time(Date.parse(voice.started_at))],
    ['Length', voice.call_duration === null ? null : duration(voice.call_duration)],
    ['Answered by', voice.answered_by_id === null ? null : userLink(findUser(state, voice.answered_by_id))],
    ['Location', voice.location],
    ['Recording', url],
  ])}
${voice.transcription_text ? markup`<p dir="auto">${voice.transcription_text}</p>` : null}
${url && isPlayable(url) ? markup`<audio controls preload="none" src="${url}"></audio>` : markup`<p class="quiet">Recording not available</p>`}`
}

/** A browser plays https, and plain http from this machine only. */
function isPlayable(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed?.protocol === 'https:') return true
  return parsed?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(parsed.hostname)
}

function duration(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0')]
  return `${minutes}:${rest}`
}

function userPage(state: State, user: User): Reply {
  const requested = state.tickets.filter((ticket) => ticket.requester_id === user.id)
  const content = markup`<h1><bdi>${user.name}</bdi></h1>
<p class="meta"><span class="chip">${user.role}</span></p>
<div class="split"><section aria-label="Tickets">${ticketTable(state, requested)}</section>
<aside><div class="card"><h2>Profile</h2>${contact(state, user)}
${user.tags.length === 0 ? null : chips(user.tags)}</div></aside></div>`
  return page(200, user.name, content)
}

function contact(state: State, user: User): Html {
  return facts([
    ['Organization', organizationName(state, user.organization_id)],
    ['Phone', user.phone && markup`<bdi dir="ltr">${formatPhone(user.phone)}</bdi>`],
    ['', user.shared_phone_number ? 'shared line' : null],
    ['Email', user.email],
    ['Notes', user.notes],
  ])
}

function chips(words: readonly string[]): Html {
  return markup`<div class="tags">${words.map((word) => markup`<span class="chip"><bdi>${word}</bdi></span>`)}</div>`
}
