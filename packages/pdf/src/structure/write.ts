import type { Content } from '../content/marked-content.ts'
import { lookup, name, type PdfFile } from '../file.ts'
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '../pdf-lib.ts'
import { roleOf } from './roles.ts'
import { type Element, type Kid, visit } from './tree.ts'

/**
 * Writes a structure tree in place of the one that the file has: elements, parent tree, identifiers and the
 * role map, each in document order.
 */
export function writeStructure(file: PdfFile, root: Element): void {
  const { context } = file
  const renamed = renameIdentifiers(root)
  const ids: [string, PDFRef][] = []
  const contents = new Map<PDFRef, PDFRef[]>()
  const objects: [PDFRef, PDFRef][] = []
  const types = new Set<string>()
  const rootDict = context.obj({ Type: 'StructTreeRoot' })
  const rootRef = context.register(rootDict)

  const own = (content: Content, owner: PDFRef): void => {
    const key = content.stream ?? content.page
    const list = contents.get(key) ?? []
    list[content.mcid] = owner
    contents.set(key, list)
  }
  const write = (node: Element, parent: PDFRef): PDFRef => {
    const page = firstPage(node.kids)
    const dict = elementDict(file, node, parent, page, renamed)
    const ref = context.register(dict)
    types.add(node.type)
    if (node.id !== undefined) ids.push([renamed.get(node.id) ?? node.id, ref])
    const kids: PDFObject[] = []
    for (const kid of node.kids) {
      if (kid.kind === 'element') kids.push(write(kid, ref))
      else if (kid.kind === 'content') {
        own(kid, ref)
        kids.push(contentKid(file, kid, page))
      } else {
        objects.push([kid.object, ref])
        kids.push(context.obj({ Type: 'OBJR', Obj: kid.object, Pg: kid.page }))
      }
    }
    const [only] = kids
    if (kids.length === 1 && only !== undefined) dict.set(name('K'), only)
    else if (kids.length > 1) dict.set(name('K'), context.obj(kids))
    return ref
  }
  rootDict.set(name('K'), write(root, rootRef))
  const next = parentTree(file, rootDict, contents, objects)
  rootDict.set(name('ParentTreeNextKey'), PDFNumber.of(next))
  if (ids.length > 0) {
    const sorted = ids.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    const names = sorted.flatMap(([id, ref]): PDFObject[] => [PDFString.of(id), ref])
    rootDict.set(name('IDTree'), context.obj({ Names: context.obj(names) }))
  }
  const roles = [...types].sort().flatMap((type) => {
    const role = roleOf(type)
    return role === undefined ? [] : [[type, role] as const]
  })
  if (roles.length > 0) rootDict.set(name('RoleMap'), context.obj(Object.fromEntries(roles)))
  file.catalog.set(name('StructTreeRoot'), rootRef)
  file.catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
}

/** The dictionary of an element, without what it holds. */
function elementDict(
  file: PdfFile,
  node: Element,
  parent: PDFRef,
  page: PDFRef | undefined,
  renamed: ReadonlyMap<string, string>,
): PDFDict {
  const dict = PDFDict.withContext(file.context)
  dict.set(name('Type'), name('StructElem'))
  dict.set(name('S'), name(node.type))
  dict.set(name('P'), parent)
  if (page !== undefined) dict.set(name('Pg'), page)
  if (node.id !== undefined) dict.set(name('ID'), PDFString.of(renamed.get(node.id) ?? node.id))
  if (node.language !== undefined) dict.set(name('Lang'), PDFString.of(node.language))
  if (node.alt !== undefined) dict.set(name('Alt'), PDFHexString.fromText(node.alt))
  if (node.attributes !== undefined) {
    dict.set(name('A'), renamedAttributes(file, node.attributes, renamed))
  }
  return dict
}

function contentKid(file: PdfFile, content: Content, page: PDFRef | undefined): PDFObject {
  if (content.stream === undefined && content.page === page) return PDFNumber.of(content.mcid)
  const reference = file.context.obj({
    Type: 'MCR',
    Pg: content.page,
    MCID: content.mcid,
  })
  if (content.stream !== undefined) reference.set(name('Stm'), content.stream)
  return reference
}

function firstPage(kids: readonly Kid[]): PDFRef | undefined {
  for (const kid of kids) if (kid.kind !== 'element') return kid.page
  return undefined
}

/** Numbers pages, forms and annotations, and lists who owns their content; gives the next free number. */
function parentTree(
  file: PdfFile,
  root: PDFDict,
  contents: ReadonlyMap<PDFRef, readonly PDFRef[]>,
  objects: readonly (readonly [PDFRef, PDFRef])[],
): number {
  const { context } = file
  const nums: PDFObject[] = []
  let next = 0
  for (const page of file.pages) page.dict.delete(name('StructParents'))
  for (const key of new Set([...file.pages.map((page) => page.ref), ...contents.keys()])) {
    const owners = contents.get(key)
    if (owners === undefined) continue
    const holder = context.lookup(key)
    const dict = holder instanceof PDFStream ? holder.dict : holder
    if (!(dict instanceof PDFDict)) continue
    dict.set(name('StructParents'), PDFNumber.of(next))
    const list = PDFArray.withContext(context)
    for (let mcid = 0; mcid < owners.length; mcid++) {
      const owner = owners[mcid]
      list.push(owner ?? context.obj(null))
    }
    nums.push(PDFNumber.of(next), context.register(list))
    next++
  }
  for (const [object, owner] of objects) {
    const annotation = context.lookup(object)
    if (!(annotation instanceof PDFDict)) continue
    annotation.set(name('StructParent'), PDFNumber.of(next))
    nums.push(PDFNumber.of(next), owner)
    next++
  }
  root.set(name('ParentTree'), context.register(context.obj({ Nums: context.obj(nums) })))
  return next
}

/** New identifiers, numbered in document order: those of the browser depend on what it did before. */
function renameIdentifiers(root: Element): Map<string, string> {
  const renamed = new Map<string, string>()
  visit(root, (node) => {
    if (node.id === undefined || renamed.has(node.id)) return
    renamed.set(node.id, `e${String(renamed.size + 1).padStart(6, '0')}`)
  })
  return renamed
}

function renamedAttributes(
  file: PdfFile,
  value: PDFObject,
  renamed: ReadonlyMap<string, string>,
): PDFObject {
  if (value instanceof PDFArray) {
    const items = value.asArray().map((item) => {
      const object = item instanceof PDFRef ? file.context.lookup(item) : item
      return object === undefined ? item : renamedAttributes(file, object, renamed)
    })
    return file.context.obj(items)
  }
  if (!(value instanceof PDFDict)) return value
  const headers = lookup(value, 'Headers')
  if (!(headers instanceof PDFArray)) return value
  const known = headers.asArray().flatMap((header) => {
    const text =
      header instanceof PDFString || header instanceof PDFHexString ? header.decodeText() : ''
    const id = renamed.get(text)
    return id === undefined ? [] : [PDFString.of(id)]
  })
  value.set(name('Headers'), file.context.obj(known))
  return value
}
