import { describe, expect, it } from 'vitest'
import { inOneScript } from '../../readings/src/align/one-script.ts'
import { decide } from '../../readings/src/decide.ts'
import { collated } from '../../readings/test/builders.ts'
import { parseEdition } from '../src/config/edition.ts'
import { collateEdition } from '../src/pipeline.ts'
import { readSource } from '../../readers/src/index.ts'

const SIMPLIFIED =
  '这条路从东门进来，经过学校门前的广场，两旁种着国槐。里面还有几间旧书店，晚上开门。'
const TRADITIONAL =
  '這條路從東門進來，經過學校門前的廣場，兩旁種着國槐。裏面還有幾間舊書店，晚上開門。'

describe('witnesses in two scripts', () => {
  const lines = (language: string, ...texts: string[]) => {
    const sigla = [...'甲乙丙']
    const work = collated(Object.fromEntries(texts.map((t, i) => [sigla[i] ?? '', t])))
    const [one = work] = inOneScript([work], language)
    const { decisions } = decide([one], [], [])
    return { work: one, loci: decisions.map((d) => d.locus.readings.map((r) => r.text)) }
  }

  it('do not differ by their script', () => {
    const { work, loci } = lines('zh-Hans', SIMPLIFIED, TRADITIONAL)
    expect(loci).toEqual([])
    expect(work.witnesses.map((w) => w.script)).toEqual([undefined, 'Hant'])
  })

  it('write a particle as those of the edition do, where one script has one character for two', () => {
    const plain = `${SIMPLIFIED}看着很显著。`
    const taiwan = `${TRADITIONAL}看着很顯著。`.replaceAll('着', '著')
    expect(lines('zh-Hans', plain, taiwan).loci).toEqual([])
    expect(lines('zh-Hant', taiwan, plain).loci).toEqual([])
    // A witness that has both characters knows which is which.
    expect(lines('zh-Hans', plain, `${TRADITIONAL}看著很顯著。`).loci).toEqual([['着', '著']])
  })

  it('still differ by their words, shown in the script of the edition', () => {
    const other = TRADITIONAL.replace('舊書店', '新書舖')
    const { loci } = lines('zh-Hans', SIMPLIFIED, other)
    expect(loci).toEqual([
      ['旧', '新'],
      ['店', '铺'],
    ])
  })

  it('take the forms of the edition where the edition is traditional', () => {
    const { work, loci } = lines('zh-Hant', SIMPLIFIED, TRADITIONAL)
    expect(loci).toEqual([])
    expect(work.witnesses.map((w) => w.script)).toEqual(['Hans', undefined])
    // 里 is both 里 and 裏: the traditional witness says which.
    expect(work.witnesses[0]?.tokens.map((t) => t.t).join('')).toContain('裏面還有幾間')
  })

  it('keep their forms where no witness is in the script of the edition', () => {
    const { work } = lines('zh-Hans', TRADITIONAL, TRADITIONAL)
    expect(work.witnesses.map((w) => w.tokens[0]?.t)).toEqual(['這', '這'])
  })

  it('keep the forms that differ within one script', () => {
    const { loci } = lines('zh-Hant', TRADITIONAL, TRADITIONAL.replace('裏', '裡'))
    expect(loci).toEqual([['裏', '裡']])
  })

  it('are told by what they share, not by what one alone adds', () => {
    const noisy = TRADITIONAL.replaceAll(/[，。]/gu, '说书国际馆$&')
    const { work } = lines('zh-Hans', SIMPLIFIED, noisy)
    expect(work.witnesses[1]?.script).toBe('Hant')
  })
})

describe('an edition of witnesses in two scripts', () => {
  it('says so of the one in the other script, and records no difference', () => {
    const yaml = `title: 一条路
language: zh-Hans
date: 2024-01-01
witnesses:
  - { siglum: 甲, description: 简体本, kind: web, files: [{ file: a.txt, sha256: ${'a'.repeat(64)} }] }
  - { siglum: 乙, description: 繁体本, kind: web, files: [{ file: b.txt, sha256: ${'a'.repeat(64)} }] }
works:
  - { id: road, title: 一条路, supplied: true }
`
    const bytes = (text: string) => new TextEncoder().encode(text)
    const { edition, works } = collateEdition({
      id: 'road',
      config: parseEdition(yaml, 'edition.yaml'),
      sources: [
        readSource('a.txt', '甲', bytes(SIMPLIFIED)),
        readSource('b.txt', '乙', bytes(TRADITIONAL)),
      ],
      rulings: [],
    })
    expect(works[0]?.witnesses).toHaveLength(2)
    expect(JSON.stringify(edition.children)).not.toContain('"app"')
    expect(edition.meta.witnesses.map((w) => w.script)).toEqual([undefined, 'Hant'])
  })
})
