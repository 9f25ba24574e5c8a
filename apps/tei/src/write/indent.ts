import type { Element } from 'xast'

/** Elements that hold elements alone: white space between these is none of the text. */
const HOLDS_ELEMENTS = new Set(
  `TEI teiHeader fileDesc titleStmt editionStmt publicationStmt seriesStmt sourceDesc listWit encodingDesc
  editorialDecl classDecl taxonomy category appInfo application charDecl char listPrefixDef prefixDef profileDesc
  langUsage textClass keywords abstract availability licence standOff facsimile surface text front body back
  div floatingText lg sp list table row figure listApp`
    .split(/\s+/u)
    .filter((name) => name !== ''),
)

/** A copy with each element on a line of its own where that changes no text. */
export function indent(element: Element, depth = 0): Element {
  if (!HOLDS_ELEMENTS.has(element.name) || element.children.length === 0) return element
  const line = (level: number) => ({ type: 'text' as const, value: `\n${' '.repeat(level)}` })
  return {
    ...element,
    children: [
      ...element.children.flatMap((child) => [
        line(depth + 1),
        child.type === 'element' ? indent(child, depth + 1) : child,
      ]),
      line(depth),
    ],
  }
}
