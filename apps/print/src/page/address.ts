const HEADINGS = 'h1, h2, h3, h4, h5, h6'

/**
 * Gives links addresses outside the page that say where they lead and what begins with them, `…/id/id#target`; last
 * before the print. Of what is linked to within the page the browser asks, for each page that it prints, where it
 * stands: pages times places. These places are taken from the links that stand there instead. What no link stands for
 * keeps its plain links, headings too, whose place is above their words.
 *
 * @param prefix what such an address begins with.
 */
export function addressLinks(prefix: string): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
  const standing = linksByPlace(links)
  const begun = new Map<HTMLAnchorElement, string[]>()
  for (const [id, link] of standing) begun.set(link, [...(begun.get(link) ?? []), id])
  for (const link of links) {
    const target = targetOf(link)
    if (!standing.has(target)) continue
    const ids = (begun.get(link) ?? []).map(encodeURIComponent).join('/')
    link.href = `${prefix}${ids}#${encodeURIComponent(target)}`
  }
}

const targetOf = (link: HTMLAnchorElement): string => decodeURIComponent(link.hash.slice(1))

/** The links that stand for places, by id. A link to a place that keeps plain links stays plain itself, and stands for none. */
function linksByPlace(links: readonly HTMLAnchorElement[]): Map<string, HTMLAnchorElement> {
  const standing = new Map<string, HTMLAnchorElement>()
  for (const id of new Set(links.map(targetOf))) {
    const link = linkAt(document.getElementById(id))
    if (link !== null) standing.set(id, link)
  }
  for (let before = -1; before !== standing.size; ) {
    before = standing.size
    for (const [id, link] of standing) if (!standing.has(targetOf(link))) standing.delete(id)
  }
  return standing
}

/** The link that an element begins with. */
function linkAt(element: HTMLElement | null): HTMLAnchorElement | null {
  if (element === null || element.matches(HEADINGS)) return null
  const link = element.matches('a') ? element : element.querySelector('a')
  if (!(link instanceof HTMLAnchorElement) || !link.matches('[href^="#"]')) return null
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    if ((node.nodeValue ?? '').trim() === '') continue
    return link.contains(node) && link.checkVisibility() ? link : null
  }
  return null
}
