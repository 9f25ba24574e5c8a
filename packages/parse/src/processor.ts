import type { Edition } from '@huijiao/ast'
import { type Plugin, type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import { parseEdition } from './config/edition.ts'
import { parseRulings } from './config/rulings.ts'
import { stableJson } from './export/json.ts'
import { textOf } from './export/text.ts'
import { collateEdition } from './pipeline.ts'
import { readSource } from './read/index.ts'

/** What the virtual file of an `edition.yaml` brings along in its `data`. */
export interface EditionData {
  /** Bytes by path below `witnesses/`. */
  readonly witnesses: Readonly<Record<string, Uint8Array>>
  /** Text of `rulings.yaml`. */
  readonly rulings?: string
}

/**
 * A unified parser: from the virtual file of an `edition.yaml`, whose `data.huijiao` is {@link EditionData},
 * to the canonical tree. Warnings become messages of the file.
 *
 * ```ts
 * const file = new VFile({ path: 'letters/edition.yaml', value, data: { huijiao: { witnesses } } })
 * const tree = unified().use(huijiaoParse).parse(file)
 * ```
 */
export const huijiaoParse: Plugin<[], string, Edition> = function (this: Processor) {
  this.parser = (document: string, file: VFile): Edition => {
    const data = file.data['huijiao'] as EditionData | undefined
    const config = parseEdition(document, file.path)
    const sources = config.witnesses.flatMap((w) =>
      w.files.map((f) => readSource(f.file, w.siglum, data?.witnesses[f.file] ?? new Uint8Array())),
    )
    const rulings =
      data?.rulings === undefined
        ? []
        : parseRulings(data.rulings, `${file.dirname ?? '.'}/rulings.yaml`)
    const id = file.dirname?.split('/').at(-1) ?? 'edition'
    const result = collateEdition({ id, config, sources, rulings })
    file.messages.push(...result.messages)
    return result.edition
  }
}

/** A unified compiler to the text export: works in book order, an empty line between them. */
export const huijiaoText: Plugin<[], Edition, string> = function (this: Processor) {
  this.compiler = (tree): string => (tree as Edition).children.map(textOf).join('\n')
}

/** A unified compiler to the stored form of the tree. */
export const huijiaoJson: Plugin<[], Edition, string> = function (this: Processor) {
  this.compiler = (tree): string => stableJson(tree)
}

/** A frozen processor from `edition.yaml` to the stored tree. */
export const processor = () => unified().use(huijiaoParse).use(huijiaoJson).freeze()
