import { type Edition, leafBlocks, toText, type Work } from '@huijiao/ast'
import { clean, stringsFor } from '@huijiao/hast'
import {
  gramsOf,
  type KeyTable,
  keyed,
  type TextBlock,
  type TextPart,
  type Variant,
} from '../client/grams.ts'
import { rowsOf } from '../comparing/rows.ts'

/** Bytes of texts in one part: what a search loads at a time. */
const MOST = 100_000

/** The texts of an edition as they are searched, in parts; and by what each part is found. */
export interface SearchTexts {
  readonly parts: readonly TextPart[]
  /** Grams of each part, sorted, each once. */
  readonly grams: readonly (readonly string[])[]
}

/** @param pageOf page of an element, from the root of the site, by its id. */
export function searchTexts(
  edition: Edition,
  folder: string,
  pageOf: ReadonlyMap<string, string>,
  table: KeyTable,
): SearchTexts {
  const { meta } = edition
  const blocks: TextBlock[] = [
    [
      'index.html',
      '',
      clean([meta.title, meta.subtitle ?? '', meta.description ?? ''].join(' ')),
      [],
    ],
    ...edition.children.flatMap((work) => blocksOf(work, edition, folder, pageOf)),
  ]
  const parts: TextBlock[][] = [[]]
  let size = 0
  for (const block of blocks) {
    const bytes = Buffer.byteLength(JSON.stringify(block))
    if (size > 0 && size + bytes > MOST) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(block)
    size += bytes
  }
  return {
    parts: parts.map((own) => ({ title: clean(meta.title), lang: meta.language, blocks: own })),
    grams: parts.map((own) => [...new Set(own.flatMap((b) => gramsOfBlock(b, table)))].sort()),
  }
}

function blocksOf(
  work: Work,
  { meta }: Edition,
  folder: string,
  pageOf: ReadonlyMap<string, string>,
): TextBlock[] {
  const heading = [...leafBlocks(work)].find(({ node }) => node.type === 'title')
  const strings = stringsFor(meta.language)
  const title = clean(
    work.shortTitle ?? (heading === undefined ? strings.untitled : toText(heading.node)),
  )
  return rowsOf(work).flatMap((row): TextBlock[] => {
    const page = pageOf.get(row.id)
    if (page === undefined) return []
    let at = 0
    const variants: Variant[] = []
    for (const piece of row.pieces) {
      const end = at + [...piece.text].length
      if (piece.kind === 'locus' && !piece.later) {
        for (const { text, sigla, type } of piece.app.readings) {
          if (type !== 'lemma' && type !== 'punctuation') variants.push([at, end, text, sigla])
        }
      }
      at = end
    }
    const text = row.pieces.map((piece) => piece.text).join('')
    return [[`${page.slice(folder.length + 1)}#${row.id}`, title, text, variants]]
  })
}

/** Grams of a text, and those that what witnesses have makes with the words around it. */
function gramsOfBlock([, , text, variants]: TextBlock, table: KeyTable): string[] {
  const points = [...text]
  const grams = gramsOf(keyed(text, table).keys)
  const sigla = new Set(variants.flatMap((variant) => variant[3]))
  for (const siglum of sigla) {
    let at = 0
    let other = ''
    for (const [start, end, value, own] of variants) {
      if (!own.includes(siglum)) continue
      other += points.slice(at, start).join('') + value
      at = end
    }
    grams.push(...gramsOf(keyed(other + points.slice(at).join(''), table).keys))
  }
  return grams
}
