import { type Strings, sayJoin, stringsFor } from '@huijiao/hast/strings'
import { placeOf, type SegmentedWork } from '@huijiao/model'
import { editionAfter } from '../acts/edition.ts'
import { ActError } from '../acts/error.ts'
import { newLines } from '../acts/text.ts'
import type { Look } from '../collation/look.ts'
import type { EditionAct } from '../protocol/acts.ts'
import type { Answer, Question, WorksView, WorkView } from '../protocol/works.ts'
import { answersTo, fileOf, type Proposed } from './answers.ts'
import { familyQuestions } from './family.ts'
import { textView } from './pieces.ts'
import { type Doubtful, doubtsOf, lengthOf, looseWorks, ONE_TEXT } from './questions.ts'
import { inWitness, quoteAt } from './quote.ts'

/** Questions put into words at once: more than an editor answers at a sitting. */
const ASKED = 24

/** Characters of a source shown before and after a doubtful place. */
const AROUND = 36

/** The works in book order, and what is asked about them. */
export function worksView(look: Look, language: string): WorksView {
  const strings = stringsFor(language)
  return {
    works: worksIn(look, strings),
    questions: [
      ...oneTextQuestion(look),
      ...doubtsOf(look)
        .slice(0, ASKED)
        .map((doubtful) => questionOf(doubtful, look, strings)),
      ...familyQuestions(look).map(
        ({ id, sigla, shared, of }): Question => ({
          id,
          kind: 'family',
          certainty: 'medium',
          why: `${strings.joinSigla(sigla)}${strings.colon}${shared}/${of}`,
          stake: 0,
          answers: withLines(look, [
            { label: 'family', act: { kind: 'family', sigla, family: sigla.join('') } },
          ]),
        }),
      ),
    ],
    files: look.sources.map(fileOf),
  }
}

function worksIn({ found, config, sources }: Look, strings: Strings): WorkView[] {
  if (found === null) return []
  const specs = config?.works ?? []
  const order = (id: string): number => {
    const at = specs.findIndex((spec) => spec.id === id)
    return at < 0 ? specs.length : at
  }
  return found.segmentation.works
    .map((work): WorkView => {
      const spec = specs.find(({ id }) => id === work.id)
      const texts = work.texts.flatMap((text) => {
        const source = sources.find(({ file }) => file === text.file)
        return source === undefined ? [] : [textView(text, source, sources, strings)]
      })
      const lengths = texts.map(({ pieces }) => pieces.reduce((sum, p) => sum + p.characters, 0))
      return {
        id: work.id,
        title: spec?.title ?? work.id,
        supplied: spec?.supplied ?? true,
        listed: spec !== undefined,
        characters: Math.max(0, ...lengths),
        texts,
      }
    })
    .sort((a, b) => order(a.id) - order(b.id))
}

function oneTextQuestion(look: Look): Question[] {
  const loose = looseWorks(look)
  if (loose.length === 0) return []
  const title = look.config?.works[0]?.title ?? look.config?.title ?? ''
  // A folder's name is no title: the text gives the book its own, unless an editor has.
  const oneText: EditionAct = {
    kind: 'one-text',
    title,
    ...(look.beginning === null ? {} : { book: title }),
  }
  return [
    {
      id: ONE_TEXT,
      kind: 'one-text',
      certainty: 'undecided',
      why: '',
      stake: loose.reduce((sum, { texts }) => sum + Math.max(0, ...texts.map(lengthOf)), 0),
      answers: withLines(look, [
        { label: 'one-text', act: oneText },
        ...loose.flatMap((work) => ownWork(work, look)),
      ]),
    },
  ]
}

/** That a work is one of its own: words with which it begins stand under it. */
function ownWork({ id, texts }: SegmentedWork, { sources }: Look): Proposed[] {
  const start = texts[0]?.blocks[0]?.parts[0]?.start
  const source = sources.find(({ file }) => file === texts[0]?.file)
  const quote = source && start !== undefined ? quoteAt(source, start, sources) : null
  if (source === undefined || quote === null) return []
  return [
    {
      label: 'own',
      of: id,
      act: {
        kind: 'assign',
        work: id,
        quote: inWitness(quote, source.siglum),
        file: fileOf(source),
      },
    },
  ]
}

function questionOf(doubtful: Doubtful, look: Look, strings: Strings): Question {
  const { id, doubt, stake } = doubtful
  const { kind, work, place, certainty, evidence } = doubt
  const source = look.sources.find(({ file }) => file === place.file)
  const words = (from: number, to: number): string =>
    (source?.points ?? []).slice(Math.max(0, from), to).join('').replace(/\s+/gu, ' ')
  return {
    id,
    kind,
    certainty,
    ...(work === undefined ? {} : { work }),
    ...(source === undefined || kind === 'not-found'
      ? {}
      : {
          file: place.file,
          line: placeOf(source, place.start).line,
          start: place.start,
          before: words(place.start - AROUND, place.start),
          after: words(place.start, place.start + AROUND),
        }),
    why: evidence.map((e) => sayJoin(strings.reasons, e.reason)).join(strings.separator),
    stake,
    answers: withLines(look, answersTo(doubtful, look)),
  }
}

/** Answers with the line that each will write; one that does not fit what is written is left out. */
function withLines(look: Look, answers: readonly Proposed[]): Answer[] {
  const text = look.edition
  return answers.flatMap((answer): Answer[] => {
    try {
      const after = editionAfter(text, answer.act as EditionAct)
      const line = newLines(text, after)
        .map((l) => l.text.trim())
        .join(' ')
      return [{ ...answer, line }]
    } catch (error) {
      if (error instanceof ActError) return []
      throw error
    }
  })
}
