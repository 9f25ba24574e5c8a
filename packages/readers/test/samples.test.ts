import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rawFile, readFileAs } from '../src/index.ts'
import { OWN_STRINGS } from './support/own-strings.ts'

/** Files of public archives that are kept here, a folder for each reader. */
const KEPT = fileURLToPath(new URL('public', import.meta.url))
/**
 * Others in such folders (`alto/`, `page/`, `hocr/`, `docx/`, `kanripo/`, `collatex/`, `tei/`) that are not kept here for
 * their licences or their size; the package's readme says where they can be had.
 */
const SAMPLES = process.env.HUIJIAO_SAMPLES ?? ''
if (SAMPLES === '') console.log('SKIPPED further public samples: HUIJIAO_SAMPLES names no folder')

const files = [KEPT, SAMPLES]
  .filter((folder) => folder !== '')
  .flatMap((folder) =>
    Object.keys(OWN_STRINGS).flatMap((format) => {
      const own = join(folder, format)
      return existsSync(own) ? readdirSync(own).map((name) => [format, name, own] as const) : []
    }),
  )

/** Letters and digits alone, in one form. */
const lettersOf = (text: string): string =>
  text.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '')

describe('a public sample', () => {
  it.each(files)('%s/%s is read with all of its own strings', async (format, name, folder) => {
    const bytes = readFileSync(join(folder, name))
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
