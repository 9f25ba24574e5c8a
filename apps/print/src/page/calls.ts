/** Ties each call of a note to the character before it: no call begins a line. */
export function tieCalls(root: HTMLElement): void {
  for (const call of root.querySelectorAll('a.note-call')) {
    const block = call.closest('p, h1, h2, h3, h4, h5, h6, li, td, th, dd')
    const walker = document.createTreeWalker(block ?? root, NodeFilter.SHOW_TEXT)
    walker.currentNode = call
    const text = walker.previousNode()
    if (text instanceof Text && text.data !== '') tie(call, text)
  }
}

function tie(call: Element, text: Text): void {
  const last = [...text.data].at(-1) ?? ''
  const tail = text.splitText(text.length - last.length)
  const bound = document.createElement('span')
  bound.className = 'bound'
  tail.replaceWith(bound)
  bound.append(tail)
  const app = bound.closest('.app')
  if (app === null || app.nextSibling !== call || app.lastChild !== bound) {
    bound.append(call)
    return
  }
  // The call stands after the entry's element, the character within it: both go into one box.
  bound.replaceWith(tail)
  const outer = app.cloneNode(false) as Element
  outer.removeAttribute('id')
  outer.append(tail)
  app.after(bound)
  bound.append(outer, call)
  if (app.textContent !== '') return
  bound.prepend(app)
  app.append(tail)
  outer.remove()
}

/** Lays the notes of a document out at the measure of the foot of a page. */
export function gatherNotes(root: HTMLElement): void {
  const notes = root.querySelectorAll<HTMLElement>('.notes .note')
  if (notes.length === 0) return
  const galley = document.createElement('div')
  galley.className = 'foot-galley foot-notes'
  galley.append(...notes)
  root.append(galley)
  for (const old of root.querySelectorAll('.notes')) old.remove()
}
