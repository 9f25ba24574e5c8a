import { readFileSync } from 'node:fs'

/** The style sheets of the site, in the order in which they are read. */
const SHEETS = ['frame', 'text', 'notes', 'front', 'compare', 'search', 'print']

export const siteStyles = (): string =>
  SHEETS.map((name) =>
    readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8'),
  ).join('\n')

/** What runs in pages, bundled when the package is compiled. */
export const script = (name: 'compare' | 'search'): string =>
  readFileSync(new URL(`../dist/${name}.js`, import.meta.url), 'utf8')
