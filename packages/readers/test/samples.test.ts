import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rawFile, readFileAs } from '../src/index.ts'
import { OWN_STRINGS } from './support/own-strings.ts'

/**
 * Files of public archives, a folder for each reader (`alto/`, `page/`, `hocr/`, `docx/`, `kanripo/`, `collatex/`, `tei/`),
 * which are not kept here for their licences or their size; the readme of the fixtures says where they can be had.
 */
const SAMPLES = process.env.HUIJIAO_SAMPLES ?? ''
const present = SAMPLES !== '' && existsSync(SAMPLES)
if (!present) console.log('SKIPPED public samples: HUIJIAO_SAMPLES names no folder')

const files = present
  ? Object.keys(OWN_STRINGS).flatMap((format) =>
      existsSync(join(SAMPLES, format))
        ? readdirSync(join(SAMPLES, format)).map((name) => [format, name] as const)
        : [],
    )
  : []

/** Letters and digits alone, in one form. */
const lettersOf = (text: string): string =>
  text.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '')

describe.skipIf(!present)('a public sample', () => {
  it.each(files)('%s/%s is read with all of its own strings', async (format, name) => {
    const bytes = readFileSync(join(SAMPLES, format, name))
    const { sources } = await readFileAs(rawFile(name, bytes), '甲')
    const said = lettersOf(
      sources
        .flatMap(({ text, map }) => [text, ...(map?.asides ?? []).map((aside) => aside.text)])
        .join('\n'),
    )
    // Controls stand for other signs in Windows-1252 and in ISO 8859-1.
    const own = (OWN_STRINGS[format]?.(bytes) ?? []).filter(
      (words) => !/[\u0080-\u009F]/u.test(words),
    )
    const lost = own.filter((words) => !said.includes(lettersOf(words)))
    expect(lost).toEqual([])
  })
})
