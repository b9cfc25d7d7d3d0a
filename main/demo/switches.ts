import * as v from 'valibot'

/**
 * What the public pages about Zendesk leave open, or report only once: each a switch, so that a client is tested against
 * every answer it may meet. The values in `DEFAULT_SWITCHES` are the likeliest or the most demanding ones.
 */
const switchesSchema = v.strictObject({
  /** Body of a successful display: the reference prints `null`, the OpenAPI description an empty string. */
  displayBody: v.picklist(['null', 'empty']),
  /** Whether the agent to display to has Zendesk open, and what display answers when not. */
  agentBrowser: v.picklist(['open', 'closedAnswers200', 'closedAnswers404']),
  /** Keep both a written comment and a voice comment sent together; otherwise the written one displaces the other. */
  keepBothComments: v.boolean(),
  /** Honour Idempotency-Key on `/channels/voice/tickets` too; documented for `/tickets` alone. */
  idempotencyOnVoice: v.boolean(),
  /** How long a new record stays unknown to search, in milliseconds of the demo's clock. */
  searchLagMs: v.pipe(v.number(), v.minValue(0)),
  /** Whether `phone:` without a star also finds numbers stored with spaces, dashes or brackets. */
  searchIgnoresFormatting: v.boolean(),
  /** The account setting "validate user phone numbers": anything but E.164 is refused. */
  validatePhones: v.boolean(),
  /** Texts of a 422 in the account's language (Portuguese here) instead of English. */
  localisedErrors: v.boolean(),
  /** Whether the account has Talk Partner Edition, and what its paths answer when not. */
  talkPartnerEdition: v.picklist(['present', 'missingAnswers403', 'missingAnswers404']),
  /** Every path answers as a subdomain without a Zendesk: 404 and a web page. */
  unknownAccount: v.boolean(),
  /** Every path answers as a hotel's sign-in page: 200 and HTML. */
  captivePortal: v.boolean(),
  /** The second shape of a 403: `error` is an object. */
  objectForbidden: v.boolean(),
  /** Whether light agents may write; undocumented for Talk Partner Edition. */
  lightAgentsMayWrite: v.boolean(),
  /** Status of a voice ticket without a known `via_id`. */
  unknownViaAnswers: v.picklist([422, 400]),
  /** `via.channel` of tickets made with 44, 45, 46: the word `voice`, or the via type's name. */
  viaChannel: v.picklist(['voice', 'typeName']),
  /** Requests a minute for the whole account. */
  rateLimitPerMinute: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Updates of one ticket by one user in ten minutes. */
  ticketUpdatesPerTenMinutes: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

export type Switches = v.InferOutput<typeof switchesSchema>

export const DEFAULT_SWITCHES: Readonly<Switches> = {
  displayBody: 'null',
  agentBrowser: 'open',
  keepBothComments: false,
  idempotencyOnVoice: false,
  searchLagMs: 2000,
  searchIgnoresFormatting: false,
  validatePhones: false,
  localisedErrors: false,
  talkPartnerEdition: 'present',
  unknownAccount: false,
  captivePortal: false,
  objectForbidden: false,
  lightAgentsMayWrite: false,
  unknownViaAnswers: 422,
  viaChannel: 'voice',
  rateLimitPerMinute: 700,
  ticketUpdatesPerTenMinutes: 30,
}

/** For switches that arrive as JSON: some of them, strictly checked. */
export const someSwitchesSchema = v.partial(switchesSchema)
