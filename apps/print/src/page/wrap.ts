/** A piece of a text, `from` to before `to` in its node, or a box of its own. */
interface Piece {
  readonly node: Text | Element
  readonly from: number
  readonly to: number
}

/** Takes its blank half from a mark. */
export function squeeze(piece: Piece): void {
  if (piece.node.parentElement?.closest('.squeezed') != null) return
  wrap(piece, (span) => span.classList.add('squeezed'))
}

/** Widens a space, or the room before a piece, by some pixels. */
export function widen(
  piece: Piece,
  property: 'wordSpacing' | 'marginInlineStart',
  by: number,
): void {
  if (by < 0.01) return
  wrap(piece, (span) => {
    span.style[property] = `${by}px`
  })
}

/** Puts a piece into an element of its own, unless it is one. */
function wrap({ node, from, to }: Piece, change: (span: HTMLElement) => void): void {
  if (!(node instanceof Text)) {
    if (node instanceof HTMLElement) change(node)
    return
  }
  const whole = from === 0 && to === node.length ? node.parentElement : null
  if (whole !== null && whole.matches('span.squeezed, span.widened')) {
    change(whole)
    return
  }
  const piece = from === 0 ? node : node.splitText(from)
  if (piece.length > to - from) piece.splitText(to - from)
  const span = document.createElement('span')
  span.className = 'widened'
  piece.replaceWith(span)
  span.append(piece)
  change(span)
}
