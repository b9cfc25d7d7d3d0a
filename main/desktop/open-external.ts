import { shell } from 'electron'
import { fail, ok, type Result } from '../../preload/result.ts'
import { externalTarget } from './external-target.ts'

/** The only place that hands anything to the system: one address of the configured Zendesk, to the browser. */
export async function openExternal(
  address: string,
  allowed: { readonly origin: string },
): Promise<Result<null, { readonly kind: 'notAllowed' | 'browserFailed' }>> {
  const target = externalTarget(address, allowed)
  if (!target.ok) return target
  try {
    await shell.openExternal(target.value)
    return ok(null)
  } catch {
    return fail({ kind: 'browserFailed' })
  }
}
