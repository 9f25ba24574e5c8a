import { fault, InputError, type SourceNoteAside } from '@huijiao/model'
import { isZip, unpack } from '../file/archive.ts'
import { draft } from '../draft/draft.ts'
import { htmlInto } from './html/walk.ts'
import { LARGEST_FILE, withinLimit } from '../file/limits.ts'
import type { Reader } from '../file/reader.ts'

/** Styles of Chinese and English Word that mammoth does not know of itself. */
const STYLES = [
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='副标题'] => h2:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
]

/** Word documents, by mammoth: headings, emphasis, lists and tables; notes aside. Lines of a place are paragraphs. */
export const docx: Reader = {
  id: 'docx',
  name: 'Word (.docx)',
  kind: 'manual',
  accepts: ({ file, head }) => isZip(head) && (/\.docx$/iu.test(file) || head.includes('word/')),
  async read({ file, bytes }) {
    withinLimit(file, bytes.length, LARGEST_FILE)
    // Every member is measured before mammoth unpacks it; pictures it leaves packed.
    const members = unpack(file, bytes, (name) => /\.(?:xml|rels)$/u.test(name))
    if (!members.has('word/document.xml')) throw new InputError([noDocument(file)])
    // Loaded when first asked for: few editions need it.
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth
      .convertToHtml(
        { buffer: Buffer.from(bytes) },
        { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
      )
      .catch((error: unknown) => {
        throw new InputError([broken(file, error)])
      })
    const made = draft()
    made.part('', value)
    htmlInto(made, value)
    const { text, map, marks } = made.finish()
    const notes = map.asides.map(({ at, text: words, note }) => ({ at, words, note }))
    return [{ ...inParagraphs(text, notes), marks, encoding: 'utf-8', messages: [] }]
  },
}

/** A note or its call, and where in the text it stood. */
interface Called {
  readonly at: number
  readonly words: string
  readonly note: SourceNoteAside | undefined
}

/**
 * A place in XML that is one long line helps nobody: the file is read as its paragraphs, a line each, and its notes
 * after them, a line each.
 */
function inParagraphs(text: string, notes: readonly Called[]) {
  const whole = [text, ...notes.map(({ words }) => words)].join('\n')
  const made = draft()
  made.part('', whole)
  made.copy(0, text.length)
  let from = text.length
  for (const { words, note } of notes) {
    from += 1
    made.aside('note', from, from + words.length, words, note)
    from += words.length
  }
  const { map } = made.finish()
  return {
    text,
    map: {
      ...map,
      asides: map.asides.map((aside, index) => ({ ...aside, at: notes[index]?.at ?? aside.at })),
    },
  }
}

const noDocument = (file: string) => fault('no-word-document', { file })

const broken = (file: string, error: unknown) =>
  fault('broken-docx', { file }, { text: error instanceof Error ? error.message : String(error) })
