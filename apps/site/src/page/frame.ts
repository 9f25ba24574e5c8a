import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Words } from '../words/index.ts'
import { fromPage, siteLink } from './link.ts'

/** A step of the way to a page. */
export interface Step {
  readonly title: string
  readonly path: string
}

/** A page before it is written. */
export interface Page {
  /** From the root of the site, `letters/read/first.html`. */
  readonly path: string
  readonly title: string
  /** BCP 47. */
  readonly lang: string
  readonly description?: string
  /** From the front of the site down to what is above the page. */
  readonly trail: readonly Step[]
  readonly main: readonly ElementContent[]
  /** Contents or tools beside the main part. */
  readonly aside?: Element
  /** The style sheet that names the faces, from the root. */
  readonly faces?: string
  /** Script files, from the root. */
  readonly scripts?: readonly string[]
  /** For the style sheet: what kind of page it is. */
  readonly kind: 'house' | 'front' | 'read' | 'compare' | 'source' | 'search'
}

/** Nothing but the site's own files; no script, style or address within the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export const STYLES = 'assets/site.css'

/** A page as HTML, its addresses relative to it. */
export function pageHtml(page: Page, words: Words, generator: string): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: page.lang }, [head(page), body(page, words, generator)]),
    ],
  }
  return `${toHtml(relative(root, page.path), { closeSelfClosing: false })}\n`
}

function head(page: Page): Element {
  const styles = [STYLES, ...(page.faces === undefined ? [] : [page.faces])]
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    ...(page.description === undefined
      ? []
      : [h('meta', { name: 'description', content: page.description })]),
    h('title', page.title),
    h('link', { rel: 'icon', href: siteLink('assets/icon.svg'), type: 'image/svg+xml' }),
    ...styles.map((path) => h('link', { rel: 'stylesheet', href: siteLink(path) })),
    ...(page.scripts ?? []).map((path) => h('script', { type: 'module', src: siteLink(path) })),
  ])
}

function body(page: Page, words: Words, generator: string): Element {
  return h('body', { className: [`page-${page.kind}`] }, [
    h('a', { className: ['skip'], href: '#_main' }, words.skip),
    h('header', { className: ['site-head'] }, [
      h(
        'nav',
        { className: ['trail'], ariaLabel: words.path },
        h(
          'ol',
          page.trail.map(({ title, path }) => h('li', h('a', { href: siteLink(path) }, title))),
        ),
      ),
      h('a', { className: ['to-search'], href: siteLink('search.html') }, words.search),
    ]),
    h('div', { className: ['columns'] }, [
      h('main', { id: '_main' }, [...page.main]),
      ...(page.aside === undefined ? [] : [page.aside]),
    ]),
    h('footer', { className: ['site-foot'] }, h('p', words.madeBy(generator))),
  ])
}

const ADDRESSES = ['href', 'src'] as const

/** The same page with addresses as they are from it. */
const relative = (root: Root, page: string): Root => ({
  ...root,
  children: root.children.map((child) =>
    child.type === 'element' ? relativeElement(child, page) : child,
  ),
})

function relativeElement(element: Element, page: string): Element {
  const properties = { ...element.properties }
  for (const name of ADDRESSES) {
    const address = properties[name]
    if (typeof address === 'string') properties[name] = fromPage(page, address)
  }
  const children = element.children.map((child) =>
    child.type === 'element' ? relativeElement(child, page) : child,
  )
  return { ...element, properties, children }
}
