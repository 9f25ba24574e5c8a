import type { Edition } from '@huijiao/ast'
import { fault, InputError, type Source } from '@huijiao/model'
import { type Plugin, type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import type { Prose } from './compose/prose.ts'
import { parseEdition } from './config/edition.ts'
import { parseRulings } from './config/rulings.ts'
import { stableJson } from './export/json.ts'
import { textOf } from './export/text.ts'
import { collateEdition, type EditionResult, type Stage } from './pipeline.ts'

/** What the virtual file of an `edition.yaml` brings along in its `data`. */
export interface EditionData {
  /** The files that the edition names, read. */
  readonly sources: readonly Source[]
  /** Text of `rulings.yaml`. */
  readonly rulings?: string
  /** What the editor writes around the texts. */
  readonly prose?: Prose
  /** Name of the edition; that of the file's folder unless given. */
  readonly id?: string
}

declare module 'vfile' {
  interface DataMap {
    /** Input of {@link huijiaoParse}. */
    huijiao: EditionData
    /** What the stages behind {@link huijiaoParse} made beside the tree. */
    huijiaoResult: EditionResult
  }
}

export interface ParseOptions {
  /** Called with the name of each stage as it begins. */
  readonly onStep?: (stage: Stage) => void
}

/**
 * A unified parser: from the virtual file of an `edition.yaml`, whose `data.huijiao` is {@link EditionData}, to the
 * canonical tree. Warnings become messages of the file, and `data.huijiaoResult` holds what every stage made.
 *
 * ```ts
 * const file = await readEdition('sources/letters', { rulings: true })
 * const tree = unified().use(huijiaoParse).parse(file)
 * ```
 *
 * @throws {InputError} where the editor's words do not fit the sources, or a proof fails.
 */
export const huijiaoParse: Plugin<[ParseOptions?], string, Edition> = function (
  this: Processor,
  options: ParseOptions = {},
) {
  this.parser = (document: string, file: VFile): Edition => {
    const { huijiao: data } = file.data
    if (data === undefined) throw new InputError([unread(file)])
    const rulings = `${file.dirname ?? '.'}/rulings.yaml`
    const result = collateEdition(
      {
        id: data.id ?? file.dirname?.split('/').at(-1) ?? 'edition',
        config: parseEdition(document, file.path),
        sources: data.sources,
        rulings: data.rulings === undefined ? [] : parseRulings(data.rulings, rulings),
        ...(data.prose === undefined ? {} : { prose: data.prose }),
      },
      options.onStep,
    )
    file.messages.push(...result.messages)
    file.data.huijiaoResult = result
    return result.edition
  }
}

const unread = (file: VFile) => fault('no-sources', { file: file.path })

/** A unified compiler to the text export: works in book order, an empty line between them. */
export const huijiaoText: Plugin<[], Edition, string> = function (this: Processor) {
  this.compiler = (tree): string => (tree as Edition).children.map(textOf).join('\n')
}

/** A unified compiler to the stored form of the tree. */
export const huijiaoJson: Plugin<[], Edition, string> = function (this: Processor) {
  this.compiler = (tree): string => stableJson(tree)
}

/** A frozen processor from `edition.yaml` to the stored tree. */
export const processor = (options: ParseOptions = {}) =>
  unified().use(huijiaoParse, options).use(huijiaoJson).freeze()

/** Parses the virtual file of an edition, and gives what every stage made. */
export function collated(file: VFile, options: ParseOptions = {}): EditionResult {
  processor(options).parse(file)
  const { huijiaoResult } = file.data
  if (huijiaoResult === undefined) throw new Error('the parser leaves its result in the file')
  return huijiaoResult
}
