/** A short letter, written for tests. */
export const LETTER =
  '与友人书\n\n昨夜风雨大作，庭中海棠尽落。晨起扫之，得花一筐，不忍弃去，遂以清水养于瓷盆之中。午后客来，共坐廊下，饮茶至晚，庭中月色如水。\n'

/** The `edition.yaml` of the letter in two copies, `a.txt` and `b.txt`. */
export const LETTER_EDITION = `title: 小书
language: zh-Hans
date: 2024-01-01
witnesses:
  - { siglum: 甲, description: 甲本, kind: ocr, files: [{ file: a.txt }] }
  - { siglum: 乙, description: 乙本, kind: web, files: [{ file: b.txt }] }
works:
  - { id: letter, title: 与友人书 }
`

/** The files of an edition of the letter by their paths in its folder, from the texts of the two copies. */
export function letterEdition(a: string, b: string): ReadonlyMap<string, string> {
  return new Map([
    ['edition.yaml', LETTER_EDITION],
    ['witnesses/a.txt', a],
    ['witnesses/b.txt', b],
  ])
}
