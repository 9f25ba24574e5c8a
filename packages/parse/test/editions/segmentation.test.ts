import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { segment } from '../../../segment/src/segment.ts'
import { describeSegmentation } from '../../../segment/test/describe.ts'
import { expectLaws } from '../../../segment/test/laws.ts'
import { parseEdition } from '../../src/config/edition.ts'
import { readSource } from '../../../readers/src/index.ts'
import { expectedEditions } from './editions.ts'

/** What stands in a file, rewritten first where the run is told to. */
function kept(path: string, found: string): string {
  if (process.env['UPDATE'] === '1') writeFileSync(path, found)
  return readFileSync(path, 'utf8')
}

describe.each(expectedEditions)('$name', ({ folder, expected }) => {
  const config = parseEdition(readFileSync(join(folder, 'edition.yaml'), 'utf8'), 'edition.yaml')
  const sources = config.witnesses.flatMap(({ siglum, files }) =>
    files.map(({ file }) =>
      readSource(file, siglum, readFileSync(join(folder, 'witnesses', file))),
    ),
  )

  it('is segmented with works and titles', () => {
    const works = config.works.map(({ id, title, supplied, placement }) => ({
      id,
      title,
      supplied,
      placement,
    }))
    const found = segment(sources, works)
    expectLaws(found, sources)
    const described = describeSegmentation(found, sources)
    expect(described).toBe(kept(expected('segmentation.txt'), described))
  })

  it('is segmented without any help', () => {
    const found = segment(sources, null)
    expectLaws(found, sources)
    const described = describeSegmentation(found, sources)
    expect(described).toBe(kept(expected('segmentation-alone.txt'), described))
  })

  it('is segmented alike in whatever order the files come', () => {
    const pieces = (order: typeof sources): string[] =>
      segment(order, null)
        .works.map((work) =>
          work.texts
            .map(({ file, blocks }) =>
              JSON.stringify([
                file,
                blocks.map(({ role, parts }) => [role, parts.map((p) => p.start)]),
              ]),
            )
            .sort()
            .join(),
        )
        .sort()
    expect(pieces([...sources].reverse())).toEqual(pieces(sources))
  })
})
