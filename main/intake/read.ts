import { basename, dirname } from 'node:path'
import type { Fact, Intake, Reading, RefusalReason, VoicemailFacts } from '../../preload/intake.ts'
import { fail, ok, type Result } from '../../preload/result.ts'
import { utcSeconds } from '../../preload/times.ts'
import { asteriskName, mailboxOfFolders, readSidecar, SIDECAR_BYTES } from './asterisk.ts'
import { bytesOf } from './bytes.ts'
import { byUsefulness, examine, type Candidate } from './candidate.ts'
import { displayName } from './file-name.ts'
import { gather, type Group } from './gather.ts'
import { measure } from './measure.ts'
import { factsFromName } from './name-facts.ts'
import { openFile, unreadable } from './open-file.ts'
import type { Spool } from './spool.ts'

export interface IntakeDeps {
  readonly spool: Spool
  /** IANA zone of times that name none: the phone system's, usually this computer's. */
  readonly zone: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Turns dropped files into voicemails: one for every group of files that belong together, in the order of the drop.
 * What is answered as a voicemail is in the spool for good. Nothing in a file makes this reject.
 */
export async function readDropped(paths: readonly string[], deps: IntakeDeps): Promise<readonly Intake[]> {
  const intakes: Intake[] = []
  for (const gathered of await gather(paths)) {
    if (gathered.is === 'refused') intakes.push(refused(gathered.path, gathered.why))
    else intakes.push(...(await readGroup(gathered, deps)))
  }
  return intakes
}

const refused = (path: string, why: RefusalReason): Intake => ({ is: 'refused', fileName: displayName(path), why })

async function readGroup({ files, sidecar }: Group, deps: IntakeDeps): Promise<readonly Intake[]> {
  const stated = sidecar && (await sidecarFacts(sidecar.path))
  // A text that merely has the name of a sidecar is a dropped file like any other.
  const foreign = sidecar?.dropped && !stated ? [await readMessage([sidecar.path], {}, deps)] : []
  if (files.length > 0) return [await readMessage(files, stated ?? {}, deps), ...foreign]
  return sidecar && stated ? [refused(sidecar.path, { kind: 'sidecarAlone' })] : foreign
}

async function sidecarFacts(path: string): Promise<VoicemailFacts | null> {
  const opened = await openFile(path)
  if (!opened.ok) return null
  const { handle, size } = opened.value
  try {
    return size > SIDECAR_BYTES ? null : readSidecar(await bytesOf(handle, size).read(0, size), basename(path))
  } catch (error) {
    unreadable(error)
    return null
  } finally {
    await handle.close()
  }
}

/** One message, of which there may be several copies: the most useful one that can be kept is taken. */
async function readMessage(paths: readonly string[], stated: VoicemailFacts, deps: IntakeDeps): Promise<Intake> {
  const candidates: Candidate[] = []
  const unfit: Failure[] = []
  const lost: Failure[] = []
  try {
    for (const path of paths) {
      const examined = await examine(path)
      if (examined.ok) candidates.push(examined.value)
      else unfit.push({ path, why: examined.error })
    }
    for (const candidate of candidates.sort(byUsefulness)) {
      const taken = await take(candidate, stated, deps)
      if (taken.ok) return taken.value
      lost.push({ path: candidate.path, why: taken.error })
    }
  } finally {
    for (const { file } of candidates) await file.handle.close()
  }
  // What kept a good copy from being taken comes first, then a copy that at least has sound in it.
  const telling = lost[0] ?? unfit.find(({ why }) => why.kind === 'notWavOrMp3') ?? unfit[0]
  if (!telling) throw new Error('a group has at least one file')
  return refused(telling.path, telling.why)
}

interface Failure {
  readonly path: string
  readonly why: RefusalReason
}

/** Measures and keeps a recording and puts its facts together, the least trusted source first. */
async function take({ path, file, kind, mime }: Candidate, stated: VoicemailFacts, deps: IntakeDeps) {
  const measured = await measuredSeconds({ file, kind })
  if (!measured.ok) return measured
  const kept = await deps.spool.keep(file)
  if (!kept.ok) return kept
  const facts: VoicemailFacts = {
    ...dateFacts(file.modifiedAt, deps.now()),
    ...mailboxOfFolders(basename(dirname(dirname(path))), basename(dirname(path))),
    ...nameFacts(basename(path), deps),
    ...stated,
  }
  const durationSeconds = preferMeasured(measured.value, facts.durationSeconds)
  const intake: Intake = {
    is: 'voicemail',
    recording: { ...kept.value, mime, codec: kind.codec, plays: kind.plays, fileName: displayName(path) },
    facts: { ...facts, ...(durationSeconds && { durationSeconds }) },
  }
  return ok(intake)
}

async function measuredSeconds({
  file,
  kind,
}: Pick<Candidate, 'file' | 'kind'>): Promise<Result<Reading<number> | null, RefusalReason>> {
  try {
    const measured = await measure(kind, bytesOf(file.handle, file.size))
    if (!measured) return ok(null)
    const { seconds, exact } = measured
    const value = seconds > 0 ? Math.max(1, Math.round(seconds)) : 0
    return ok({ value, source: { is: 'audio' }, certainty: exact ? 'sure' : 'likely' })
  } catch (error) {
    return fail(unreadable(error))
  }
}

const EARLIEST_DATE = Date.UTC(2000, 0)

/** When the file was last changed: better than nothing, unless a clock or an archive made it up. */
function dateFacts(modifiedAt: number, now: number): VoicemailFacts {
  if (!(modifiedAt >= EARLIEST_DATE && modifiedAt <= now)) return {}
  return { startedAt: { value: utcSeconds(new Date(modifiedAt)), source: { is: 'fileDate' }, certainty: 'guess' } }
}

function nameFacts(fileName: string, { zone, now }: IntakeDeps): VoicemailFacts {
  // Asterisk's names hold a running number and nothing else; what it stores are messages left by callers.
  if (asteriskName(fileName)?.is !== 'message') return factsFromName(fileName, { zone, now: now() })
  const source = { is: 'fileName', fileName: displayName(fileName) } as const
  return { direction: { value: 'inbound', source, certainty: 'likely' } }
}

/** Silence is trimmed and tones are added, so only a wider gap is worth a question. */
const USUAL_GAP_SECONDS = 5

/** The sound itself decides how long it is; what somebody wrote about it stays as a check. */
function preferMeasured(measured: Reading<number> | null, stated: Fact<number> | undefined): Fact<number> | undefined {
  if (!measured || !stated) return measured ?? stated
  return Math.abs(measured.value - stated.value) > USUAL_GAP_SECONDS ? { ...measured, others: [stated] } : measured
}
