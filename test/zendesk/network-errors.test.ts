import { expect, it } from 'vitest'
import { troubleOf } from '../../main/zendesk/network-errors.ts'

it.each([
  [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, { kind: 'unknownHost' }],
  [
    { code: 'EAI_AGAIN', syscall: 'getaddrinfo' },
    { kind: 'unreachable', sent: false },
  ],
  [
    { code: 'ECONNREFUSED', syscall: 'connect' },
    { kind: 'unreachable', sent: false },
  ],
  // Several addresses tried at once leave no system call.
  [{ code: 'ECONNREFUSED' }, { kind: 'unreachable', sent: false }],
  [
    { code: 'ETIMEDOUT', syscall: 'connect' },
    { kind: 'unreachable', sent: false },
  ],
  [
    { code: 'EHOSTUNREACH', syscall: 'connect' },
    { kind: 'unreachable', sent: false },
  ],
  [
    { code: 'ENETUNREACH', syscall: 'connect' },
    { kind: 'unreachable', sent: false },
  ],
  [
    {
      code: 'ECONNRESET',
      message: 'Client network socket disconnected before secure TLS connection was established',
    },
    { kind: 'unreachable', sent: false },
  ],
  [
    { code: 'ETIMEDOUT', syscall: 'read' },
    { kind: 'unreachable', sent: true },
  ],
  [{ code: 'ETIMEDOUT' }, { kind: 'unreachable', sent: true }],
  [
    { code: 'EHOSTUNREACH', syscall: 'write' },
    { kind: 'unreachable', sent: true },
  ],
  [
    { code: 'ECONNRESET', syscall: 'read' },
    { kind: 'unreachable', sent: true },
  ],
  [
    { code: 'EPIPE', syscall: 'write' },
    { kind: 'unreachable', sent: true },
  ],
  [
    { code: 'EPROTO', syscall: 'write' },
    { kind: 'unreachable', sent: true },
  ],
  [{ code: 'HPE_INVALID_CONSTANT' }, { kind: 'unreachable', sent: true }],
  [{ code: 'ERR_STREAM_PREMATURE_CLOSE' }, { kind: 'unreachable', sent: true }],
  [{ code: 'Z_DATA_ERROR' }, { kind: 'unreachable', sent: true }],
  [{}, { kind: 'unreachable', sent: true }],
  [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, { kind: 'certificate' }],
  [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, { kind: 'certificate' }],
  [{ code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, { kind: 'certificate' }],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, { kind: 'certificate' }],
  [{ code: 'CERT_HAS_EXPIRED' }, { kind: 'certificate' }],
  [{ code: 'CERT_NOT_YET_VALID' }, { kind: 'certificate' }],
  [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, { kind: 'certificate' }],
  [{ code: 'CERT_REVOKED' }, { kind: 'certificate' }],
])('%j is %j', (error, trouble) => {
  expect(troubleOf(error)).toEqual(trouble)
})
