import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError, sourceOf } from '@huijiao/model'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collateEdition } from '../src/pipeline.ts'
import { collated, huijiaoJson, huijiaoParse, huijiaoText, processor } from '../src/processor.ts'
import { readEdition } from '../src/read/edition.ts'

const LETTER = '渡口来信\n\n　　河水又涨了一尺，渡船停了三天。\n\n　　等水退了再回来，勿念。\n'
const COPY = LETTER.replace('一尺', '一丈')
const YAML = `title: 渡口来信
language: zh-Hans-CN
date: 2001-05-01
trim: a5
witnesses:
  - { siglum: 甲, kind: manual, description: 抄本, files: [{ file: a.txt }] }
  - { siglum: 乙, kind: manual, description: 抄本, files: [{ file: b.txt }] }
works:
  - { id: letter, title: 渡口来信 }
`

describe('the unified processor', () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huijiao-processor-'))
    await mkdir(join(folder, 'witnesses'))
    await writeFile(join(folder, 'edition.yaml'), YAML)
    await writeFile(join(folder, 'witnesses/a.txt'), LETTER)
    await writeFile(join(folder, 'witnesses/b.txt'), COPY)
  })

  afterAll(() => rm(folder, { recursive: true }))

  it('makes of a folder what the stages make of it', async () => {
    const file = await readEdition(folder, { rulings: true })
    const steps: string[] = []
    const result = collated(file, { onStep: (step) => steps.push(step) })
    expect(steps).toEqual(['segment', 'align', 'decide', 'compose', 'conserve'])
    expect(result.edition).toEqual(collateEdition(result.input).edition)
    expect(result.decided.decisions).toHaveLength(1)
    expect(
      processor()
        .processSync(await readEdition(folder, { rulings: true }))
        .toString(),
    ).toBe(unified().use(huijiaoJson).stringify(result.edition))
  })

  it('needs no folder: sources may come from anywhere', () => {
    const origin = { sha256: '', encoding: 'utf-8' } as const
    const sources = [
      sourceOf(LETTER, { ...origin, file: 'a.txt', siglum: '甲' }),
      sourceOf(COPY, { ...origin, file: 'b.txt', siglum: '乙' }),
    ]
    const file = new VFile({
      path: 'letters/edition.yaml',
      value: YAML,
      data: { huijiao: { sources } },
    })
    const text = unified().use(huijiaoParse).use(huijiaoText).processSync(file).toString()
    expect(text.split('\n')).toContain('等水退了再回来，勿念。')
    expect(file.data.huijiaoResult?.input.id).toBe('letters')
  })

  it('accounts for a line of marks alone that another copy has within a line', () => {
    const origin = { sha256: '', encoding: 'utf-8' } as const
    const told = LETTER.replace('三天。', '三天。……')
    const apart = LETTER.replace('三天。', '三天。\n\n……')
    const sources = [
      sourceOf(apart, { ...origin, file: 'a.txt', siglum: '甲' }),
      sourceOf(told, { ...origin, file: 'b.txt', siglum: '乙' }),
    ]
    const value = YAML.replace('渡口来信 }', '渡口来信, files: all }')
    const file = new VFile({ path: 'letters/edition.yaml', value, data: { huijiao: { sources } } })
    expect(unified().use(huijiaoParse).use(huijiaoText).processSync(file).toString()).toContain(
      '……',
    )
  })

  it('says what is missing where the file brings no sources', () => {
    const bare = new VFile({ path: 'letters/edition.yaml', value: YAML })
    expect(() => unified().use(huijiaoParse).parse(bare)).toThrow(InputError)
    expect(() => unified().use(huijiaoParse).parse(bare)).toThrow(/no-sources.*readEdition/su)
  })
})
