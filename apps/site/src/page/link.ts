/**
 * Addresses within the site, while it is made, are written from its root: `site:letters/read/first.html#first-b2`. When a
 * page is written they become relative to it, so that the site works below any path of any host.
 */
const SCHEME = 'site:'

/** An address within the site, to be used as `href` or `src`. */
export const siteLink = (path: string, id?: string): string =>
  `${SCHEME}${path}${id === undefined ? '' : `#${id}`}`

/**
 * The address as it is written in a page; what is none of the site stays as it is.
 *
 * @example page `a/read/x.html`, address `site:a/index.html#works` → `../index.html#works`
 */
export function fromPage(page: string, address: string): string {
  if (!address.startsWith(SCHEME)) return address
  const [path = '', id] = address.slice(SCHEME.length).split('#')
  const fragment = id === undefined ? '' : `#${id}`
  if (path === page && fragment !== '') return fragment
  const from = page.split('/').slice(0, -1)
  const to = path.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  const steps = [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(encodeURIComponent)]
  return `${steps.join('/')}${fragment}`
}

/** Stands for the address of an element of the book until it is known which page has it. */
const PENDING = 'book:'

/** The address of an element by its id, wherever it will stand. */
export const pendingLink = (id: string): string => `${PENDING}${id}`

/** The id of an element that an address leads to, whose page is not known yet; null of other addresses. */
export const pendingId = (address: string): string | null =>
  address.startsWith(PENDING) ? address.slice(PENDING.length) : null
