import {
  app,
  type Attestation,
  type Edition,
  type EditionMeta,
  edition,
  heading,
  paragraph,
  reading,
  type ReadingType,
  text,
  title,
  type Work,
  work,
} from '@huijiao/ast'

/** What witnesses have in one place: the same, or each its own; the lemma is the first one's. */
type Piece = string | Difference

interface Difference {
  readonly id: string
  /** Text by siglum; the first is the lemma's. */
  readonly has: Readonly<Record<string, string>>
  readonly type: ReadingType
  readonly rest?: Parameters<typeof app>[3]
}

export interface MadeWork {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly (readonly Piece[])[]
}

/** An edition and the files that it was made from, by name. */
export interface Made {
  readonly edition: Edition
  readonly sources: ReadonlyMap<string, string>
}

/** Makes an edition whose runs point into files that really have them: one file a witness, one line a block. */
export function made(
  meta: Pick<EditionMeta, 'id' | 'title'> & Partial<EditionMeta>,
  sigla: readonly string[],
  works: readonly MadeWork[],
): Made {
  const files = new Map(sigla.map((siglum) => [siglum, '']))
  const write = (siglum: string, value: string): Attestation => {
    const before = files.get(siglum) ?? ''
    const start = [...before].length
    files.set(siglum, before + value)
    return { siglum, file: fileOf(siglum), start, end: start + [...value].length }
  }
  const all = (value: string) =>
    text(
      value,
      sigla.map((siglum) => write(siglum, value)),
    )
  const endLine = (): void => {
    for (const siglum of sigla) write(siglum, '\n')
  }
  const node = (piece: Piece) => {
    if (typeof piece === 'string') return all(piece)
    const groups = new Map<string, string[]>()
    for (const siglum of sigla) {
      const value = piece.has[siglum] ?? ''
      groups.set(value, [...(groups.get(value) ?? []), siglum])
    }
    const lemma = Object.values(piece.has)[0] ?? ''
    const readings = [...groups].map(([value, own]) =>
      reading(
        value === lemma ? 'lemma' : piece.type,
        value,
        own,
        own.map((siglum) => write(siglum, value)),
      ),
    )
    return app(piece.id, lemma, readings, piece.rest)
  }
  const made = works.map((w): Work => {
    const head = heading(1, title(all(w.title)))
    endLine()
    const body = w.paragraphs.map((pieces) => {
      const block = paragraph(...pieces.map(node))
      endLine()
      return block
    })
    return { ...work(w.id, [head, ...body]), sigla: [...sigla] }
  })
  const witnesses = sigla.map((siglum) => ({
    siglum,
    description: `${siglum}本`,
    kind: 'ocr' as const,
    sources: [
      {
        file: fileOf(siglum),
        sha256: 'ab'.repeat(32),
        encoding: 'utf-8',
        length: [...(files.get(siglum) ?? '')].length,
      },
    ],
  }))
  return {
    edition: edition({ ...META, witnesses, ...meta }, ...made),
    sources: new Map([...files].map(([siglum, content]) => [fileOf(siglum), content])),
  }
}

const NAMES: Readonly<Record<string, string>> = { 甲: 'a.txt', 乙: 'b.txt', 丙: 'c.txt' }
const fileOf = (siglum: string): string => NAMES[siglum] ?? `${siglum}.txt`

const META: Omit<EditionMeta, 'id' | 'title' | 'witnesses'> = {
  language: 'zh-Hans-CN',
  date: '2024-05-06',
  contributors: [
    { name: '某某', role: 'edt' },
    { name: '某社', role: 'aut', body: true },
  ],
  note: [],
  trim: 'a5',
  layout: 'horizontal',
  generator: 'Huijiao 0.1.0',
}
