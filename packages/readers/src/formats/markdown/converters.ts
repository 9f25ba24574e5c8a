import type { Draft } from '../../draft/draft.ts'

/** What converters of page images set between pages, alone on its line. */
const PAGE_RULES: readonly RegExp[] = [
  // marker --paginate_output: {3}------------------------------------------------
  /^\{(\d+)\}-{16,}$/u,
  // docling and Azure's service; MinerU's and olmOCR's scripts: <!-- page break -->, <!-- Page 3 -->
  /^<!--\s*page[ _-]?break\s*-->$/iu,
  /^<!--\s*page(?:number)?\s*(?:[:=]\s*)?"?(\d+)"?\s*-->$/iu,
]

/** Takes the rule of a page for what it is. */
export function pageRule(draft: Draft, raw: string, from: number, to: number): boolean {
  for (const rule of PAGE_RULES) {
    const match = rule.exec(raw.trim())
    if (match === null) continue
    draft.aside('page-number', from, to, raw)
    draft.page(match[1] === undefined ? {} : { label: match[1] })
    return true
  }
  return false
}

/** Attributes and divisions as pandoc writes them: `{#id .unnumbered}`, `[名]{.underline}`, `::: {.note}`. */
const PANDOC =
  /(?<=\])\{[#.][^{}\n]*\}|\[(?=[^[\]\n]{1,200}\]\{[#.][^{}\n]*\})|\](?=\{[#.][^{}\n]*\})|(?:(?<![ \t])[ \t]+)?\{[#.][\w-][^{}\n]*\}[ \t]*$|^:{3,}(?:[ \t]*(?:\{[^{}\n]*\}|[\w-]+))?[ \t]*$/gmu

/** The stretches of a text that pandoc's attributes leave. */
export function withoutAttributes(raw: string): (readonly [from: number, to: number])[] {
  const kept: (readonly [number, number])[] = []
  let at = 0
  for (const { index, 0: hole } of raw.matchAll(PANDOC)) {
    if (index > at) kept.push([at, index])
    at = index + hole.length
  }
  if (at < raw.length) kept.push([at, raw.length])
  return kept
}
