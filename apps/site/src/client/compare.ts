/** Which witnesses, kinds and certainties a page that compares shows. It works without this script; then all are shown. */

const form = document.querySelector<HTMLFormElement>('form.controls')
if (form !== null) {
  form.hidden = false
  form.addEventListener('change', () => apply(form))
  form.addEventListener('submit', (event) => event.preventDefault())
  apply(form)
}

/** Values of the boxes of a group that are ticked. */
function chosen(form: HTMLFormElement, name: string): Set<string> {
  const boxes = form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)
  return new Set([...boxes].map((box) => box.value))
}

function apply(form: HTMLFormElement): void {
  const [sigla, types, certainties] = [
    chosen(form, 'siglum'),
    chosen(form, 'type'),
    chosen(form, 'certainty'),
  ]
  const only = form.querySelector<HTMLInputElement>('input[name="only"]')?.checked === true
  const loci = [...document.querySelectorAll<HTMLElement>('.locus[id]')]
  const off = new Set<string>()
  for (const locus of loci) {
    const { types: kinds = '', certainty = '', sigla: others = '' } = locus.dataset
    const isShown =
      kinds.split(' ').some((kind) => types.has(kind)) &&
      certainties.has(certainty) &&
      others.split(' ').some((siglum) => sigla.has(siglum))
    locus.classList.toggle('off', !isShown)
    if (!isShown) off.add(locus.id.slice('locus-'.length))
  }
  for (const reading of document.querySelectorAll<HTMLElement>('.reading')) {
    reading.classList.toggle('off', off.has(reading.dataset['locus'] ?? ''))
  }
  for (const cell of document.querySelectorAll<HTMLElement>('.cell[data-siglum]')) {
    cell.hidden = !sigla.has(cell.dataset['siglum'] ?? '')
  }
  for (const row of document.querySelectorAll<HTMLElement>('.row')) {
    row.hidden = only && row.querySelector('.locus[id]:not(.off)') === null
  }
  const count = form.querySelector<HTMLOutputElement>('.count')
  if (count === null) return
  const words = count.dataset['of'] ?? ''
  count.value = words
    .replace('%n', String(loci.length - off.size))
    .replace('%m', String(loci.length))
}
