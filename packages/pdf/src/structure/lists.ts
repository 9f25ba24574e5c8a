import { type Element, element, type Kid, visit } from './tree.ts'

/** Shapes all lists. */
export function shapeLists(root: Element): void {
  visit(root, (node) => {
    if (node.type === 'L') shapeList(node)
  })
}

/** Gives the items of lists the label and body that they must have. Source: ISO 32000-1, 14.8.4.3.3. */
export function shapeList(list: Element): void {
  list.kids = list.kids.map((kid) =>
    kid.kind === 'element' && (kid.type === 'LI' || kid.type === 'Caption' || kid.type === 'L')
      ? kid
      : element('LI', [kid]),
  )
  for (const item of list.kids) {
    if (item.kind !== 'element' || item.type !== 'LI') continue
    const [first] = item.kids
    if (first?.kind === 'element' && first.type === 'P') {
      // A label stands at the head of the first line.
      const lifted = first.kids.filter((kid) => isType(kid, 'Lbl'))
      first.kids = first.kids.filter((kid) => !isType(kid, 'Lbl'))
      item.kids = [...lifted, ...item.kids]
    }
    const labels = item.kids.filter((kid) => isType(kid, 'Lbl'))
    const bodies = item.kids.filter((kid) => isType(kid, 'LBody'))
    const rest = item.kids.filter((kid) => !isType(kid, 'Lbl') && !isType(kid, 'LBody'))
    const body =
      bodies.length > 0 && rest.length === 0 ? bodies : [element('LBody', [...bodies, ...rest])]
    item.kids = [...labels, ...body]
  }
}

function isType(kid: Kid, type: string): boolean {
  return kid.kind === 'element' && kid.type === type
}
