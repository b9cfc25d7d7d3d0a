/** How a ticket came in (`via_id`), after Zendesk's "Via types reference". */
interface Via {
  readonly channel: string
  /** The via type's name; some accounts may show it in place of the channel. */
  readonly typeName: string
  /** What people read. */
  readonly label: string
  readonly rel: string | null
}

const VIA: ReadonlyMap<number, Via> = new Map([
  [0, { channel: 'web', typeName: 'web_form', label: 'Web form', rel: null }],
  [4, { channel: 'email', typeName: 'mail', label: 'Email', rel: null }],
  [5, { channel: 'api', typeName: 'web_service', label: 'API', rel: null }],
  [44, { channel: 'voice', typeName: 'api_voicemail', label: 'Voicemail', rel: 'voicemail' }],
  [45, { channel: 'voice', typeName: 'api_phone_call_inbound', label: 'Phone call (inbound)', rel: 'inbound' }],
  [46, { channel: 'voice', typeName: 'api_phone_call_outbound', label: 'Phone call (outbound)', rel: 'outbound' }],
])

/** The `via_id` of tickets made through the generic endpoint. */
export const VIA_API = 5

export function viaOf(id: number): Via {
  return VIA.get(id) ?? { channel: 'api', typeName: 'web_service', label: 'API', rel: null }
}
