let shared: Range | undefined

/**
 * The range with which texts are measured and taken out, for use until the next call.
 *
 * There is one: at each change of the page the browser corrects all ranges that exist, and they exist until garbage is
 * collected. With a range for each text, a book of 223 pages spent four fifths of its layout on that.
 */
export function rangeOf(
  from: { readonly node: Node; readonly offset: number },
  to: { readonly node: Node; readonly offset: number },
): Range {
  shared ??= document.createRange()
  shared.setStart(from.node, from.offset)
  shared.setEnd(to.node, to.offset)
  return shared
}

/** The same over all that a node holds. */
export function rangeIn(node: Node): Range {
  shared ??= document.createRange()
  shared.selectNodeContents(node)
  return shared
}
