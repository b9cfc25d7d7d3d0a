/** One reason for a 422. `field` is the key under `details`; the text exists in English and in the localised account's Portuguese. */
export interface Problem {
  readonly field: string
  readonly code: string
  readonly text: { readonly en: string; readonly pt: string }
  readonly extra?: Readonly<Record<string, unknown>>
}

const REASONS = {
  blank: { code: 'BlankValue', en: 'cannot be blank', pt: 'não pode ficar em branco' },
  invalid: { code: 'InvalidValue', en: 'is invalid', pt: 'não é válido' },
  duplicate: {
    code: 'DuplicateValue',
    en: 'is already being used by another user',
    pt: 'já está sendo usado por outro usuário',
  },
  short: {
    code: 'BlankValue',
    en: 'is too short (minimum is 1 characters)',
    pt: 'é muito curto (mínimo de 1 caractere)',
  },
  closed: { code: 'InvalidValue', en: 'closed prevents ticket update', pt: 'fechado impede atualização do ticket' },
}

/** Field → how Zendesk names it to people, in English and Portuguese. Fields not listed are named by their key. */
const LABELS: ReadonlyMap<string, readonly [en: string, pt: string]> = new Map([
  ['requester', ['Requester', 'Solicitante']],
  ['assignee', ['Assignee', 'Atribuído']],
  ['group', ['Group', 'Grupo']],
  ['organization', ['Organization', 'Organização']],
  ['status', ['Status', 'Status']],
  ['priority', ['Priority', 'Prioridade']],
  ['subject', ['Subject', 'Assunto']],
  ['name', ['Name', 'Nome']],
  ['phone', ['Phone', 'Telefone']],
  ['email', ['Email', 'E-mail']],
  ['voice_comment', ['Voice comment', 'Comentário de voz']],
])

export function problem(field: string, reason: keyof typeof REASONS): Problem {
  const [en, pt] = LABELS.get(field) ?? [field, field]
  const { code, en: why, pt: porque } = REASONS[reason]
  return { field, code, text: { en: `${en}: ${why}`, pt: `${pt}: ${porque}` } }
}

/** A ticket without a written first comment; Zendesk reports it on `base`. */
export function blankDescription(): Problem {
  const { code, en, pt } = REASONS.blank
  return {
    field: 'base',
    code,
    text: { en: `Description: ${en}`, pt: `Descrição: ${pt}` },
    extra: { ticket_field_id: 21414565, ticket_field_type: 'FieldDescription' },
  }
}
