import { type Conventions, clauses, type Signs } from './types.ts'

export const conventionsEn: Conventions = (f) =>
  clauses(
    [
      f.collated,
      'Every text that two or more witnesses have was compared character by character; the differences and what was chosen are in the collation appendix.',
    ],
    [
      true,
      `Witnesses are named by their sigla; the table of witnesses says what each is and which works it has${f.collated ? ', and marks the base text of each work' : ''}. All that comes from one file counts as one voice.`,
    ],
    [
      f.collated,
      `Readings are decided by Chen Yuan’s four methods: the direct witnesses, the same work elsewhere, other works that quote it, and reasoning from language.${f.undecided ? ' Where nothing decides, the text follows the base text, and the entry says “undecided”.' : ''}`,
    ],
    [
      f.errors,
      'Errors of transcription are corrected in the text; entries call them wrong, omitted, added or transposed.',
    ],
    [
      f.versions,
      'Where versions really differ, the text follows one of them and a note gives the other; neither counts as an error.',
    ],
    [
      f.entries && f.style === 'marks',
      'Entries are numbered by work and marked [1], [2] … after the words that they concern; the appendix has them in that order: the text, a bracket, then what witnesses have.',
    ],
    [
      f.entries && f.style === 'lines',
      'The appendix is ordered by page and line: “16.10” is line 10 of page 16; where there are no pages, by paragraph from the first of the text.',
    ],
    [f.conjectures, '“Emended” marks a reading that no witness has; its reasons are given.'],
    [
      f.recurring,
      '“So again below” marks an error that recurs; its later places bear the same number.',
    ],
    [
      f.listedPunctuation,
      'Differences of punctuation are listed after the entries of each work, by paragraph.',
    ],
    [
      f.parallel,
      'Where a work has two versions, the paragraphs in which they differ stand side by side after the collation appendix.',
    ],
    [f.appendix, 'Works of the appendix are headed “Appendix”.'],
  )

export const signsEn: Signs = (f) =>
  clauses(
    [f.entries && f.style === 'marks', ['[1]', 'an entry of the collation appendix']],
    [f.supplied, ['〔〕', 'a title supplied by the editor']],
    [f.gaps, ['［……］', 'a known gap']],
    [f.missing, ['□', 'one character that no witness lets us read']],
    [f.lacking, ['［beginning lost］［end lost］', 'a work that no witness has whole']],
    [f.sourceNotes, ['①', 'a note of the source']],
    [f.inlineNotes, ['two small rows', 'a note that the source has within the line']],
    [f.names, ['line, wavy line', 'a name, a title, as the source marks them']],
  )
