/** Structure types of PDF 1.7. Source: ISO 32000-1, 14.8.4. */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
)

/** Types that stand within a line of text. */
export const INLINE_TYPES: ReadonlySet<string> = new Set(
  (
    'Span Em Strong Sub Quote Note FENote Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Lbl Form'
  ).split(' '),
)

const MAPPED: ReadonlyMap<string, string> = new Map([
  ['Em', 'Span'],
  ['Strong', 'Span'],
  ['Sub', 'Span'],
  ['Title', 'P'],
  ['Aside', 'Div'],
  ['DocumentFragment', 'Div'],
  ['FENote', 'Note'],
])

/** The standard type for which another stands; undefined for the standard types themselves. */
export function roleOf(type: string): string | undefined {
  if (STANDARD_TYPES.has(type)) return undefined
  return MAPPED.get(type) ?? 'Span'
}
