import type { EditionMeta } from '@huijiao/ast'
import { v5 } from 'uuid'

/** The namespace of all editions; with the edition's id it gives an identifier that never changes. */
const NAMESPACE = '6f3e7c1a-52d4-5b0e-9c47-0a8d1f6b2e93'

export const identifierOf = (meta: EditionMeta): string =>
  `urn:uuid:${v5(`${meta.id}/epub`, NAMESPACE)}`

/** The printed book that the page list follows. */
export const printIdentifierOf = (meta: EditionMeta): string =>
  `urn:uuid:${v5(`${meta.id}/pdf`, NAMESPACE)}`

/** `dcterms:modified`: the edition's date, since the book depends on no other. */
export const modifiedOf = (meta: EditionMeta): string => `${meta.date}T00:00:00Z`
