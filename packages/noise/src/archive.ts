import { type Random, random } from './random.ts'

/** How a made archive is. */
export interface ArchiveOptions {
  /** Articles, each of which is printed once or several times, every time in a file of its own. */
  readonly articles: number
  /** Share of the articles that are printed again. */
  readonly reprinted: number
  /** Most printings of one article. */
  readonly printings: number
  /** Least and greatest length of an article, in characters. */
  readonly length: readonly [least: number, most: number]
  /** Share of the characters of each printing that are misread, left out or put in, a third each. */
  readonly errors: number
  /** Share of the reprints that are an excerpt, of 200 characters or more. */
  readonly excerpts: number
}

/** One file of a made archive, with what it holds. */
export interface ArchiveFile {
  readonly file: string
  readonly text: string
  /** Number of the article. */
  readonly article: number
  /** The part of the article that is printed here, as offsets into the article, `end` exclusive. */
  readonly part: { readonly start: number; readonly end: number }
  /** Where it stands in the text, `end` exclusive: all else are lines that every file of a newspaper has. */
  readonly place: { readonly start: number; readonly end: number }
}

export const ARCHIVE: Omit<ArchiveOptions, 'articles'> = {
  reprinted: 0.5,
  printings: 6,
  length: [300, 1500],
  errors: 0.05,
  excerpts: 0.2,
}

/** Least length of an excerpt, in characters. */
const EXCERPT = 200

/**
 * Makes the files of an archive one by one: articles in a made-up language of words, some common and most
 * rare, with formulas that many articles use, under the mastheads of newspapers. The same seed gives the same files.
 */
export function* makeArchive(options: ArchiveOptions, seed: number): Generator<ArchiveFile> {
  const language = makeLanguage(seed)
  for (let article = 0; article < options.articles; article += 1) {
    const stream = random(Math.imul(seed, 7919) + article)
    const [least, most] = options.length
    const text = compose(language, least + stream.below(most - least + 1), stream)
    const again = stream.chance(options.reprinted)
    const printings = again ? 2 + stream.below(options.printings - 1) : 1
    for (let printing = 0; printing < printings; printing += 1) {
      const part = partOf(text.length, printing > 0 && stream.chance(options.excerpts), stream)
      const printed = misprint(text.slice(part.start, part.end), options.errors, language, stream)
      const head = stream.pick(language.mastheads)
      const start = [...head].length + 1
      yield {
        file: `a${article}-${printing}.txt`,
        text: `${head}\n${printed.join('')}\n`,
        article,
        part,
        place: { start, end: start + printed.length },
      }
    }
  }
}

interface Language {
  readonly words: readonly string[]
  readonly formulas: readonly string[]
  readonly mastheads: readonly string[]
}

/** Twenty thousand words of 3,500 characters, three thousand formulas of 6 to 20, ten mastheads of about 80. */
function makeLanguage(seed: number): Language {
  const stream = random(seed)
  const character = (): string => String.fromCodePoint(0x4e00 + common(stream, 3500))
  const word = (): string => Array.from({ length: 1 + stream.below(4) }, character).join('')
  const words = Array.from({ length: 20_000 }, word)
  const phrase = (length: number): string => {
    let text = ''
    while (text.length < length) text += words[common(stream, words.length)] ?? ''
    return text.slice(0, length)
  }
  const formulas = Array.from({ length: 3000 }, () => phrase(6 + stream.below(15)))
  const mastheads = Array.from({ length: 10 }, () => phrase(60 + stream.below(40)))
  return { words, formulas, mastheads }
}

/** A number below `count`, the lower the commoner: near enough to how words are spread in texts. */
const common = (stream: Random, count: number): number => Math.floor(count ** stream.next()) - 1

/** Characters of an article, about the length asked for. */
function compose({ words, formulas }: Language, length: number, stream: Random): string[] {
  const text: string[] = []
  while (text.length < length) {
    const piece = stream.chance(0.02)
      ? formulas[common(stream, formulas.length)]
      : words[common(stream, words.length)]
    text.push(...(piece ?? ''))
    if (stream.chance(0.12)) text.push(stream.chance(0.3) ? '。' : '，')
  }
  return text
}

function partOf(length: number, isExcerpt: boolean, stream: Random): ArchiveFile['part'] {
  if (!isExcerpt || length <= EXCERPT) return { start: 0, end: length }
  const size = EXCERPT + stream.below(length - EXCERPT + 1)
  const start = stream.below(length - size + 1)
  return { start, end: start + size }
}

function misprint(
  text: readonly string[],
  errors: number,
  { words }: Language,
  stream: Random,
): string[] {
  const printed: string[] = []
  const other = (): string => (words[common(stream, words.length)] ?? '').slice(0, 1)
  for (const character of text) {
    const roll = stream.next() / errors
    if (roll < 1 / 3) continue
    printed.push(roll < 2 / 3 ? other() : character)
    if (roll >= 2 / 3 && roll < 1) printed.push(other())
  }
  return printed
}
