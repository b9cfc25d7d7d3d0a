import type { TransportTrouble } from './transport.ts'

/** Names Node gives to OpenSSL's verification failures, beside its own `ERR_TLS_CERT_…`. */
const CERTIFICATE_CODES = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
  'CRL_SIGNATURE_FAILURE',
  'CERT_NOT_YET_VALID',
  'CERT_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_HAS_EXPIRED',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'HOSTNAME_MISMATCH',
])

/** These happen to a socket that never opened. Name resolution that fails for now is one of them. */
const NEVER_OPENED = new Set(['ECONNREFUSED', 'EAI_AGAIN', 'EADDRNOTAVAIL'])

/** The end of the connection in the middle of the TLS handshake has no code of its own. */
const BEFORE_TLS = 'before secure TLS connection was established'

/**
 * Names a network error of Node's sockets. Without proof that nothing was sent, `sent` is true: a needless look-up
 * costs little, a second ticket does not.
 */
export function troubleOf(error: {
  readonly code?: string | undefined
  readonly syscall?: string | undefined
  readonly message?: string
}): TransportTrouble {
  const code = error.code ?? ''
  if (code === 'ENOTFOUND') return { kind: 'unknownHost' }
  if (CERTIFICATE_CODES.has(code) || code.startsWith('ERR_TLS_CERT')) return { kind: 'certificate' }
  const neverOpened =
    NEVER_OPENED.has(code) || error.syscall === 'connect' || error.message?.includes(BEFORE_TLS) === true
  return { kind: 'unreachable', sent: !neverOpened }
}
