import { find, type Hit } from './find.ts'
import { type KeyTable, keyed, type TextBlock, type TextPart } from './grams.ts'
import { type Candidate, candidates, loadKeys, loadPart } from './load.ts'

/** Hits that are shown at once. */
const SHOWN = 20
/** Code points shown on each side of a hit. */
const AROUND = 30

const field = document.querySelector<HTMLElement>('.search')
const input = field?.querySelector<HTMLInputElement>('input')
const button = field?.querySelector<HTMLButtonElement>('button')
const list = document.querySelector<HTMLOListElement>('.hits')
const status = document.querySelector<HTMLElement>('.status')
const more = document.querySelector<HTMLButtonElement>('.more-hits')

/** Tells searches apart: of one that another has overtaken nothing is shown. */
let search = 0
let table: KeyTable | null = null
/** Shows more of what the present search finds. */
let proceed: () => Promise<void> = () => Promise.resolve()

if (field && input && button && list && status && more) {
  field.hidden = false
  const run = (): void => {
    history.replaceState(null, '', `?q=${encodeURIComponent(input.value)}`)
    start(input.value).catch((error: unknown) => {
      status.textContent = error instanceof Error ? error.message : String(error)
    })
  }
  button.addEventListener('click', run)
  input.addEventListener('keydown', (event) => {
    // While a word is being put together from its sounds, the key ends that.
    if (event.key === 'Enter' && !event.isComposing) run()
  })
  more.addEventListener('click', () => void proceed())
  input.value = new URLSearchParams(location.search).get('q') ?? ''
  if (input.value !== '') run()
}

async function start(query: string): Promise<void> {
  if (!list || !status || !more) return
  search += 1
  const own = search
  list.replaceChildren()
  more.hidden = true
  table ??= await loadKeys()
  const keys = table
  const terms = query
    .split(/\s+/u)
    .map((word) => keyed(word, keys).keys.join(''))
    .filter((term) => term !== '')
  const found = terms.length === 0 ? [] : await candidates(terms)
  if (own !== search) return
  const words = status.dataset
  let total = 0
  let at = 0
  const next = async (): Promise<void> => {
    const wanted = total + SHOWN
    const before = total
    for (; at < found.length && total < wanted; at += 1) {
      const candidate = found[at]
      if (candidate === undefined) break
      const part = await loadPart(candidate)
      if (own !== search) return
      for (const block of part.blocks) {
        for (const hit of find(block, terms, keys)) {
          list.append(item(candidate, part, block, hit))
          total += 1
        }
      }
    }
    const ended = at >= found.length
    more.hidden = ended
    status.textContent = (ended ? words['all'] : words['some'])?.replace('%n', String(total)) ?? ''
    if (before > 0) list.children[before]?.querySelector('a')?.focus()
  }
  proceed = next
  await next()
}

function item({ edition }: Candidate, part: TextPart, block: TextBlock, hit: Hit): HTMLLIElement {
  const [page, work] = block
  const line = document.createElement('li')
  line.lang = part.lang
  const link = document.createElement('a')
  link.href = `${edition}/${page}`
  link.append(work === '' ? part.title : `${part.title} › ${work}`)
  const text = document.createElement('p')
  const points = [...hit.text]
  const mark = document.createElement('mark')
  mark.append(points.slice(hit.start, hit.end).join(''))
  const from = Math.max(0, hit.start - AROUND)
  text.append(
    `${from > 0 ? '…' : ''}${points.slice(from, hit.start).join('')}`,
    mark,
    `${points.slice(hit.end, hit.end + AROUND).join('')}${hit.end + AROUND < points.length ? '…' : ''}`,
  )
  line.append(link, text)
  if (hit.sigla.length > 0) line.append(rejected(hit))
  return line
}

/** Says of a hit that it is not in the text, but in what witnesses have otherwise. */
function rejected({ sigla, instead }: Hit): HTMLParagraphElement {
  const note = document.createElement('p')
  note.className = 'rejected'
  const words = status?.dataset
  note.append(
    (words?.['rejected'] ?? '')
      .replace('%s', sigla.join('、'))
      .replace('%t', instead === '' ? (words?.['nothing'] ?? '') : instead),
  )
  return note
}
