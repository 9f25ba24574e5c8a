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
