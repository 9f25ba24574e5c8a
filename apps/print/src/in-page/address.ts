/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Runs in the page, last before the print: gives links addresses outside the page that say where they lead and what begins
 * with them, `…/id/id#target`. Of what is linked to within the page the browser asks, for each page that it prints, where
 * it stands: pages times places. These places are taken from the links that stand there instead. What no link stands for
 * keeps its plain links, headings too, whose place is above their words.
 */
export function addressLinks(prefix: string): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
  const targetOf = (link: HTMLAnchorElement): string => decodeURIComponent(link.hash.slice(1))
  const stands = new Map<string, HTMLAnchorElement>()
  for (const id of new Set(links.map(targetOf))) {
    const link = linkAt(document.getElementById(id))
    if (link !== null) stands.set(id, link)
  }
  // A link to a place that keeps plain links stays plain itself, and stands for none.
  for (let before = -1; before !== stands.size; ) {
    before = stands.size
    for (const [id, link] of stands) if (!stands.has(targetOf(link))) stands.delete(id)
  }
  const begun = new Map<HTMLAnchorElement, string[]>()
  for (const [id, link] of stands) begun.set(link, [...(begun.get(link) ?? []), id])
  for (const link of links) {
    const target = targetOf(link)
    if (!stands.has(target)) continue
    const ids = (begun.get(link) ?? []).map(encodeURIComponent).join('/')
    link.href = `${prefix}${ids}#${encodeURIComponent(target)}`
  }

  /** The link that an element begins with. */
  function linkAt(element: HTMLElement | null): HTMLAnchorElement | null {
    if (element === null || element.matches('h1, h2, h3, h4, h5, h6')) return null
    const link = element.matches('a') ? element : element.querySelector('a')
    if (!(link instanceof HTMLAnchorElement) || !link.matches('[href^="#"]')) return null
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
      if ((node as Text).data.trim() === '') continue
      return link.contains(node) && link.checkVisibility() ? link : null
    }
    return null
  }
}
