import { quotedEn as quoted } from '../quote.ts'
import type { ApparatusWords } from './types.ts'

const who = (sigla: readonly string[]): string => sigla.join(' ')

export const apparatusEn: ApparatusWords = {
  mark: (number) => `[${number}]`,
  afterMark: ' ',
  afterLemma: '] ',
  betweenLemmas: ' … ',
  passage: (first, last, paragraphs) =>
    `from “${first}” to “${last}”${paragraphs > 1 ? ` (${paragraphs} paragraphs)` : ''}`,
  lacksPassage: (sigla) => `not in ${who(sigla)}.`,
  departs: (sigla, departure, error) => {
    const wrong = error ? ', wrongly' : ''
    switch (departure.kind) {
      case 'other':
        return `${quoted(departure.text)} ${who(sigla)}${wrong}`
      case 'order':
        return `${quoted(departure.text)} ${who(sigla)}, transposed`
      case 'more':
        return `${departure.side === 'before' ? 'before' : 'after'} ${quoted(departure.anchor)}, ${who(sigla)} ${sigla.length > 1 ? 'add' : 'adds'} ${quoted(departure.text)}${wrong}`
      default:
        return departure.whole
          ? `${error ? 'omitted by' : 'not in'} ${who(sigla)}`
          : `${quoted(departure.text)} ${error ? 'omitted by' : 'not in'} ${who(sigla)}`
    }
  },
  corrected: (sigla) => `corrected from ${who(sigla)}`,
  conjecture: 'emended',
  undecided: (sigla) => `undecided; the text follows ${who(sigla)}`,
  doubtful: 'doubtful',
  again: 'so again below',
  remark: (reason) => reason,
  cited: (citation) => ` (${citation})`,
  citedAt: (mark) => ` (as in ${mark})`,
  clauses: {
    'eye-skip': () => 'by eye-skip',
    'look-alike': () => 'a similar character',
    'sound-alike': () => 'a character of like sound',
    dittography: () => 'dittography',
    repetition: () => 'repeated from the context',
    number: () => 'an impossible number',
    quotation: ({ quoted: inMarks, text }) =>
      [...text].length < 2 ? '' : `another work ${inMarks ? 'quotes' : 'has'} ${quoted(text)}`,
  },
}
