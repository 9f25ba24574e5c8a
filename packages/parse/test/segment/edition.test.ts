import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Segmentation } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { segment } from '../../../segment/src/segment.ts'
import { describeSegmentation } from '../../../segment/test/describe.ts'
import { expectLaws } from '../../../segment/test/laws.ts'
import { parseEdition } from '../../src/config/edition.ts'
import { readSource } from '../../src/read/index.ts'

const EDITION = join(import.meta.dirname, '../../../../sources/sf-2023')
const FIXTURES = join(import.meta.dirname, '../fixtures/segment')

const config = parseEdition(readFileSync(join(EDITION, 'edition.yaml'), 'utf8'), 'edition.yaml')
const sources = config.witnesses.flatMap(({ siglum, files }) =>
  files.map(({ file }) => readSource(file, siglum, readFileSync(join(EDITION, 'witnesses', file)))),
)

/** What stands in a fixture, rewritten first where the run is told to. */
function fixture(name: string, found: Segmentation): string {
  const path = join(FIXTURES, `${name}.txt`)
  if (process.env['UPDATE'] === '1') writeFileSync(path, describeSegmentation(found, sources))
  return readFileSync(path, 'utf8')
}

describe('an edition of real files', () => {
  it('has the files that the test was made for', () => {
    expect(readdirSync(join(EDITION, 'witnesses'))).toHaveLength(sources.length)
  })

  it('is segmented with works and titles', () => {
    const works = config.works.map(({ id, title, supplied, placement }) => ({
      id,
      title,
      supplied,
      placement,
    }))
    const found = segment(sources, works)
    expectLaws(found, sources)
    expect(describeSegmentation(found, sources)).toBe(fixture('with-titles', found))
  })

  it('is segmented without any help', () => {
    const found = segment(sources, null)
    expectLaws(found, sources)
    expect(describeSegmentation(found, sources)).toBe(fixture('alone', found))
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
