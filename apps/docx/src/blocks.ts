import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import type { Element, ElementContent } from 'hast'
import { classesOf } from './element.ts'
import { type Calls, runsOf } from './inline.ts'
import { STYLES } from './styles.ts'

/** How the blocks around a paragraph make it look. */
interface Around {
  readonly paragraph: IParagraphOptions
  readonly run: IRunOptions
}

const PLAIN: Around = { paragraph: {}, run: {} }

const HEADINGS: Readonly<Record<string, IParagraphOptions['heading']>> = {
  h1: HeadingLevel.HEADING_1,
  h2: HeadingLevel.HEADING_2,
  h3: HeadingLevel.HEADING_3,
  h4: HeadingLevel.HEADING_4,
  h5: HeadingLevel.HEADING_5,
  h6: HeadingLevel.HEADING_6,
}

/** Blocks of a document as paragraphs and tables. */
export function blocksOf(
  nodes: readonly ElementContent[],
  calls: Calls,
  around: Around = PLAIN,
): (Paragraph | Table)[] {
  return nodes.flatMap((node): (Paragraph | Table)[] => {
    if (node.type === 'element') return blockOf(node, calls, around)
    const isText = node.type === 'text' && node.value.trim() !== ''
    return isText
      ? [new Paragraph({ ...around.paragraph, children: runsOf([node], calls, around.run) })]
      : []
  })
}

function blockOf(node: Element, calls: Calls, outer: Around): (Paragraph | Table)[] {
  const { tagName, children } = node
  const around = within(node, outer)
  const heading = HEADINGS[tagName]
  if (heading !== undefined) return [new Paragraph({ heading, children: runsOf(children, calls) })]
  switch (tagName) {
    case 'ul':
    case 'ol':
      return listOf(node, calls, around)
    case 'table':
      return [tableOf(node, calls)]
    case 'hr':
      return [
        new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1 } } }),
      ]
    case 'p':
    case 'dt':
    case 'dd':
    case 'img':
      return [
        new Paragraph({
          ...around.paragraph,
          children: runsOf(tagName === 'img' ? [node] : children, calls, around.run),
        }),
      ]
    default:
      return blocksOf(children, calls, around)
  }
}

/** The look of the elements in an element: that of its class, where it has one. */
function within(node: Element, around: Around): Around {
  const own = [node.tagName, ...classesOf(node)].flatMap((name) => STYLES[name] ?? [])
  return own.reduce<Around>(
    (look, style) => ({
      paragraph: style.paragraph === undefined ? look.paragraph : { style: style.paragraph },
      run: { ...look.run, ...style.run },
    }),
    around,
  )
}

/** Lists that begin are told apart, so that each counts from its own start. */
function listOf(node: Element, calls: Calls, around: Around): (Paragraph | Table)[] {
  const isMarked = classesOf(node).includes('marked')
  const start = Number(node.properties['start'] ?? 1)
  const items = node.children.filter((child): child is Element => child.type === 'element')
  return items.flatMap((item, index) => {
    const mark = node.tagName === 'ol' ? `${start + index}. ` : isMarked ? '' : '• '
    const [first, ...others] = paragraphsOf(item)
    const marked: Element = {
      ...first,
      children: [
        ...(mark === '' ? [] : [{ type: 'text' as const, value: mark }]),
        ...first.children,
      ],
    }
    return blocksOf([marked, ...others], calls, { ...around, paragraph: { style: 'ListItem' } })
  })
}

/** The blocks of an item; bare words in it are one paragraph. */
function paragraphsOf(item: Element): [Element, ...Element[]] {
  const blocks = item.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'p',
  )
  const [first, ...others] = blocks
  const isBlocks = first !== undefined && item.children[0] === first
  const rest = item.children.filter((child) => child !== first) as Element[]
  return isBlocks
    ? [first, ...(others.length === rest.length ? others : rest)]
    : [{ ...item, tagName: 'p' }]
}

function tableOf(node: Element, calls: Calls): Table {
  const rows = rowsOf(node)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: row.children
            .filter((cell): cell is Element => cell.type === 'element')
            .map(
              (cell) =>
                new TableCell({
                  children: [
                    new Paragraph({
                      style: 'Cell',
                      children: runsOf(
                        cell.children,
                        calls,
                        cell.tagName === 'th' ? { bold: true } : {},
                      ),
                    }),
                  ],
                }),
            ),
        }),
    ),
  })
}

const rowsOf = (node: Element): Element[] =>
  node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'tr' ? [child] : rowsOf(child),
  )
