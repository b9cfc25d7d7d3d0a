import type { Comment, State, Ticket, User, VoiceFacts } from './model.ts'
import { newLongId } from './state.ts'
import { isoTime } from './values.ts'
import { describeVoice } from './voiceComment.ts'

export const ACCOUNT_NAME = 'Northwind Support'

/** Good for every login of the demo account, as an API token is in Zendesk; they open nothing but invented data. */
export const API_TOKEN = 'demo-api-token'
export const PASSWORD = 'demo-password'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SUPPORT_LINE = '+16617480123'

/** The demo account on its first day. The same `now` and first ids give the same account, down to every id. */
export function seedState(now: number, first: { readonly ticket: number; readonly long: number }): State {
  const organizations: { id: number; name: string }[] = []
  const users: User[] = []
  const state: State = {
    version: 1,
    cast: { agent: 1, admin: 1, light_agent: 1, end_user: 1, ticket: 1 },
    organizations,
    groups: [],
    users,
    tickets: [],
    comments: [],
    idempotency: [],
    next_ticket_id: first.ticket,
    next_long_id: first.long,
  }
  const named = (name: string) => ({ id: newLongId(state), name })
  const person = (name: string, about: Partial<User>): User => {
    const user: User = {
      id: newLongId(state),
      name,
      email: null,
      phone: null,
      shared_phone_number: false,
      role: 'end-user',
      light_agent: false,
      organization_id: null,
      external_id: null,
      notes: '',
      tags: [],
      created_at: now - 200 * DAY,
      updated_at: now - 30 * DAY,
      merged_into: null,
      ...about,
    }
    users.push(user)
    return user
  }

  state.groups.push(named('Support'), named('Service desk'))
  const labs = named('Northwind Labs')
  const freight = named('Kestrel Freight')
  organizations.push(labs, freight)

  const maya = person('Maya Rossi', { email: 'maya.rossi@northwind-support.example', role: 'agent' })
  const admin = person('Priya Nair', { email: 'priya.nair@northwind-support.example', role: 'admin' })
  const light = person('Leo Park', { email: 'leo.park@northwind-support.example', role: 'agent', light_agent: true })

  const atLabs = { organization_id: labs.id }
  const jane = person('Jane Doe', {
    ...atLabs,
    email: 'jane.doe@northwindlabs.example',
    phone: '+16617480240',
    tags: ['vip'],
  })
  const shared = { ...atLabs, phone: '+35315550142', shared_phone_number: true }
  const tom = person('Tom Murphy', { ...shared, email: 'tom.murphy@northwindlabs.example' })
  person('Aoife Byrne', { ...shared, email: 'aoife.byrne@northwindlabs.example' })
  person('Northwind front desk', { ...shared, notes: 'Reception, shared line' })
  // Typed in by hand before anybody validated numbers: found with a star only.
  person('Robert Fields', { email: 'robert.fields@example.com', phone: '+1 (415)-555-1212' })
  const amara = person('Amara Okafor', {
    organization_id: freight.id,
    email: 'amara.okafor@kestrelfreight.example',
    phone: '+442079460018',
  })
  person('ليلى حداد', { email: 'layla.haddad@example.com', phone: '+97145550173' })
  person('Maria Magdalena Wilhelmine Freifrau von Hohenstein-Oberndorff zu Wartenberg-Lichtenau', {
    email: 'm.v.hohenstein@example.de',
    phone: '+493055500147',
  })
  person('Jonas Weber', { email: 'jonas.weber@example.de', phone: '+49305550199' })

  const ticket = (
    offset: number,
    requester: User,
    about: Partial<Ticket> & { at: number },
    facts?: VoiceFacts,
  ): Ticket => {
    const { at, ...fields } = about
    const made: Ticket = {
      external_id: null,
      subject: null,
      type: null,
      priority: 'normal',
      status: 'open',
      recipient: null,
      requester_id: requester.id,
      submitter_id: maya.id,
      assignee_id: maya.id,
      group_id: state.groups[0]?.id ?? null,
      organization_id: requester.organization_id,
      collaborator_ids: [],
      problem_id: null,
      due_at: null,
      tags: [],
      custom_fields: [],
      brand_id: null,
      ticket_form_id: null,
      id: first.ticket + offset,
      via_id: 45,
      description: '',
      created_at: at,
      updated_at: at,
      ...fields,
    }
    state.tickets.push(made)
    const byEmail = made.via_id === 4
    const comment: Comment = {
      id: newLongId(state),
      audit_id: newLongId(state),
      ticket_id: made.id,
      author_id: byEmail ? requester.id : maya.id,
      body: facts ? describeVoice(state, facts) : made.description,
      html_body: null,
      public: byEmail,
      via_id: made.via_id,
      created_at: at,
      voice: facts ?? null,
    }
    state.comments.push(comment)
    return made
  }

  ticket(-223, jane, {
    at: now - 21 * DAY,
    via_id: 4,
    status: 'pending',
    subject: 'Invoice shows old address',
    description: 'Our July invoice still shows the Dublin address. Could you send a corrected one?',
    tags: ['billing'],
  })
  ticket(-4, amara, {
    at: now - 6 * DAY,
    subject: 'Wrong size delivered',
    description: 'Received the A3 tray instead of A4. Return label sent, replacement ships on Monday.',
    status: 'solved',
    tags: ['delivery'],
  })
  const left: VoiceFacts = {
    from: jane.phone,
    to: SUPPORT_LINE,
    recording_url: null,
    started_at: isoTime(now - 5 * DAY),
    call_duration: 41,
    answered_by_id: null,
    transcription_text:
      'Hi, it is Jane from Northwind Labs. The printer on the second floor rattles again. Please call me back.',
    location: 'Dublin, Ireland',
  }
  const noise = {
    at: now - 5 * DAY,
    via_id: 44,
    subject: 'Voicemail: printer noise',
    description: 'Voicemail from Jane Doe',
  }
  ticket(2, jane, { ...noise, status: 'solved', tags: ['voicemail', 'printer'] }, left)
  ticket(9, tom, {
    at: now - 3 * DAY,
    via_id: 46,
    subject: 'Called back about the service contract',
    description: 'Tom wants the renewal quote by the end of the month.',
    status: 'pending',
    tags: ['contract'],
  })
  const toner = ticket(20, jane, {
    at: now - 2 * DAY,
    subject: 'Toner order never arrived',
    description: 'Ordered last Thursday, tracking has not moved since. Promised to check with the carrier.',
    priority: 'high',
    tags: ['printer', 'delivery'],
  })
  state.next_ticket_id = toner.id + 1
  state.cast = { agent: maya.id, admin: admin.id, light_agent: light.id, end_user: jane.id, ticket: toner.id }
  return state
}
