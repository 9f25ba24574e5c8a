import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

/** GitHub's Markdown with front matter, and emphasis beside Chinese marks. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [
      frontmatter(['yaml', 'toml']),
      gfm({ singleTilde: false }),
      cjkFriendlyExtension(),
      // Chinese paragraphs are set in by spaces; they are no code.
      { disable: { null: ['codeIndented'] } },
    ],
    mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml']), gfmFromMarkdown()],
  })
}

/** Markup in a text that is none itself: elements of HTML, comments and character references; all else is text. */
export function parseMarked(text: string): Root {
  return fromMarkdown(text, { extensions: [{ disable: { null: MARKDOWN_ONLY } }] })
}

/** The constructs of CommonMark that are not HTML's. */
const MARKDOWN_ONLY = [
  'attention',
  'autolink',
  'blockQuote',
  'characterEscape',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'labelStartImage',
  'labelStartLink',
  'labelEnd',
  'list',
  'setextUnderline',
  'thematicBreak',
]
