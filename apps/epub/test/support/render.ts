import type { Edition } from '@huijiao/ast'
import { renderEpub } from '../../src/index.ts'
import type { Case } from './cases.ts'
import { samplePages } from './sample.ts'

const rendered = new Map<string, Promise<Uint8Array>>()

/** The book of an edition, with the pages of the printed sample where it has its works. */
export function render(edition: Edition): Promise<Uint8Array> {
  return renderEpub(edition, { pages: samplePages() })
}

/** The book of a case, rendered once for all tests of a file. */
export function rendering({ name, edition, pages }: Case): Promise<Uint8Array> {
  const known = rendered.get(name) ?? renderEpub(edition, { pages })
  rendered.set(name, known)
  return known
}
