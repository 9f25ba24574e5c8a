import type { ReasonWords } from './types.ts'

const SCRIPTS = { Hans: 'simplified', Hant: 'traditional' } as const

const percent = (share: number): string => `${Math.round(100 * share)}%`

export const reasonsEn: ReasonWords = {
  evidence: {
    witnesses: ({ sigla, voices, more }) =>
      more
        ? `so ${sigla.join(', ')}: ${voices} independent ${voices === 1 ? 'witness' : 'witnesses'}, more than for any other reading`
        : `so ${sigla.join(', ')}, which errs less in this work`,
    recension: ({ label }) =>
      `the versions differ and neither corrects the other; the text follows ${label === '' ? 'the base text' : label}`,
    quotation: ({ text, agreeing, quoted, alone }) =>
      `another work ${quoted ? 'quotes' : 'has'} “${text}”, with ${agreeing} characters around it the same${alone ? '; no witness of this work has it' : ''}`,
    parallel: ({ text, agreeing }) =>
      `the work has “${text}” elsewhere, with ${agreeing} characters around it the same`,
    usage: ({ phrase }) => `cf. “${phrase}” elsewhere`,
    form: ({ script }) => `the work is in ${SCRIPTS[script]} characters`,
    illegible: () => 'elsewhere the place is illegible',
    recognition: ({ confidence, usual }) =>
      `recognised with a confidence of ${percent(confidence)}, the rest of the copy with ${percent(usual)}`,
    moved: () => 'the passage stands elsewhere in the text, where other copies have it',
    wordhood: ({ words }) => `makes words with its context: ${words.join(' / ')}`,
    'set-phrase': ({ phrase, found }) =>
      found === undefined
        ? `“${phrase}” is a set phrase`
        : `“${found}” may be a slip for the set phrase “${phrase}”`,
    'look-alike': ({ found, right }) => `“${found}” is a slip for “${right}”, which looks like it`,
    'sound-alike': ({ found, right }) =>
      `“${found}” is a slip for “${right}”, which sounds like it`,
    confusion: ({ found, right, word, like }) =>
      `“${found}” may be a slip for “${right}”, which ${like === 'shape' ? 'looks' : 'sounds'} like it and makes the word “${word}”`,
    dittography: ({ repeated }) => `“${repeated}” only repeats what is beside it`,
    'eye-skip': ({ at }) => `omitted by eye-skip between two occurrences of “${at}”`,
    omission: () => 'transcribers omit more often than they add',
    repetition: ({ member }) => `“${member}” is repeated from the context`,
    correlatives: ({ pair }) => `completes the pair “${pair}”`,
    antithesis: ({ counterpart }) => `answers to “${counterpart}” nearby`,
    number: ({ fault }) => `“${fault}” is an impossible number`,
    pairing: () => 'quotation marks or brackets pair',
    end: ({ of }) => (of === 'text' ? 'a text ends with a stop' : 'a paragraph ends with a mark'),
    present: () => 'transcribers omit marks more often than they add them',
    question: () => 'the clause is a question',
    list: () => 'members of a list are separated by 、',
  },
  joins: {
    override: () => 'the editor says so',
    overlap: ({ sources }) =>
      `${sources} other ${sources === 1 ? 'source has' : 'sources have'} both in one`,
    order: () => 'in the order of another source',
    'file-order': () => 'the file is in order, and this comes next in it',
    'word-cut': ({ word }) => `the cut divides the word “${word}”`,
    fit: ({ fits }) =>
      fits
        ? 'the words on both sides of the cut fit'
        : 'the words on both sides of the cut do not fit',
    unfinished: () => 'the sentence before is unfinished',
    clinging: () => 'what follows cannot begin a sentence',
    opening: () => 'how what follows begins',
    headline: ({ side }) =>
      side === 'before' ? 'what precedes may be a headline' : 'what follows may be a headline',
    dateline: ({ at }) =>
      at === 'opening'
        ? 'what follows opens with a dateline'
        : at === 'end-before'
          ? 'what precedes is a closing dateline'
          : 'what follows is a closing dateline',
    complete: () => 'the text before is complete',
    cohesion: () => 'vocabulary on both sides',
    layout: () => 'the layout of the line that follows',
    position: ({ distance }) =>
      ({
        line: 'both are on one line',
        wrap: 'the next line of a hard-wrapped text',
        next: 'the next block of the file',
        apart: 'not next to each other in the file',
        loose: 'nothing continuous between them',
      })[distance],
    'jump-line': ({ state }) =>
      ({
        agree: 'the jump lines agree',
        differ: 'the jump lines bear different marks',
        one: 'a jump line on one side only',
        elsewhere: 'what follows is continued from another page',
        between: 'a jump line between them',
      })[state],
    'repeated-headline': ({ at }) =>
      at === 'between'
        ? 'a repeated headline between them'
        : 'the headline is repeated before what follows',
    title: () => 'has the title of the work',
    shared: ({ characters }) => `shares ${characters} characters with other witnesses`,
    untitled: () => 'without title and in no other witness: placed by its neighbours',
    everywhere: () => 'all witnesses have it here',
  },
  doubts: {
    gap: 'text is missing before this place',
    join: 'whether this follows what precedes is uncertain',
    home: 'which work this belongs to is uncertain',
    unlisted: 'edition.yaml does not list this work',
    'not-found': 'no source has this work',
    headline: 'a headline of the page, no part of a text',
  },
}
