import { renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Weights } from '@huijiao/segment/label'

const FILE = fileURLToPath(new URL('../../../segment/data/label.json', import.meta.url))

/** Writes the weights where the segmenter reads them: a value of a feature a line. Returns the path. */
export function store({ features, transitions, ...rest }: Weights): string {
  const rows = (record: Readonly<Record<string, unknown>>, indent: string): string =>
    Object.entries(record)
      .map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n')
  const offsets = Object.entries(features).map(([name, byOffset]) => {
    const inner = Object.entries(byOffset).map(
      ([offset, byValue]) =>
        `      ${JSON.stringify(offset)}: {\n${rows(byValue, '        ')}\n      }`,
    )
    return `    ${JSON.stringify(name)}: {\n${inner.join(',\n')}\n    }`
  })
  const text = `{\n${rows(rest, '  ')},\n  "transitions": {\n${rows(transitions, '    ')}\n  },\n  "features": {\n${offsets.join(',\n')}\n  }\n}\n`
  writeFileSync(`${FILE}.new`, text)
  renameSync(`${FILE}.new`, FILE)
  return FILE
}
