import { across, end, pixels, start } from './axis.ts'

/** Room between the parts of a title page and their size, as shares; each step leaves more room than the one before. */
const STEPS = [
  [1, 1],
  [0.7, 1],
  [0.4, 1],
  [0.4, 0.8],
  [0.3, 0.65],
  [0.2, 0.5],
  [0.1, 0.4],
  [0.05, 0.3],
] as const

/** More contributors than these stand side by side. */
const FEW = 5

/** Takes from the room between the parts of the title page, then from their size, until all stand on it. */
export function fitTitlePage(): void {
  const page = document.querySelector<HTMLElement>('.titlepage')
  if (page === null) return
  const line = pixels(getComputedStyle(page).getPropertyValue('--line'))
  const publisher = page.querySelector('.book-publisher')
  if (page.querySelectorAll('.contributor').length > FEW)
    page.querySelector('.book-contributors')?.classList.add('crowd')
  for (const [air, voice] of STEPS) {
    page.style.setProperty('--air', String(air))
    page.style.setProperty('--voice', String(voice))
    const box = page.getBoundingClientRect()
    const last = [...page.children].findLast(
      (e) => e !== publisher && across(e.getBoundingClientRect()) > 0,
    )
    const limit =
      publisher === null
        ? across(box) - line * 0.75
        : start(box, publisher.getBoundingClientRect()) - line * 0.5
    if (last === undefined || end(box, last.getBoundingClientRect()) <= limit) return
  }
}

/** Sets a document smaller that would else have a few lines alone on its last page. */
export function fitPage(doc: HTMLElement, extent: number): void {
  const pages = across(doc.getBoundingClientRect()) / extent
  if (pages <= 1 || pages % 1 > 0.5) return
  doc.classList.add('compact')
  if (across(doc.getBoundingClientRect()) / extent > Math.floor(pages))
    doc.classList.remove('compact')
}

/** Sets a title of more than three lines smaller, one of more than six in the size of the text. */
export function lowerVoice(head: HTMLElement): void {
  const title = head.querySelector('h1')
  if (title === null) return
  const line = pixels(getComputedStyle(title).lineHeight)
  if (across(title.getBoundingClientRect()) <= line * 3.5) return
  head.classList.add('long')
  if (across(title.getBoundingClientRect()) > line * 6) head.classList.add('longest')
}
