import type { EditionMeta } from '@huijiao/ast'
import { v5 } from 'uuid'

/** The namespace of all editions; with an edition's id it gives identifiers that never change. */
const NAMESPACE = '6f3e7c1a-52d4-5b0e-9c47-0a8d1f6b2e93'

/**
 * The identifier of a book made of an edition: a UUID of version 5 (RFC 9562, 5.5) over the edition's id. The page list
 * of the EPUB names the printed book by it.
 */
export const identifierOf = ({ id }: EditionMeta, book: 'epub' | 'pdf'): string =>
  `urn:uuid:${v5(`${id}/${book}`, NAMESPACE)}`
