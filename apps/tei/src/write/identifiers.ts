import type { Attestation, Edition } from '@huijiao/ast'
import { type Facsimile, facsimileOf } from './facsimile.ts'
import { everyNode } from './walk.ts'

/** A witness in the document. */
interface Named {
  readonly siglum: string
  /** Its `xml:id`. */
  readonly id: string
}

/** The file of a witness that spans point into. */
interface SpannedFile {
  /** Prefix of the pointers, declared in the header: `w1.2` in `w1.2:30-42`. */
  readonly prefix: string
  readonly siglum: string
  readonly file: string
}

/** What in a document has an id of its own. */
export interface Identifiers {
  readonly witnesses: readonly Named[]
  readonly files: readonly SpannedFile[]
  readonly facsimile: Facsimile
  readonly witnessId: (siglum: string) => string
  /** Pointers to spans of files, with spaces between; undefined where there are none. */
  readonly pointers: (attestations: readonly Attestation[]) => string | undefined
}

/** Ids that every validator takes: names of XML 1.0 in its older editions too. */
const FIT_FOR_ID = /^[\w.·\u4e00-\u9fa5-]+$/u

/** Names the witnesses and files of an edition: those that it describes, then others that its text mentions. */
export function identifiersOf(edition: Edition): Identifiers {
  const mentioned = mentionedIn(edition)
  const { witnesses: described } = edition.meta
  const sigla = new Set([...described.map((w) => w.siglum), ...mentioned.sigla])
  const witnesses = [...sigla].map((siglum, index) => ({
    siglum,
    // A point stands in no id of a work or entry.
    id: FIT_FOR_ID.test(siglum) ? `wit.${siglum}` : `wit-${index + 1}.`,
  }))
  const ids = new Map(witnesses.map(({ siglum, id }) => [siglum, id]))
  const files = new Map<string, SpannedFile>()
  const add = (siglum: string, file: string): void => {
    const key = JSON.stringify([siglum, file])
    if (files.has(key)) return
    const index = witnesses.findIndex((w) => w.siglum === siglum)
    const count = [...files.values()].filter((f) => f.siglum === siglum).length
    files.set(key, { prefix: `w${index + 1}.${count + 1}`, siglum, file })
  }
  for (const { siglum, sources } of described) for (const { file } of sources) add(siglum, file)
  for (const { siglum, file } of mentioned.attestations) add(siglum, file)
  const prefixOf = ({ siglum, file }: Attestation): string =>
    files.get(JSON.stringify([siglum, file]))?.prefix ?? ''
  return {
    witnesses,
    files: [...files.values()],
    facsimile: facsimileOf(mentioned.attestations),
    witnessId: (siglum) => ids.get(siglum) ?? '',
    pointers: (attestations) =>
      attestations.length === 0
        ? undefined
        : attestations.map((a) => `${prefixOf(a)}:${a.start}-${a.end}`).join(' '),
  }
}

interface Mentioned {
  readonly sigla: ReadonlySet<string>
  readonly attestations: readonly Attestation[]
}

function mentionedIn(edition: Edition): Mentioned {
  const sigla = new Set<string>()
  const attestations: Attestation[] = []
  const attest = (some: readonly Attestation[] = []): void => {
    for (const one of some) {
      attestations.push(one)
      sigla.add(one.siglum)
    }
  }
  for (const node of everyNode(edition)) {
    for (const siglum of node.sigla ?? []) sigla.add(siglum)
    attest(node.data?.attestations)
    for (const reading of node.readings ?? []) {
      for (const siglum of reading.sigla) sigla.add(siglum)
      attest(reading.attestations)
    }
  }
  return { sigla, attestations }
}
