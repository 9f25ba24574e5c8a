import type { Edition } from '@huijiao/ast'
import { type BookDocument, type Called, calledIn, toBook, withoutCalled } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { type State, toMdast } from 'hast-util-to-mdast'
import type {
  FootnoteDefinition,
  FootnoteReference,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown as serialize } from 'mdast-util-to-markdown'

/** Documents of a book that are its text, and not about it. */
const TEXTS: ReadonlySet<BookDocument['kind']> = new Set(['preface', 'work', 'afterword'])

/** An edition as Markdown: its title and texts, with the notes and entries of the apparatus as footnotes. */
export function toMarkdown(edition: Edition): string {
  const book = toBook(edition)
  const called = calledIn(book)
  const calls = new Map<string, Call>()
  const refer = (element: Element): FootnoteReference => {
    const id = String(element.properties['id'])
    const call = calls.get(id) ?? { identifier: String(calls.size + 1), mark: textOf(element) }
    calls.set(id, call)
    return { type: 'footnoteReference', identifier: call.identifier }
  }
  const convert = (nodes: readonly ElementContent[]): RootContent[] => converted(nodes, refer)
  const texts = book.documents
    .filter(({ kind }) => TEXTS.has(kind))
    .flatMap(withoutCalled)
    .flatMap(({ children }) => convert(children))
  const notes = [...calls].map(([id, call]) => noteOf(call, called.get(id), convert))
  return serialize(
    {
      type: 'root',
      children: [
        { type: 'heading', depth: 1, children: [{ type: 'text', value: edition.meta.title }] },
        ...texts.map(lowered),
        ...notes,
      ],
    },
    { bullet: '-', extensions: [gfmFootnoteToMarkdown(), gfmTableToMarkdown()] },
  )
}

/** A place in the text that calls a note, with the mark by which the notes themselves name it. */
interface Call {
  readonly identifier: string
  readonly mark: string
}

function converted(
  nodes: readonly ElementContent[],
  refer: (call: Element) => FootnoteReference,
): RootContent[] {
  const tree = toMdast(
    { type: 'root', children: [...nodes] },
    {
      handlers: {
        // Of other links within the book only the words are left.
        a: (state, node: Element) => (isCall(node) ? refer(node) : state.all(node)),
        div: (state, node: Element) =>
          isOf(node, 'stanza') ? stanza(state, node) : state.toFlow(state.all(node)),
        ruby: (state, node: Element) => state.all(node),
        rt: (state, node: Element) => state.all(node),
        rp: (state, node: Element) => state.all(node),
        wbr: () => undefined,
      },
    },
  )
  return tree.type === 'root' ? tree.children : []
}

/** Lines of verse are lines of one paragraph. */
function stanza(state: State, node: Element): Paragraph {
  const lines = node.children.filter((child) => child.type === 'element')
  return {
    type: 'paragraph',
    children: lines.flatMap((line, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'break' as const }]),
      ...(state.all(line) as PhrasingContent[]),
    ]),
  }
}

const isOf = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name)

const isCall = (node: Element): boolean =>
  isOf(node, 'note-call') && node.properties['id'] !== undefined

const textOf = (node: Element): string =>
  node.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '',
    )
    .join('')

/** The title of the book stands above those of its texts. */
const lowered = (node: RootContent): RootContent =>
  node.type === 'heading' ? { ...node, depth: LOWER[node.depth] } : node

const LOWER = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const

/** A note begins with its mark, for others refer to it by that. */
function noteOf(
  { identifier, mark }: Call,
  called: Called | undefined,
  convert: (nodes: readonly ElementContent[]) => RootContent[],
): FootnoteDefinition {
  const children: ElementContent[] = [{ type: 'text', value: mark }, ...(called?.content ?? [])]
  const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children }
  return {
    type: 'footnoteDefinition',
    identifier,
    children: convert([paragraph]) as FootnoteDefinition['children'],
  }
}
