import { fail, ok, type Result } from '../../../preload/result.ts'
import type { Comment, State, User, VoiceFacts } from './model.ts'
import { blankDescription, problem, type Problem } from './problems.ts'
import { findUser, newLongId } from './state.ts'
import { asId, asText, isFields, own, type Fields } from './values.ts'
import { describeVoice, readVoiceComment, VOICE_COMMENT_SHAPE } from './voiceComment.ts'

export const COMMENTS_SHAPE = {
  comment: { body: true, html_body: true, public: true, author_id: true, uploads: true },
  voice_comment: VOICE_COMMENT_SHAPE,
} as const

/** A comment about to be added. */
export interface NewComment {
  readonly body: string
  readonly htmlBody: string | null
  readonly public: boolean
  readonly authorId: number
  readonly voice: VoiceFacts | null
}

/** What a create or update says in words, and what it says about a call. */
export interface SentComments {
  readonly written: NewComment | null
  readonly voice: NewComment | null
}

/**
 * Reads `comment` and `voice_comment`. `fallback` is the text to take when there is no `comment`: a new ticket's
 * `description`. A written comment without text is a problem, a missing one is not.
 */
export function readComments(
  state: State,
  actor: User,
  raw: Fields,
  fallback: unknown,
): Result<SentComments, Problem[]> {
  const written = readWritten(state, actor, own(raw, 'comment') ?? asComment(fallback))
  const sentVoice = own(raw, 'voice_comment') ?? null
  const facts = sentVoice === null ? null : readVoiceComment(sentVoice)
  const problems = [...(written.ok ? [] : written.error), ...(facts === null || facts.ok ? [] : facts.error)]
  if (!written.ok || (facts !== null && !facts.ok)) return fail(problems)
  if (facts === null) return ok({ written: written.value, voice: null })
  const body = describeVoice(state, facts.value)
  // Calls are notes for agents: recorded voice comments of Talk partners are not public.
  const voice = { body, htmlBody: null, public: false, authorId: actor.id, voice: facts.value }
  return ok({ written: written.value, voice })
}

function asComment(text: unknown): Fields | undefined {
  return text === undefined || text === null ? undefined : { body: text }
}

function readWritten(state: State, actor: User, raw: unknown): Result<NewComment | null, Problem[]> {
  if (raw === undefined || raw === null) return ok(null)
  if (!isFields(raw)) return fail([problem('comment', 'invalid')])
  const html = asText(own(raw, 'html_body'))
  const body = asText(own(raw, 'body')) ?? html?.replace(/<[^>]*>/g, '') ?? ''
  if (body.trim() === '') return fail([blankDescription()])
  const sentAuthor = own(raw, 'author_id')
  const author = sentAuthor === undefined || sentAuthor === null ? actor : findUser(state, asId(sentAuthor))
  if (!author) return fail([problem('author', 'invalid')])
  return ok({
    body,
    htmlBody: html ?? null,
    public: own(raw, 'public') !== false && own(raw, 'public') !== 'false',
    authorId: author.id,
    voice: null,
  })
}

export function addComments(
  state: State,
  added: readonly NewComment[],
  to: { readonly ticketId: number; readonly auditId: number; readonly viaId: number; readonly now: number },
): Comment[] {
  const comments = added.map((comment) => ({
    id: newLongId(state),
    audit_id: to.auditId,
    ticket_id: to.ticketId,
    author_id: comment.authorId,
    body: comment.body,
    html_body: comment.htmlBody,
    public: comment.public,
    via_id: to.viaId,
    created_at: to.now,
    voice: comment.voice,
  }))
  state.comments.push(...comments)
  return comments
}
