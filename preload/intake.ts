/** What became of one dropped voicemail (one file, or several that belong together). */
export type Intake =
  | { readonly is: 'voicemail'; readonly recording: Recording; readonly facts: VoicemailFacts }
  | { readonly is: 'refused'; readonly fileName: string; readonly why: RefusalReason }

/** Audio that is safely in the spool. */
export interface Recording {
  /** Lower-case hex; also the name of its copy in the spool. */
  readonly sha256: string
  readonly bytes: number
  readonly mime: RecordingMime
  readonly codec: AudioCodec
  /** Whether the form's player can play it as it is. */
  readonly plays: boolean
  /** Safe to show and to upload under; never a path. */
  readonly fileName: string
}

/** What a Zendesk voice comment may point at, by the bytes of the file and not by its name. */
export type RecordingMime = 'audio/wav' | 'audio/mpeg'

/** What a dropped voicemail says about its call. Nothing in here is certain enough to be sent unasked. */
export interface VoicemailFacts {
  /** Who rang: as written by the phone system, not yet in E.164; two to six digits are an extension. */
  readonly theirNumber?: Fact<string>
  /** The phone system says that there is no caller number (withheld or unknown). Never beside `theirNumber`. */
  readonly withheld?: Fact<true>
  readonly theirName?: Fact<string>
  /** The number, mailbox or extension that was rung, as written. */
  readonly ourNumber?: Fact<string>
  /** ISO 8601 with offset or Z. */
  readonly startedAt?: Fact<string>
  /** Whole seconds; at least 1 when there is any sound. */
  readonly durationSeconds?: Fact<number>
  readonly priority?: Fact<'urgent'>
  readonly direction?: Fact<'inbound' | 'outbound'>
  /** The phone system's own identity of the message, for finding duplicates. */
  readonly id?: Fact<string>
}

/** A value, where it was read and how far to trust it. */
export interface Reading<T> {
  readonly value: T
  readonly source: FactSource
  readonly certainty: Certainty
}

export interface Fact<T> extends Reading<T> {
  /** Set when the sources disagree or a text can be read in more than one way: worth asking the agent. */
  readonly others?: readonly Reading<T>[]
}

/**
 * `sure`: written by a machine to say just this, or measured. `likely`: written for a neighbouring purpose, or
 * estimated. `guess`: a pattern in a name, or the date of a file; always marked as a guess on the screen.
 */
export type Certainty = 'sure' | 'likely' | 'guess'

export type FactSource =
  | { readonly is: 'sidecar'; readonly fileName: string }
  | { readonly is: 'fileName'; readonly fileName: string }
  | { readonly is: 'folderName'; readonly folderName: string }
  | { readonly is: 'audio' }
  /** When the file was last changed: copying and downloading reset it. */
  | { readonly is: 'fileDate' }

/** Why a dropped file became no voicemail. Nothing of it was kept. */
export type RefusalReason =
  /** `nested`: a folder inside a dropped folder; only the first level is opened. */
  | { readonly kind: 'folder'; readonly why: 'nothingInside' | 'nested' }
  | { readonly kind: 'folderTooFull'; readonly limit: number }
  /** Neither file nor folder: a link, a device, a pipe, no path at all. */
  | { readonly kind: 'notAFile' }
  /** On a server, by a path such as `\\server\share`. */
  | { readonly kind: 'networkPath' }
  | { readonly kind: 'unreadable'; readonly why: 'gone' | 'denied' | 'busy' | 'failed' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooBig'; readonly limitBytes: number; readonly bytes: number }
  | { readonly kind: 'notAudio'; readonly looksLike: 'text' | 'html' | 'zip' | 'unknown' }
  /** Audio, but neither WAV nor MP3: export it as one of these. */
  | { readonly kind: 'notWavOrMp3'; readonly container: AudioContainer; readonly codec: AudioCodec }
  /** A phone system's own prompt: the mailbox's greeting, or the words of somebody who forwarded a message. */
  | { readonly kind: 'greeting'; readonly of: 'mailbox' | 'forwarder' }
  /** The text that belongs to a recording came without the recording. */
  | { readonly kind: 'sidecarAlone' }
  /** It was still being written while it was copied. */
  | { readonly kind: 'changed' }
  /** The copy could not be kept on this computer. */
  | { readonly kind: 'notKept'; readonly why: 'diskFull' | 'denied' | 'failed' }

export type AudioContainer =
  | 'wav' | 'mp3' | 'ogg' | 'mp4' | 'amr' | 'flac' | 'webm' | 'aiff' | 'au' | 'caf' | 'wma' | 'aac' | 'gsm' // prettier-ignore

export type AudioCodec =
  | 'pcm' | 'float' | 'alaw' | 'mulaw' | 'gsm' | 'msadpcm' | 'imaadpcm' | 'g722' | 'g723' | 'g726' | 'mp3'
  | 'opus' | 'vorbis' | 'speex' | 'flac' | 'aac' | 'alac' | 'amrnb' | 'amrwb' | 'wma' | 'unknown' // prettier-ignore
