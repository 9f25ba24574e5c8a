import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { EditionAct, Quote } from '../protocol/acts.ts'
import { ActError } from './error.ts'
import { forget } from './quotes.ts'
import { textOfDocument } from './text.ts'
import { describeWitness } from './witness.ts'

/**
 * The text of an `edition.yaml` after an act. Comments and the order of the file are kept.
 *
 * ```
 * works:                               works:
 *   - id: frog      # the long one       - id: frog      # the long one
 *     title: 青蛙      + rename →         title: 青蛙记
 * ```
 *
 * @throws {ActError} where the act does not fit the file.
 */
export function editionAfter(text: string, act: EditionAct): string {
  const document = parseDocument(text)
  if (document.errors.length > 0 || !isMap(document.contents)) {
    throw new ActError({ why: 'unreadable', file: 'edition.yaml' })
  }
  apply(document, act)
  return textOfDocument(document, text)
}

function apply(document: Document, act: EditionAct): void {
  switch (act.kind) {
    case 'title':
      document.set('title', act.title)
      return
    case 'in-order':
      document.set('order', 'file')
      return
    case 'one-text':
      oneText(document, act.title)
      if (act.book !== undefined) document.set('title', act.book)
      return
    case 'rename': {
      const work = workOf(document, act.work)
      work.set('title', act.title)
      work.delete('supplied')
      return
    }
    case 'place':
      placeWork(document, act.work, act.at)
      return
    case 'remove':
      removeWork(document, act.work)
      return
    case 'merge':
      merge(document, act)
      return
    case 'assign':
      forget(document, act.quote)
      shareFile(document, workOf(document, act.work), act.file)
      append(document, workOf(document, act.work), 'contains', quoteNode(document, act.quote))
      return
    case 'cut':
      cut(document, act)
      return
    case 'omit':
      forget(document, act.quote)
      append(document, rootOf(document), 'omit', quoteNode(document, act.quote))
      return
    case 'join':
      join(document, act)
      return
    case 'order':
      workOf(document, act.work).set(
        'order',
        document.createNode(act.quotes.map((quote) => quoteNode(document, quote))),
      )
      return
    case 'witness':
      describeWitness(document, act)
      return
    case 'family':
      for (const siglum of act.sigla) witnessOf(document, siglum).set('family', act.family)
      return
  }
}

const rootOf = (document: Document): YAMLMap => {
  if (!isMap(document.contents)) throw new ActError({ why: 'unreadable', file: 'edition.yaml' })
  return document.contents
}

function listOf(document: Document, key: 'works' | 'witnesses'): YAMLSeq {
  const list = document.get(key)
  if (!isSeq(list)) throw new ActError({ why: 'no-list', key })
  return list
}

const mapsOf = (list: YAMLSeq): YAMLMap[] => list.items.filter(isMap)

function workOf(document: Document, id: string): YAMLMap {
  const work = mapsOf(listOf(document, 'works')).find((map) => map.get('id') === id)
  if (work === undefined) throw new ActError({ why: 'no-work', work: id })
  return work
}

function witnessOf(document: Document, siglum: string): YAMLMap {
  const found = mapsOf(listOf(document, 'witnesses')).find((map) => map.get('siglum') === siglum)
  if (found === undefined) throw new ActError({ why: 'no-witness', siglum })
  return found
}

const quoteNode = (document: Document, quote: Quote): Node =>
  document.createNode(quote, { flow: true })

/** Adds to a list that may not be there yet; what stands in it already is not written twice. */
function append(document: Document, map: YAMLMap, key: string, node: Node): void {
  const list = map.get(key)
  if (!isSeq(list)) {
    map.set(key, document.createNode([node]))
    return
  }
  const wanted = JSON.stringify(node)
  if (!list.items.some((item) => JSON.stringify(item) === wanted)) list.add(node)
}

/** The first work stays, with its comments, and is all files; what was said of pieces says nothing any more. */
function oneText(document: Document, title: string): void {
  const works = listOf(document, 'works')
  const [first] = mapsOf(works)
  if (first === undefined) throw new ActError({ why: 'no-works' })
  for (const key of ['contains', 'cut', 'order', 'supplied']) first.delete(key)
  first.set('title', title)
  first.set('files', 'all')
  works.items = [first]
}

function placeWork(document: Document, id: string, at: number): void {
  const works = listOf(document, 'works')
  const work = workOf(document, id)
  const others = works.items.filter((item) => item !== work)
  works.items = [...others.slice(0, at), work, ...others.slice(at)]
}

function removeWork(document: Document, id: string): void {
  const works = listOf(document, 'works')
  const work = workOf(document, id)
  if (works.items.length === 1) throw new ActError({ why: 'last-work' })
  works.items = works.items.filter((item) => item !== work)
}

type MergeAct = Extract<EditionAct, { kind: 'merge' }>

/** All that was said of the one is said of the other: files, joins, and what quotations it begins with or holds. */
function merge(document: Document, { work: id, into, quotes }: MergeAct): void {
  const [work, target] = [workOf(document, id), workOf(document, into)]
  const files = work.get('files')
  const known = target.get('files')
  if (files !== undefined && known !== undefined) {
    const all = [...namesIn(document, known), ...namesIn(document, files)]
    target.set('files', document.createNode([...new Set(all)].sort()))
  } else {
    for (const quote of quotes) append(document, target, 'contains', quoteNode(document, quote))
  }
  const said = work.get('join')
  if (isSeq(said)) for (const item of said.items) append(document, target, 'join', item as Node)
  removeWork(document, id)
}

/** The files that a `files:` names; all of the edition where it says so. */
function namesIn(document: Document, files: unknown): string[] {
  if (isSeq(files)) {
    return files.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []))
  }
  return mapsOf(listOf(document, 'witnesses')).flatMap((witness) => {
    const own = witness.get('files')
    return isSeq(own) ? mapsOf(own).map((file) => String(file.get('file'))) : []
  })
}

/**
 * Where a file is said to be a whole work, and a part of it goes to another: both then name it, which is how an edition
 * says that the file holds several works.
 */
function shareFile(document: Document, to: YAMLMap, file: string): void {
  for (const work of mapsOf(listOf(document, 'works'))) {
    const files = work.get('files')
    if (files === undefined || work === to) continue
    const names = namesIn(document, files)
    if (!names.includes(file)) continue
    if (!isSeq(files)) work.set('files', document.createNode(names))
    const own = to.get('files')
    if (own === undefined) to.set('files', document.createNode(names))
    else if (isSeq(own) && !namesIn(document, own).includes(file)) own.add(file)
  }
}

type CutAct = Extract<EditionAct, { kind: 'cut' }>

function cut(document: Document, { title, supplied, quote, file, behind }: CutAct): void {
  const works = listOf(document, 'works')
  const ids = new Set(mapsOf(works).map((map) => map.get('id')))
  let number = works.items.length + 1
  while (ids.has(`work-${number}`)) number += 1
  const work = document.createNode({
    id: `work-${number}`,
    title,
    ...(supplied ? { supplied } : {}),
  }) as YAMLMap
  const at = mapsOf(works).findIndex((map) => map.get('id') === behind)
  works.items.splice(at < 0 ? works.items.length : at + 1, 0, work)
  shareFile(document, work, file)
  forget(document, quote)
  append(document, work, 'cut', quoteNode(document, quote))
}

type JoinAct = Extract<EditionAct, { kind: 'join' }>

function join(document: Document, { work, after, before, lacuna }: JoinAct): void {
  const target = workOf(document, work)
  const said = target.get('join')
  // What was said of the same two sides before gives way.
  if (isSeq(said)) {
    const same = (item: unknown): boolean =>
      isMap(item) &&
      JSON.stringify([item.get('after'), item.get('before')]) === JSON.stringify([after, before])
    said.items = said.items.filter((item) => !same(item))
  }
  const pair = { after, before, ...(lacuna ? { lacuna: true } : {}) }
  append(document, target, 'join', document.createNode(pair, { flow: true }))
}
