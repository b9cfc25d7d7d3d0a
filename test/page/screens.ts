import type { Answers, Opened } from './kit.ts'
import * as s from './stories.ts'

/** A screen in one of its states. */
export interface Story {
  readonly name: string
  readonly answers: Answers
  /** What brings the page from its start to this state, ending with something that can be seen. */
  readonly arrive: (opened: Opened) => Promise<unknown>
}

const story = (name: string, answers: Answers, arrive: Story['arrive']): Story => ({ name, answers, arrive })
const sees = (text: string | RegExp) => (opened: Opened) =>
  opened.page.getByText(text).filter({ visible: true }).first().waitFor()
const goTo =
  (name: string) =>
  ({ page }: Opened) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click()
const then =
  (...steps: Story['arrive'][]) =>
  async (opened: Opened) => {
    for (const step of steps) await step(opened)
  }
const press = (name: string | RegExp) => (opened: Opened) => opened.page.getByRole('button', { name }).click()

const writing = (finds: unknown, changes: Parameters<typeof s.started>[0] = {}) => ({
  ...s.started({ drafts: [s.written], ...changes }),
  'callers.find': finds,
})
const offline = { state: 'offline', until: null, waiting: 3, needsYou: 0 } as const
const kept = { address: 'acme', email: 'maya.rossi@acme.example' }

const signIn: Story[] = [
  story('start-failed', { 'app.start': 'bug' }, sees('didn’t start as it should')),
  story('sign-in', s.started({ account: null }), sees('Welcome to Aftercall')),
  story(
    'sign-in-refused',
    { ...s.started({ account: null, lastSignIn: kept }), 'accounts.signIn': { ok: false, error: { kind: 'refused' } } },
    then(press('Sign in'), sees(/doesn’t accept this email/)),
  ),
  story(
    'sign-in-wait',
    {
      ...s.started({ account: null, lastSignIn: kept }),
      'accounts.signIn': { ok: false, error: { kind: 'rateLimited', seconds: 42 } },
    },
    then(press('Sign in'), sees(/asks us to wait 42 seconds/)),
  ),
  story(
    'sign-in-again',
    s.started({ account: null, accountTrouble: { kind: 'keychainLocked' }, lastSignIn: kept }),
    sees(/keychain is locked/),
  ),
]

const log: Story[] = [
  story('log-blank', s.started(), sees('From')),
  story('log-first-calls', s.started({ calls: s.mixed }), sees('Latest calls')),
  story('log-looking', writing('never'), sees('Looking in Zendesk…')),
  story('log-one', writing(s.one, { calls: s.mixed }), sees('Jane Doe')),
  story('log-several', writing(s.several), sees('Who was it?')),
  story('log-many-people', writing(s.crowd), sees('12 people have this number')),
  story('log-nobody', writing(s.nobody), sees('Nobody in Zendesk')),
  story('log-offline', writing(s.offline, { sending: offline }), sees('The caller is looked up')),
  story(
    'log-withheld',
    { ...s.started({ drafts: [s.callDraft({ theirNumber: 'withheld', notes: 'Hung up.' })] }) },
    sees('in your own name'),
  ),
  story(
    'log-long',
    { ...s.started({ drafts: [s.longDraft] }), 'callers.find': s.longOne },
    sees('Wolfeschlegelsteinhausen'),
  ),
  story('log-right-to-left', { ...s.started({ drafts: [s.rtlDraft] }), 'callers.find': s.rtlOne }, sees('ליאת בן־דוד')),
  story('log-drafts', writing(s.one, { drafts: s.manyDrafts }), sees('Jane Doe')),
  story(
    'log-timing',
    s.started({ drafts: [s.callDraft({ theirNumber: '+1 661 748 0240', timerSince: '2026-11-22T14:18:00Z' })] }),
    sees('End call'),
  ),
  story(
    'log-refused',
    { ...s.started({ drafts: [s.wrongDraft] }) },
    then(press(/Save call/), sees('This number is too short')),
  ),
  story(
    'log-disk-full',
    { ...writing(s.one, { storage: { kind: 'diskFull' } }), 'calls.save': { ok: false, error: { kind: 'diskFull' } } },
    then(sees('Jane Doe'), press(/Save call/), sees('Free some space')),
  ),
  story('log-session-only', s.started({ account: { ...s.account, keptIn: 'session' } }), sees('only until you quit')),
  story('log-brought-back', s.started({ broughtBack: { calls: 12, drafts: 2 } }), sees('was damaged')),
  story(
    'log-paused',
    s.started({ sending: { ...offline, state: 'paused', until: '2026-11-22T14:20:00Z' } }),
    sees('asked us to wait'),
  ),
  story(
    'log-signed-out',
    s.started({ accountTrouble: { kind: 'refused' }, sending: { ...offline, state: 'signIn' } }),
    sees('Your sign-in has ended'),
  ),
  story('log-clear', writing(s.one), then(sees('Jane Doe'), press('Clear'), sees('Clear this call?'))),
  story(
    'log-priorities',
    writing(s.one),
    then(sees('Jane Doe'), ({ page }) => page.getByLabel(/^Priority/).click(), sees('Low')),
  ),
]

const voicemails = [s.voicemailDraft(1), s.voicemailDraft(2, { theirNumber: '' }), s.playable(3)]
const voicemail: Story[] = [
  story('voicemail-empty', s.started(), then(goTo('Voicemail'), sees('Drop a voicemail here'))),
  story(
    'voicemail-reading',
    { ...s.started(), 'intake.pickFiles': 'never' },
    then(goTo('Voicemail'), press('Open file…'), sees('Reading…')),
  ),
  story(
    'voicemail-one',
    { ...s.started({ drafts: [s.playable(1)] }), 'callers.find': s.one },
    then(goTo('Voicemail'), sees('0:00 / 0:01')),
  ),
  story(
    'voicemail-several',
    { ...s.started({ drafts: voicemails }), 'callers.find': s.one },
    then(goTo('Voicemail'), sees('This recording is GSM'), sees('Jane Doe')),
  ),
  story(
    'voicemail-question',
    { ...s.started({ drafts: voicemails }), 'callers.find': s.several },
    then(goTo('Voicemail'), sees('Who was it?')),
  ),
  story(
    'voicemail-many',
    { ...s.started({ drafts: s.manyVoicemails }), 'callers.find': s.rtlOne },
    then(goTo('Voicemail'), sees('40 to review')),
  ),
  story(
    'voicemail-refused',
    { ...s.started({ drafts: voicemails }), 'callers.find': s.one, 'intake.pickFiles': s.refusals },
    then(goTo('Voicemail'), press('Open file…'), sees('This file is empty')),
  ),
]

const others: Story[] = [
  story('today-empty', s.started(), then(goTo('Today'), sees('No calls yet today'))),
  story('today-one', s.started({ calls: [s.item(1)] }), then(goTo('Today'), sees('Printer on fire'))),
  story(
    'today',
    s.started({ calls: s.mixed, sending: { ...offline, needsYou: 2 } }),
    then(goTo('Today'), sees('Wrong size delivered')),
  ),
  story('settings', s.started(), then(goTo('Settings'), sees('Your country'))),
  story('settings-demo', s.started({ account: s.longAccount }), then(goTo('Settings'), sees('Signed in as'))),
]

export const stories: readonly Story[] = [...signIn, ...log, ...voicemail, ...others]

export function storyOf(name: string): Story {
  const found = stories.find((one) => one.name === name)
  if (!found) throw new Error(`no story ${name}`)
  return found
}
