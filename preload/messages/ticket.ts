import { showDuration } from '../durations.ts'

/** Words that end up in Zendesk, where other agents read them. */
export const ticket = {
  subject: {
    inbound: (who: string) => `Call from ${who}`,
    outbound: (who: string) => `Call to ${who}`,
    voicemail: (who: string) => `Voicemail from ${who}`,
  },
  withheldCaller: 'withheld number',
  newCallerName: (number: string) => `Caller ${number}`,
  facts: {
    inbound: 'Inbound call',
    outbound: 'Outbound call',
    voicemail: 'Voicemail',
    from: (who: string) => `From: ${who}`,
    to: (who: string) => `To: ${who}`,
    started: (when: string) => `Started: ${when}`,
    duration: (seconds: number) => `Duration: ${showDuration(seconds)}`,
    recording: (link: string) => `Recording: ${link}`,
    location: (place: string) => `Location: ${place}`,
  },
} as const
