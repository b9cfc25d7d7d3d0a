import type { NeedsYou, OpenProblem, SaveProblem, SignInProblem, StorageTrouble, WaitReason } from '../contract.ts'
import { LIMITS, type DraftProblem } from '../draft.ts'
import type { AudioCodec, RefusalReason } from '../intake.ts'

/** A codec as people and phone systems call it. */
function codecName(codec: AudioCodec): string {
  const names: Partial<Record<AudioCodec, string>> = {
    gsm: 'GSM', pcm: 'WAV', float: 'WAV', alaw: 'A-law', mulaw: 'µ-law', msadpcm: 'ADPCM', imaadpcm: 'ADPCM', g722: 'G.722', g723: 'G.723',
    g726: 'G.726', mp3: 'MP3', opus: 'Opus', vorbis: 'Ogg Vorbis', speex: 'Speex', flac: 'FLAC', aac: 'AAC', alac: 'Apple Lossless',
    amrnb: 'AMR', amrwb: 'AMR', wma: 'Windows Media',
  } // prettier-ignore
  return names[codec] ?? 'another kind of audio'
}

/** A sentence for every expected failure: what happened and what to do next. */
export const problems = {
  draft: {
    numberMissing: 'Type their number, or say that it was withheld.',
    numberLetters: 'This has letters in it. Type digits only, or say that the number was withheld.',
    numberTooShort: 'This number is too short. Check the digits.',
    numberTooLong: 'This number is too long. Check the digits.',
    numberUnknown: 'This doesn’t look like a phone number. Add the country code, for example +44.',
    startMissing: 'Say when the call started.',
    startInFuture: 'This is in the future. Check the date and time.',
    durationUnreadable: 'Type a length like 4:37, or 37 for seconds.',
    durationTooLong: 'That is longer than a day. Type minutes and seconds like 4:37.',
    callerOpen: 'Who was it? Choose a person, or log without a caller.',
    tooLong: 'This is too long for Zendesk. Shorten it a little.',
    tagUnusable: `Up to ${LIMITS.tags} tags, without commas or quotes.`,
    linkUnreadable: 'This isn’t a link. Copy the whole address, starting with https://',
    linkNotHttps: 'Zendesk can only play links that start with https://',
  } satisfies Record<DraftProblem['code'], string>,

  signIn: {
    addressEmpty: 'Type your company’s Zendesk address.',
    addressOther: 'This isn’t a Zendesk address. It looks like yourcompany.zendesk.com.',
    addressMalformed: 'This address has something odd in it. Type just the part before .zendesk.com.',
    emailMissing: 'Type the email you use in Zendesk.',
    secretMissing: 'Fill this in to sign in.',
    noSuchAccount:
      'No Zendesk answers at this address. Check the spelling, and that you are signed in to your network.',
    offline: 'Zendesk can’t be reached. Check your internet connection and try again.',
    timeout: 'Zendesk took too long to answer. Try again in a moment.',
    certificate:
      'The connection isn’t secure, so nothing was sent. Ask your IT team about the certificate of this network.',
    down: 'Zendesk is having trouble right now. Try again in a few minutes.',
    unexpected: 'Zendesk gave an answer we don’t understand. Try again, and tell your IT team if it stays.',
    refused: 'Zendesk doesn’t accept this email with this password or token. Check both.',
    notAnAgent: 'This is a customer’s account. Sign in with your agent account.',
    lightAgent: 'Light agents can’t log calls in Zendesk. Ask your admin for a full agent seat.',
    keychainLocked: 'Your keychain is locked. Unlock it and start Aftercall again, or sign in here.',
    keychainWaiting: 'Your keychain is waiting for you in another window. Unlock it there, or sign in here.',
    keychainUnavailable: 'This computer’s keychain can’t be used, so please sign in again.',
    keychainLost: 'Your sign-in is no longer in the keychain. Please sign in again.',
    secretTooLong: 'This is too long to be a password or token. Copy it again.',
    demoFailed: 'The demo workspace didn’t start. Restart Aftercall and try once more.',
  } satisfies Record<Exclude<SignInProblem['kind'], 'rateLimited'>, string>,
  secretKept:
    'You are signed out, but your keychain would not delete your password or token. Unlock it, then sign in and out again.',
  signInRateLimited: (seconds: number) =>
    `Zendesk asks us to wait ${seconds === 1 ? 'a second' : `${seconds} seconds`}. Then try again.`,

  storage: {
    diskFull: 'The disk is full, so this isn’t saved. Free some space, then save again. Your text stays here.',
    readOnly: 'Aftercall may not write to its folder, so this isn’t saved. Ask your IT team. Your text stays here.',
    damaged: 'The file your calls are kept in is damaged, so this isn’t saved. Restart Aftercall to repair it.',
    busy: 'Another program is using the file your calls are kept in. Try again in a moment.',
    failed: 'The disk reported an error, so this isn’t saved. Try again. Your text stays here.',
  } satisfies Record<StorageTrouble['kind'], string>,
  save: {
    invalid: 'One thing is missing before this can be saved.',
    signedOut: 'Sign in first. Your text stays here.',
  } satisfies Record<Exclude<SaveProblem['kind'], StorageTrouble['kind']>, string>,

  waiting: {
    next: 'Goes out next',
    offline: 'Goes out when you’re back online',
    notZendesk: 'This network answers in Zendesk’s place. It goes out once you are signed in to the network.',
    certificate: 'The connection isn’t secure, so nothing is sent. Ask your IT team about this network.',
    throttled: 'Zendesk asked us to wait a moment',
    down: 'Zendesk is having trouble. It is tried again by itself.',
    signIn: 'Goes out when you sign in again',
    checking: 'Checking whether it already arrived',
  } satisfies Record<WaitReason, string>,
  waitingUntil: (why: string, when: string) => `${why} · next try ${when}`,

  needsYou: {
    forbidden: 'Zendesk doesn’t let you create this ticket. Ask your admin for Talk Partner Edition access.',
    notFound: 'Something this call points to is gone from Zendesk. Correct it and send it again.',
    tooBig: 'Zendesk says this is too big. Shorten the notes and send it again.',
    unexpected: 'Zendesk gave an answer we don’t understand. Try again, and tell your IT team if it stays.',
    unreadable: 'This call was written by another version of Aftercall. Update the app to send it.',
  } satisfies Record<Exclude<NeedsYou['kind'], 'whoCalled' | 'refusedFields'>, string>,
  whoCalled: (found: number) =>
    found === 0
      ? 'Nobody in Zendesk has this number. Say who called.'
      : found === 1
        ? 'This caller is no longer in Zendesk. Say who called.'
        : `${found} people have this number. Say who called.`,
  refusedField: (field: string, text: string) => `Zendesk didn’t take “${field}”: ${text}`,
  refusedFields: 'Zendesk didn’t take this ticket. Correct it and send it again.',

  /** Why a dropped file became no voicemail. */
  refused: (why: RefusalReason): string => {
    switch (why.kind) {
      case 'folder':
        return why.why === 'nested'
          ? 'A folder inside a folder isn’t opened. Drop that folder by itself.'
          : 'There is no recording in this folder.'
      case 'folderTooFull':
        return `There are more than ${why.limit} files in this folder. Drop the ones you need.`
      case 'notAFile':
        return 'This isn’t a file on this computer. Save it first, then drop it.'
      case 'networkPath':
        return 'This file is on a server. Copy it to this computer, then drop it.'
      case 'unreadable':
        return { gone: 'This file is gone. Look where it went, then drop it again.', denied: 'This file may not be opened. Copy it somewhere else, then drop it.', busy: 'Another program is using this file. Close it there, then drop it again.', failed: 'This file can’t be read. Copy it to this computer, then drop it again.' }[why.why] // prettier-ignore
      case 'empty':
        return 'This file is empty. Export the recording again.'
      case 'tooBig':
        return `This file is larger than ${Math.floor(why.limitBytes / 1_000_000)} MB, more than Zendesk takes. Save it as MP3 or cut it.`
      case 'notAudio':
        return { text: 'This is a text, not a recording.', html: 'This is a web page, not a recording. Download the recording itself.', zip: 'This is an archive. Unpack it, then drop the recordings.', unknown: 'This isn’t a recording we know. Save it as WAV or MP3, then drop it.' }[why.looksLike] // prettier-ignore
      case 'notWavOrMp3':
        return `Zendesk plays only WAV and MP3, and this is ${codecName(why.codec)}. Save it as one of these, then drop it.`
      case 'greeting':
        return why.of === 'mailbox'
          ? 'This is the mailbox’s own greeting, not a message.'
          : 'This is what somebody said when forwarding. Drop the message itself.'
      case 'sidecarAlone':
        return 'This text belongs to a recording. Drop the recording beside it as well.'
      case 'changed':
        return 'This file is still being written. Wait until it is complete, then drop it again.'
      case 'notKept':
        return { diskFull: 'The disk is full. Free some space, then drop it again.', denied: 'Aftercall may not write to its folder. Ask your IT team.', failed: 'The disk reported an error. Try again.' }[why.why] // prettier-ignore
    }
  },
  codec: codecName,

  correct: {
    alreadySent: 'This call has just been sent, so there is nothing to correct.',
    sending: 'This call is on its way right now. Wait a moment.',
    gone: 'This call is no longer here.',
  },
  open: {
    noTicket: 'This call has no ticket yet.',
    noCaller: 'This call has no caller in Zendesk.',
    signedOut: 'Sign in first to open it.',
    browserFailed: 'Your browser didn’t open. Open Zendesk yourself and search for the number.',
  } satisfies Record<OpenProblem['kind'], string>,
  start: 'Aftercall didn’t start as it should. Quit it and start it again. The calls you saved are safe.',
  bug: 'Something went wrong in Aftercall. Your text is still here; try again.',
} as const
