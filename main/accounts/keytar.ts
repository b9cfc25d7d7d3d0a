/** What we use of keytar. Its search functions stay out: they match other programs' items and can crash the process. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, secret: string): Promise<void>
  /** False when there was nothing to delete, or when the ring is locked. */
  deletePassword(service: string, account: string): Promise<boolean>
}

/** Loads the native library on first use; null when it or the system library it needs (Linux: libsecret) is missing. */
export async function loadKeytar(): Promise<Keytar | null> {
  try {
    const { default: keytar } = await import('keytar')
    return keytar
  } catch {
    return null
  }
}
