import { InputError } from '@huijiao/model'
import { ENDLESS, LETTER } from '@huijiao/noise'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../../readers/src/index.ts'
import { parseEdition } from '../src/config/edition.ts'
import { collateEdition } from '../src/pipeline.ts'

/** Characters of a line: where a pattern takes the square of them, that is a hundred million steps for it. */
const LENGTH = 10_000

const EDITION = `title: 小书
language: zh-Hans
date: 2024-01-01
witnesses:
  - { siglum: 甲, description: 甲本, kind: ocr, files: [{ file: a.txt }] }
  - { siglum: 乙, description: 乙本, kind: web, files: [{ file: b.txt }] }
works:
  - { id: letter, title: 与友人书, files: all }
`

/**
 * The files in which faults are found, where the letter has something hostile after its first clause beside the letter
 * as it is; none where a tree is made.
 */
async function faultsOf(line: string): Promise<readonly string[]> {
  const at = LETTER.indexOf('，')
  const files = [LETTER.slice(0, at) + line + LETTER.slice(at), LETTER]
  const { sources } = await readFiles(
    files.map((text, i) => ({ file: `${'ab'[i]}.txt`, bytes: new TextEncoder().encode(text) })),
  )
  const config = parseEdition(EDITION, 'edition.yaml')
  try {
    collateEdition({ id: 'hostile', config, sources, rulings: [] })
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.messages.map(({ file }) => file ?? '')
  }
}

describe('a line that repeats itself', () => {
  it('makes a tree, or is refused with its place', async () => {
    const unit = fc.constantFrom(...Object.values(ENDLESS).flat(), '花', '\n')
    const units = fc.array(unit, { minLength: 1, maxLength: 4 }).map((some) => some.join(''))
    await fc.assert(
      fc.asyncProperty(units, async (some) => {
        expect(await faultsOf(some.repeat(LENGTH / some.length))).not.toContain('')
      }),
      { seed: 20, numRuns: 24 },
    )
  })
})
