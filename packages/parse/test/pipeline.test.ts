import { type App, type Attestation, appsOf, leafBlocks, type Text } from '@huijiao/ast'
import { ARTICLES, scramble } from '@huijiao/noise'
import { isContent, keyOf } from '@huijiao/text'
import { describe, expect, it } from 'vitest'
import { parseEdition } from '../src/config/edition.ts'
import { discover } from '../src/discover/discover.ts'
import { artefacts } from '../src/export/artefacts.ts'
import { ledgerTsv } from '../src/export/ledger.ts'
import { collateEdition, type EditionResult } from '../src/pipeline.ts'
import { readSource } from '../../readers/src/index.ts'

/** An edition of scrambled pages, its files in the given order. */
function build(seed: number, reversed = false): EditionResult {
  const known = built.get(seed)
  if (known !== undefined && !reversed) return known
  const result = collated(seed, reversed)
  if (!reversed) built.set(seed, result)
  return result
}

const built = new Map<number, EditionResult>()

function collated(seed: number, reversed: boolean): EditionResult {
  const files = scramble(ARTICLES.slice(0, 5), seed).map(({ name, text }) => ({
    file: name,
    bytes: new TextEncoder().encode(text),
  }))
  const { yaml } = discover(
    files.map(({ file, bytes }, i) => readSource(file, '甲乙丙丁戊'[i] ?? '本', bytes)),
    { title: '校样', folder: 'proof', date: '2024-01-01' },
  )
  const config = parseEdition(yaml, 'edition.yaml')
  const sources = config.witnesses.flatMap((w) =>
    w.files.map(({ file }) =>
      readSource(file, w.siglum, files.find((f) => f.file === file)?.bytes ?? new Uint8Array()),
    ),
  )
  return collateEdition({
    id: 'proof',
    config,
    sources: reversed ? sources.toReversed() : sources,
    rulings: [],
  })
}

const SEEDS = [1, 2, 3, 4]

describe('an edition of scrambled pages', () => {
  it.each(SEEDS)('is the same whatever the order of its files (seed %i)', (seed) => {
    expect([...artefacts(build(seed), false)]).toEqual([...artefacts(build(seed, true), false)])
  })

  it.each(SEEDS)('accounts for every character of every file (seed %i)', (seed) => {
    const { ledger, input } = build(seed)
    for (const source of input.sources) {
      const rows = ledger.filter((r) => r.file === source.file)
      expect(rows.map((r) => r.start)).toEqual([0, ...rows.slice(0, -1).map((r) => r.end)])
      expect(rows.at(-1)?.end).toBe(source.points.length)
      for (const r of rows) expect(r.role === 'text' ? r.block : 1).toBeGreaterThan(0)
    }
    expect(ledgerTsv(ledger, input.sources).split('\n')).toHaveLength(ledger.length + 2)
  })

  it.each(SEEDS)('holds in its tree the text of every witness (seed %i)', (seed) => {
    const result = build(seed)
    const attested = attestationsOf(result)
    for (const work of result.works) {
      for (const witness of work.witnesses) {
        const source = result.input.sources.find((s) => s.file === witness.file)
        const spans = attested.get(`${work.spec.id}\u0000${witness.file}`) ?? []
        const rebuilt = spans
          .toSorted((a, b) => a.start - b.start || a.end - b.end)
          .flatMap((s) => source?.points.slice(s.start, s.end) ?? [])
          .filter(isContent)
          .map(keyOf)
          .join('')
        const own = [...witness.tokens].toSorted((a, b) => a.at - b.at).map((t) => t.n)
        expect(rebuilt).toBe(own.join(''))
      }
    }
  })
})

/** Where the tree says that each file has what, by work and file: agreed runs, and all readings. */
function attestationsOf({ edition }: EditionResult): Map<string, Attestation[]> {
  const found = new Map<string, Attestation[]>()
  const add = (work: string, attestations: readonly Attestation[]) => {
    for (const a of attestations) {
      const key = `${work}\u0000${a.file}`
      found.set(key, [...(found.get(key) ?? []), a])
    }
  }
  for (const work of edition.children) {
    for (const { node } of leafBlocks(work)) {
      const walk = (n: unknown): void => {
        const child = n as Text | App | { type: string; children?: unknown[] }
        // A reading tells what each witness has there; its lemma stands among the readings.
        if (child.type === 'app') return
        if (child.type === 'text') add(work.id, (child as Text).data?.attestations ?? [])
        else if ('children' in child) for (const c of child.children ?? []) walk(c)
      }
      walk(node)
    }
    for (const app of appsOf(work)) {
      if (app.layer === 'content' && app.continues === undefined) {
        add(
          work.id,
          app.readings.flatMap((r) => r.attestations),
        )
      }
    }
  }
  return found
}
