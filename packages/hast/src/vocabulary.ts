/** The face that a style sheet sets an element in. */
export type FontRole = 'song' | 'song-bold' | 'hei-bold' | 'kai'

/** Properties of an element that renderers need besides its look. */
export interface Traits {
  /** Its face; without one, that of the element around it. */
  readonly role?: FontRole
  /** A page may not begin inside it. */
  readonly monolith?: true
  /** It does not close a page: what it introduces comes on the same one. */
  readonly introduces?: true
  /** Its text is none of the block's, so that places in the block are not counted by it. */
  readonly uncounted?: true
}

const HEADING = { role: 'hei-bold', monolith: true, introduces: true } as const

/** The elements and classes of a book by their selectors: one row for each that has a trait. */
export const VOCABULARY: Readonly<Record<string, Traits>> = {
  h1: HEADING,
  h2: HEADING,
  h3: HEADING,
  h4: HEADING,
  h5: HEADING,
  h6: HEADING,
  b: { role: 'hei-bold' },
  strong: { role: 'hei-bold' },
  th: { role: 'hei-bold' },
  dt: { role: 'hei-bold', introduces: true },
  // Two versions side by side are running text: a row of them is broken like a paragraph.
  'tr:not(.parallel tbody tr)': { monolith: true },
  'thead tr': { introduces: true },
  // The list of files does not stand alone overleaf.
  '.witnesses tbody tr:last-child': { introduces: true },
  hr: { monolith: true },
  blockquote: { role: 'kai' },
  '.book-title': { role: 'song-bold' },
  '.question': { role: 'kai', introduces: true },
  '.voice': { role: 'hei-bold' },
  '.speaker': { role: 'hei-bold', introduces: true },
  '.subtitle': { role: 'kai' },
  '.byline': { role: 'kai' },
  '.dateline': { role: 'kai' },
  '.dateline-run-in': { role: 'kai' },
  '.stage': { role: 'kai' },
  '.stage-run-in': { role: 'kai' },
  '.caption': { role: 'kai' },
  '.credit': { role: 'kai' },
  '.headnote': { role: 'kai', introduces: true },
  '.book-subtitle': { role: 'kai' },
  '.contributor-role': { role: 'kai' },
  '.work-head': { monolith: true, introduces: true },
  '.section-head': { monolith: true, introduces: true },
  '.titlepage': { monolith: true },
  '.figure': { monolith: true },
  '.toc-entry': { monolith: true },
  '.salutation': { introduces: true },
  '.note-call': { uncounted: true },
  '.notes': { uncounted: true },
  '.pagebreak': { uncounted: true },
  '.dateline-space': { uncounted: true },
}

/** The selector of all elements with a trait, for style sheets and scripts. */
export const selectorOf = (trait: keyof Traits): string =>
  Object.entries(VOCABULARY)
    .filter(([, traits]) => traits[trait] !== undefined)
    .map(([selector]) => selector)
    .join(', ')

/** The face of an element, or undefined where it has that of the element around it. Classes go before names. */
export function roleOf(tagName: string, classes: readonly string[]): FontRole | undefined {
  const byClass = classes.flatMap((name) => VOCABULARY[`.${name}`]?.role ?? [])
  return byClass[0] ?? VOCABULARY[tagName]?.role
}

/** The marks of Kai come from Song, whose face would close up pairs once more than the trimming does. */
const OWN_MARKS = `
  font-feature-settings:
    "chws" 0,
    "vchw" 0;`

/**
 * The rules that set every element in its face, for a style sheet.
 *
 * @param families the CSS families of a role.
 */
export function faceRules(families: (role: FontRole) => string): string {
  const roles = [...new Set(Object.values(VOCABULARY).flatMap((traits) => traits.role ?? []))]
  return roles
    .map((role) => {
      const selectors = Object.keys(VOCABULARY).filter((s) => VOCABULARY[s]?.role === role)
      const weight = role.endsWith('-bold') ? '\n  font-weight: 700;' : ''
      const marks = role === 'kai' ? OWN_MARKS : ''
      return `${selectors.join(',\n')} {\n  font-family: ${families(role)};${weight}${marks}\n}\n`
    })
    .join('\n')
}
