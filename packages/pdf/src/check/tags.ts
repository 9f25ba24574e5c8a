import {
  lookup,
  lookupDict,
  lookupName,
  lookupNumber,
  lookupText,
  name,
  type PdfFile,
} from '../file.ts'
import { PDFArray, PDFDict, PDFNumber, PDFRawStream, PDFRef } from '../pdf-lib.ts'
import { STANDARD_TYPES } from '../structure/roles.ts'
import { type Element, readStructure, visit } from '../structure/tree.ts'
import { followMarks } from './marked.ts'
import { paintedStreams } from './streams.ts'

/** What may stand directly below an element; absent for those that take anything. */
const CHILDREN: ReadonlyMap<string, readonly string[]> = new Map([
  ['L', ['L', 'LI', 'Caption']],
  ['LI', ['Lbl', 'LBody']],
  ['Table', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']],
  ['TR', ['TH', 'TD']],
  ['THead', ['TR']],
  ['TBody', ['TR']],
  ['TFoot', ['TR']],
  ['TOC', ['TOC', 'TOCI', 'Caption']],
  ['TOCI', ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC']],
])

/** Lists what is wrong with the tags of a file, after PDF/UA-1 and ISO 32000-1, 14.7 and 14.8. */
export function checkTags(file: PdfFile): string[] {
  const root = readStructure(file)
  const tree = lookupDict(file.catalog, 'StructTreeRoot')
  if (root === undefined || tree === undefined) return ['the file is not tagged']
  return [
    ...checkContent(file, tree, root),
    ...checkElements(file, tree, root),
    ...checkLinks(file, tree),
  ]
}

/** Every sequence of every stream has one element, and the parent tree says so. */
function checkContent(file: PdfFile, tree: PDFDict, root: Element): string[] {
  const faults: string[] = []
  const streams = paintedStreams(file)
  const marked = new Set<PDFRef>()
  for (const stream of streams) {
    if (Buffer.from(stream.bytes).includes('/MCID')) marked.add(stream.ref)
  }
  const claimed = new Map<string, number>()
  visit(root, (node) => {
    for (const kid of node.kids) {
      if (kid.kind !== 'content') continue
      const key = `${(kid.stream ?? kid.page).toString()} ${kid.mcid}`
      claimed.set(key, (claimed.get(key) ?? 0) + 1)
    }
  })
  const parents = parentTree(tree)
  for (const { page, ref, operations, resources } of streams) {
    const objects = resources === undefined ? undefined : lookupDict(resources, 'XObject')
    const form = (key: string): PDFRef | undefined => {
      const found = objects?.get(name(key))
      return found instanceof PDFRef ? found : undefined
    }
    const place = `page ${page + 1}`
    const { mcids, faults: wrong } = followMarks(operations, form, (inner) => marked.has(inner))
    faults.push(...wrong.map((fault) => `${place}: ${fault}`))
    if (new Set(mcids).size < mcids.length) faults.push(`${place}: an identifier occurs twice`)
    const holder = file.context.lookup(ref)
    const dict = holder instanceof PDFRawStream ? holder.dict : holder
    const key = dict instanceof PDFDict ? lookupNumber(dict, 'StructParents') : undefined
    const owners = key === undefined ? undefined : parents.get(key)
    for (const mcid of mcids) {
      const count = claimed.get(`${ref.toString()} ${mcid}`) ?? 0
      claimed.delete(`${ref.toString()} ${mcid}`)
      if (count !== 1) faults.push(`${place}: sequence ${mcid} belongs to ${count} elements`)
      const owner = owners instanceof PDFArray ? owners.lookup(mcid) : undefined
      if (!(owner instanceof PDFDict)) faults.push(`${place}: sequence ${mcid} has no parent`)
    }
  }
  for (const key of claimed.keys()) faults.push(`an element claims ${key}, which is not painted`)
  return faults
}

function checkElements(file: PdfFile, tree: PDFDict, root: Element): string[] {
  const faults: string[] = []
  const roles = lookupDict(tree, 'RoleMap')
  const ids = new Set<string>()
  let level = 0
  if (root.type !== 'Document') faults.push(`the root is ${root.type}, expected Document`)
  visit(root, (node) => {
    const role = roles === undefined ? undefined : lookupName(roles, node.type)
    if (!STANDARD_TYPES.has(node.type) && !STANDARD_TYPES.has(role ?? '')) {
      faults.push(`${node.type} is no standard type and has no role`)
    }
    const allowed = CHILDREN.get(node.type)
    for (const kid of node.kids) {
      const type = kid.kind === 'element' ? kid.type : kid.kind
      if (allowed?.includes(type) === false) faults.push(`${type} directly below ${node.type}`)
    }
    if (node.type === 'Figure' && node.alt === undefined) faults.push('a Figure without Alt')
    if (node.type === 'Note' && node.id === undefined) faults.push('a Note without ID')
    if (node.id !== undefined && ids.has(node.id)) faults.push(`the ID ${node.id} occurs twice`)
    if (node.id !== undefined) ids.add(node.id)
    if (node.type === 'TH' && !String(node.attributes).includes('/Scope')) {
      faults.push('a TH without Scope')
    }
    const digit = /^H([1-6])$/.exec(node.type)?.[1]
    if (digit === undefined) return
    if (Number(digit) > level + 1)
      faults.push(`H${digit} after ${level === 0 ? 'none' : `H${level}`}`)
    level = Number(digit)
  })
  if (lookupText(file.catalog, 'Lang') === undefined) faults.push('the file has no Lang')
  return faults
}

function checkLinks(file: PdfFile, tree: PDFDict): string[] {
  const faults: string[] = []
  const parents = parentTree(tree)
  file.pages.forEach((page, index) => {
    const annotations = lookup(page.dict, 'Annots')
    if (!(annotations instanceof PDFArray)) return
    if (lookupName(page.dict, 'Tabs') !== 'S') faults.push(`page ${index + 1}: Tabs is not S`)
    for (let at = 0; at < annotations.size(); at++) {
      const annotation = annotations.lookup(at)
      if (!(annotation instanceof PDFDict)) continue
      const place = `page ${index + 1}, annotation ${at + 1}`
      if ((lookupText(annotation, 'Contents') ?? '') === '') faults.push(`${place}: no Contents`)
      const parent = parents.get(lookupNumber(annotation, 'StructParent') ?? -1)
      const type = parent instanceof PDFDict ? lookupName(parent, 'S') : undefined
      if (type !== 'Link')
        faults.push(`${place}: belongs to ${type ?? 'no element'}, expected Link`)
    }
  })
  return faults
}

function parentTree(tree: PDFDict): Map<number, PDFArray | PDFDict> {
  const found = new Map<number, PDFArray | PDFDict>()
  const nums = lookupDict(tree, 'ParentTree')
  const list = nums === undefined ? undefined : lookup(nums, 'Nums')
  if (!(list instanceof PDFArray)) return found
  for (let at = 0; at + 1 < list.size(); at += 2) {
    const [key, value] = [list.lookup(at), list.lookup(at + 1)]
    if (!(key instanceof PDFNumber)) continue
    if (value instanceof PDFArray || value instanceof PDFDict) found.set(key.asNumber(), value)
  }
  return found
}
