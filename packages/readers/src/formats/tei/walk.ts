import type { AsideKind } from '@huijiao/model'
import type { Draft } from '../../draft/draft.ts'
import { type Inline, inline } from '../../draft/inline.ts'
import { MISSING } from '../../draft/missing.ts'
import { LINE_ENDS, REFERENCES, spell } from '../../draft/spell.ts'
import { elements, textOf, type XmlElement, type XmlNode, type XmlText } from '../../markup/xml.ts'
import { ASIDES, BLOCKS, CHOICES, CLOSE, HIDDEN, MARKS } from './roles.ts'
import { has, readingOf, type TeiApparatus } from './witnesses.ts'

/** What is needed to write the text of one witness. */
export interface TeiText {
  readonly draft: Draft
  /** The file's characters. */
  readonly text: string
  readonly apparatus: TeiApparatus
  /** Id of the witness that is rebuilt; empty for a text without apparatus. */
  readonly witness: string
  /** Characters by the id of their declaration. */
  readonly characters: ReadonlyMap<string, string>
}

interface Walk extends TeiText {
  readonly line: Inline
  /** Divisions around. */
  readonly depth: number
  /** Anchor up to which another reading stands in place of the text; a box, for it is found while walking. */
  readonly until: { id: string | null }
}

/** Writes what stands below an element, as the witness has it. */
export function teiInto(tei: TeiText, root: XmlElement): void {
  const walk: Walk = { ...tei, line: inline(tei.draft, tei.text), depth: 0, until: { id: null } }
  children(walk, root)
  walk.line.settle()
}

function children(walk: Walk, node: XmlElement): void {
  for (const child of node.children) one(walk, child)
}

function one(walk: Walk, node: XmlNode): void {
  if (node.type !== 'element') {
    return node.type === 'text'
      ? characters(walk, node)
      : walk.draft.aside('comment', node.start, node.end, node.value)
  }
  if (node.name === 'anchor') return anchor(walk, node)
  if (walk.until.id !== null && !holdsAnchor(node, walk.until.id)) return
  element(walk, node)
}

function characters(walk: Walk, node: XmlText): void {
  if (walk.until.id !== null) return
  const raw = walk.text.slice(node.start, node.end)
  spell(walk.line, node.value, { raw, from: node.start }, [REFERENCES, LINE_ENDS])
}

/** Where an entry outside the text has another reading for the witness, it stands in place of the lemma. */
function anchor(walk: Walk, node: XmlElement): void {
  const id = node.attributes['xml:id'] ?? ''
  if (walk.until.id !== null) {
    if (walk.until.id === id) walk.until.id = null
    return
  }
  const found = walk.apparatus.standOff.get(id)
  if (found === undefined) return
  const reading = readingOf(found.entry, walk.witness, walk.apparatus)
  if (reading === undefined || reading.name === 'lem') return
  children({ ...walk, until: { id: null } }, reading)
  walk.until.id = found.to
}

const holdsAnchor = (node: XmlElement, id: string): boolean =>
  elements(node).some((child) => child.attributes['xml:id'] === id || holdsAnchor(child, id))

function element(walk: Walk, node: XmlElement): void {
  const { name, attributes } = node
  const kind = ASIDES[name]
  if (kind !== undefined) return setAside(walk, node, kind)
  if (name === 'app') return entry(walk, node)
  if (isOthers(walk, node)) return
  if (HIDDEN.has(name)) return
  if (name === 'note' || (name === 't' && /foot/u.test(attributes.place ?? '')))
    return note(walk, node)
  if (name === 'choice') return choice(walk, node)
  if (name === 'lb' || name === 'cb') return lineBreak(walk, node)
  if (name === 'pb') return page(walk, node)
  if (name === 'gap') return gap(walk, node)
  if (name === 'g') return declared(walk, node)
  if (name === 'caesura') return walk.line.put('　', node.start, node.end)
  if (name === 'ruby') return ruby(walk, node)
  if (name === 'cell') return cell(walk, node)
  if (/^div\d?$/u.test(name) && /^apparatus$|notes?$/u.test(attributes.type ?? '')) {
    return setAside(walk, node, 'note')
  }
  if (/^div\d?$/u.test(name)) return block({ ...walk, depth: walk.depth + 1 }, node, null)
  const mark = BLOCKS[name]
  if (mark !== undefined) return block(walk, node, mark)
  const within = MARKS[name]
  if (within === undefined) children(walk, node)
  else walk.draft.mark(within, {}, () => children(walk, node))
}

/** Whether the document says that the witness has nothing of a block or run: others have it, or the editor wrote it. */
function isOthers({ apparatus, witness }: Walk, node: XmlElement): boolean {
  if (apparatus.prefixes.size === 0) return false
  const isBlock = BLOCKS[node.name] !== undefined
  return isBlock ? has(node, apparatus, witness) !== true : has(node, apparatus, witness) === false
}

function block(walk: Walk, node: XmlElement, mark: (typeof BLOCKS)[string] | null): void {
  const count = CLOSE.has(node.name) ? 1 : 2
  walk.line.settle()
  walk.draft.feed(count, node.start)
  if (mark === null || mark === undefined) children(walk, node)
  else {
    const level = mark === 'heading' ? Math.min(6, Math.max(1, walk.depth)) : undefined
    walk.draft.mark(mark, level === undefined ? {} : { level }, () => children(walk, node))
  }
  walk.line.settle()
  walk.draft.feed(count, node.end)
}

function cell(walk: Walk, node: XmlElement): void {
  walk.line.settle()
  if (!['', '\n'].includes(walk.draft.last())) walk.draft.put('\t', node.start, node.start)
  const level = node.attributes.role === 'label' ? { level: 1 } : {}
  walk.draft.mark('cell', level, () => children(walk, node))
}

/** Parallel segmentation: the witness's own reading. */
function entry(walk: Walk, node: XmlElement): void {
  if (node.attributes.from !== undefined) return
  const reading = readingOf(node, walk.witness, walk.apparatus)
  if (reading !== undefined) children(walk, reading)
}

/** A note in the line is read in its place, in （）; any other stands apart. */
function note(walk: Walk, node: XmlElement): void {
  const { place = '', type = '' } = node.attributes
  if (!/^(?:inline|interlinear)/u.test(place) || type !== '') return setAside(walk, node, 'note')
  const [first, last] = [node.children[0], node.children.at(-1)]
  if (first === undefined || last === undefined) return
  const bracketed = /^\s*[（(〔【]/u.test(textOf(node))
  walk.draft.mark('note', {}, () => {
    if (!bracketed) walk.line.put('（', node.start, first.start)
    children(walk, node)
    walk.line.settle()
    if (!bracketed) walk.draft.put('）', last.end, node.end)
  })
}

function choice(walk: Walk, node: XmlElement): void {
  const options = elements(node)
  const chosen = CHOICES.flatMap((name) => options.filter((o) => o.name === name))[0] ?? options[0]
  for (const option of options) {
    if (option === chosen) children(walk, option)
    else setAside(walk, option, 'other')
  }
}

/** A printed line ends: nothing between Chinese characters, a space between words that it does not cut. */
function lineBreak(walk: Walk, node: XmlElement): void {
  if (node.attributes.break !== 'no') walk.line.put('\n', node.start, node.end)
}

function page(walk: Walk, node: XmlElement): void {
  const { n, facs } = node.attributes
  walk.draft.page({
    ...(n === undefined ? {} : { label: n }),
    ...(facs === undefined ? {} : { image: facs }),
  })
}

/** Text that the source lacks or hides: a sign for each character, one where their number is not known. */
function gap(walk: Walk, node: XmlElement): void {
  const count = Number(node.attributes.quantity ?? node.attributes.extent ?? 1)
  const signs = Number.isInteger(count) && count > 0 && count <= 200 ? count : 1
  walk.line.put('□'.repeat(signs), node.start, node.end)
}

/** A character that the document declares. */
function declared(walk: Walk, node: XmlElement): void {
  const id = (node.attributes.ref ?? '').replace(/^#/u, '')
  const character = walk.characters.get(id)
  if (character !== undefined && [...character].length === 1) {
    walk.line.put(character, node.start, node.end)
  } else if (textOf(node).trim() !== '') children(walk, node)
  else {
    walk.draft.mark('missing-character', { label: character ?? id }, () =>
      walk.line.put(MISSING, node.start, node.end),
    )
  }
}

function ruby(walk: Walk, node: XmlElement): void {
  const isGloss = (child: XmlNode): child is XmlElement =>
    child.type === 'element' && child.name === 'rt'
  const label = node.children.filter(isGloss).map(textOf).join('')
  walk.draft.mark('ruby', { label }, () => {
    for (const child of node.children) if (!isGloss(child)) one(walk, child)
  })
  for (const child of node.children) if (isGloss(child)) setAside(walk, child, 'note')
}

function setAside(walk: Walk, node: XmlElement, kind: AsideKind): void {
  walk.draft.aside(kind, node.start, node.end, textOf(node).replaceAll(/\s+/gu, ' '))
}
