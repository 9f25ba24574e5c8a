import { createHash } from 'node:crypto'
import type { EditionMeta } from '@huijiao/ast'

/** The namespace of all editions (a UUID). */
const NAMESPACE = '6f3e7c1a52d45b0e9c470a8d1f6b2e93'

/** The identifier of the printed book: a UUID of version 5 (RFC 9562, 5.5) over the edition's id. */
export function identifierOf(meta: EditionMeta): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE, 'hex'))
    .update(`${meta.id}/pdf`)
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
