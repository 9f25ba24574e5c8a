import { type Asking, type DeskWords, type Question, sayRefusal, wordsFor } from '@huijiao/desk'

/** What the questions about works need of the world. */
export interface WorksSettings {
  readonly asking: Asking
  /** The next line that is typed; null at the end of the input. */
  readonly ask: (prompt: string) => Promise<string | null>
  readonly print: (text: string) => void
  /** Of the words; that of the edition unless given. */
  readonly language?: string
}

/**
 * Asks what is in doubt about works and joins. Each answer is written to `edition.yaml` at once, and what is asked next
 * is asked of the edition with it.
 *
 * @returns whether the editor goes on to readings.
 */
export async function walkWorks({
  asking,
  ask,
  print,
  language: wanted,
}: WorksSettings): Promise<boolean> {
  const skipped = new Set<string>()
  for (;;) {
    const { questions, language } = await asking.questions(wanted)
    const open = questions.filter(({ id }) => !skipped.has(id))
    const [question] = open
    if (question === undefined) return true
    const words = wordsFor(language)
    for (const line of describe(question, open.length, words)) print(`${line}\n`)
    const answer = await answered(question, words, ask, print)
    if (answer === null) return false
    if (answer === 's') skipped.add(question.id)
    else {
      const outcome = answer === 'z' ? await asking.undo() : await asking.answer(answer.act)
      print(`${saidOf(outcome, words)}\n`)
    }
  }
}

type Outcome = Awaited<ReturnType<Asking['undo']>>

/** An answer, `s` to pass over the question, `z` to take the last answer back; null to end. */
async function answered(
  { answers }: Question,
  words: DeskWords,
  ask: WorksSettings['ask'],
  print: WorksSettings['print'],
): Promise<Question['answers'][number] | 's' | 'z' | null> {
  for (;;) {
    const typed = await ask(words.terminal.choose)
    if (typed === null || typed === 'q') return null
    if (typed === 's' || typed === '') return 's'
    if (typed === 'z') return 'z'
    const answer = /^\d+$/u.test(typed) ? answers[Number(typed) - 1] : undefined
    if (answer !== undefined) return answer
    print(`${words.terminal.unknown(typed)}\n`)
  }
}

function describe(question: Question, open: number, words: DeskWords): string[] {
  const { kind, work, before, after, file, line, why, stake, certainty, answers } = question
  const facts = [
    words.certainty[certainty],
    ...(stake > 0 ? [words.stake(stake)] : []),
    ...(file === undefined ? [] : [`${file}:${line ?? 1}`]),
    ...(why === '' ? [] : [why]),
  ]
  return [
    '',
    `1/${open}  ${words.question[kind]}${work === undefined ? '' : ` (${work})`}`,
    ...(after === undefined ? [] : [`  …${before ?? ''}｜${after}…`]),
    `  ${facts.join(' · ')}`,
    ...answers.flatMap((answer, index) => [
      `  ${index + 1}  ${words.answers[answer.label] ?? answer.label}${answer.of === undefined ? '' : ` ${answer.of}`}`,
      `       ${answer.line}`,
    ]),
  ]
}

function saidOf(outcome: Outcome, words: DeskWords): string {
  switch (outcome.kind) {
    case 'written':
      return [
        words.wrote(outcome.file),
        ...outcome.lines.map(({ number, text }) => `  ${number}: ${text}`),
      ].join('\n')
    case 'conflict':
      return words.conflict(outcome.files.join(', '))
    default:
      return words.refused(sayRefusal(words.refusals, outcome.refusal))
  }
}
