import { fault, InputError } from '@huijiao/model'
import { decoded, namedEncoding } from '../file/decoded.ts'
import { draft } from '../draft/draft.ts'
import type { Reader, ReadText } from '../file/reader.ts'
import { teiInto } from './tei/walk.ts'
import { apparatusOf } from './tei/witnesses.ts'
import { descendants, elements, parseXml, textOf, type XmlElement } from '../markup/xml.ts'

/**
 * TEI P5: a text, or one with an apparatus, in the text (parallel segmentation) or outside it (as CBETA's): each
 * witness is rebuilt.
 */
export const tei: Reader = {
  id: 'tei',
  name: 'TEI P5 (.xml)',
  kind: 'manual',
  accepts: ({ head }) => /<(?:\w+:)?(?:TEI|teiCorpus)\b/u.test(head),
  read(file) {
    const { text, encoding, messages } = decoded(file, namedEncoding(file.head))
    const root = parseXml(file.file, text)
    const texts = wholeTexts(root)
    if (texts.length === 0) throw new InputError([withoutText(file.file)])
    const apparatus = apparatusOf(root)
    const characters = declaredCharacters(root)
    const write = (witness: string): Omit<ReadText, 'witness'> => {
      const made = draft()
      made.part('', text)
      for (const one of texts) teiInto({ draft: made, text, apparatus, witness, characters }, one)
      return { ...made.finish(), encoding, messages }
    }
    return apparatus.witnesses.length === 0
      ? [write('')]
      : apparatus.witnesses.map((witness) => ({ ...write(witness), witness }))
  },
}

/** The texts of a document or corpus; those of a group are read with it. */
const wholeTexts = (node: XmlElement): XmlElement[] =>
  elements(node).flatMap((child) =>
    child.name === 'text' && elements(child, 'body', 'group').length > 0
      ? [child]
      : wholeTexts(child),
  )

/** Characters that a document declares: the code it gives them, else their composition. */
function declaredCharacters(root: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    [...descendants(root, 'char', 'glyph')].flatMap((char) => {
      const mappings = [...descendants(char, 'mapping')]
      const code = mappings.find((m) => m.attributes.type === 'unicode') ?? mappings[0]
      const values = [...descendants(char, 'value')].map(textOf)
      const written = code === undefined ? values[0] : characterOf(textOf(code).trim())
      const id = char.attributes['xml:id']
      return id === undefined || written === undefined ? [] : [[id, written.trim()] as const]
    }),
  )
}

/** `U+2A3B5`, or the character itself. */
function characterOf(written: string): string {
  const code = /^U\+([\dA-F]{4,6})$/iu.exec(written)?.[1]
  return code === undefined ? written : String.fromCodePoint(Number.parseInt(code, 16))
}

const withoutText = (file: string) => fault('no-text', { file })
