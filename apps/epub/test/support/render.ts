import type { Edition } from '@huijiao/ast'
import { renderEpub } from '../../src/index.ts'

const rendered = new Map<string, Promise<Uint8Array>>()

/** The book of an edition. */
export function render(edition: Edition): Promise<Uint8Array> {
  return renderEpub(edition)
}

/** The same, rendered once for all tests of a file. */
export function rendering(name: string, edition: () => Edition): Promise<Uint8Array> {
  const known = rendered.get(name) ?? render(edition())
  rendered.set(name, known)
  return known
}
