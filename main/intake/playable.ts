import { examine } from './candidate.ts'

/** A spooled recording for the player, with the type its bytes have; null when it is gone or is no recording. */
export async function playable(path: string): Promise<{ readonly path: string; readonly mime: string } | null> {
  const examined = await examine(path)
  if (!examined.ok) return null
  await examined.value.file.handle.close()
  return { path, mime: examined.value.mime }
}
