import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunOptions,
  type IStylesOptions,
} from 'docx'

/** What an element or class looks like: a style of the document for its paragraphs, a look for its words. */
export interface ElementStyle {
  readonly paragraph?: string
  readonly run?: IRunOptions
}

const KAI = {
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '楷体' },
} as const
const HEI = {
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
} as const
const SONG = {
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
} as const

/** By tag or class, as the vocabulary of the books has them. */
export const STYLES: Readonly<Record<string, ElementStyle>> = {
  'book-subtitle': { paragraph: 'Centred', run: KAI },
  contributor: { paragraph: 'Centred' },
  subtitle: { paragraph: 'Centred', run: KAI },
  byline: { paragraph: 'Centred', run: KAI },
  dateline: { paragraph: 'Centred', run: KAI },
  salutation: { paragraph: 'Flush' },
  headnote: { run: KAI },
  question: { run: { bold: true, ...HEI } },
  speaker: { paragraph: 'Flush', run: { bold: true } },
  stage: { run: KAI },
  line: { paragraph: 'VerseLine' },
  caption: { paragraph: 'Centred', run: KAI },
  credit: { paragraph: 'Centred', run: KAI },
  figure: { paragraph: 'Centred' },
  blockquote: { paragraph: 'Quotation', run: KAI },
  'lacuna-block': { paragraph: 'Flush' },
  dt: { paragraph: 'Flush', run: { bold: true } },
  hash: { run: { size: 14 } },
}

/** Two characters of the text, in twentieths of a point: how far Chinese paragraphs begin in. */
const TWO_CHARACTERS = 2 * 10.5 * 20

const style = (
  id: string,
  paragraph: IParagraphStyleOptions['paragraph'],
): IParagraphStyleOptions => ({
  id,
  name: id,
  basedOn: 'Normal',
  paragraph: { indent: { firstLine: 0 }, ...paragraph },
})

/** The styles of the document: 宋体 of 10.5 points (五号), headings of 黑体. Sizes are in half points. */
export function documentStyles(language: string): IStylesOptions {
  const heading = (size: number) => ({
    run: { ...HEI, bold: true, size, color: '000000' } as const,
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0 },
      keepNext: true,
      spacing: { before: 360, after: 240 },
    },
  })
  return {
    default: {
      document: {
        run: { ...SONG, size: 21, language: { value: 'en-GB', eastAsia: language } },
        paragraph: { indent: { firstLine: TWO_CHARACTERS }, spacing: { line: 360 } },
      },
      heading1: heading(32),
      heading2: heading(28),
      heading3: heading(24),
      footnoteText: { run: { ...SONG, size: 18 }, paragraph: { indent: { firstLine: 0 } } },
      endnoteText: { run: { ...SONG, size: 18 }, paragraph: { indent: { firstLine: 0 } } },
    },
    paragraphStyles: [
      style('Centred', { alignment: AlignmentType.CENTER }),
      style('Flush', {}),
      style('VerseLine', { indent: { left: TWO_CHARACTERS, firstLine: 0 } }),
      style('Quotation', { indent: { left: TWO_CHARACTERS, firstLine: TWO_CHARACTERS } }),
      style('ListItem', { indent: { left: TWO_CHARACTERS, hanging: TWO_CHARACTERS } }),
      style('Cell', {}),
    ],
  }
}
