import { type Edition, type EditionMeta, edition } from '@huijiao/ast'
import { analects, stele } from './sample/classics.ts'
import { answers, fragments } from './sample/pieces.ts'
import { pavilion, way } from './sample/prose.ts'

const META: EditionMeta = {
  id: 'sample',
  title: '古文选读',
  subtitle: '汇校本',
  language: 'zh-Hans-CN',
  date: '2023-06-01',
  publisher: '汇校书局',
  description: '选文六篇，各据数本校定。',
  rights: '原文属公有领域。',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  series: '古文小丛书',
  subjects: ['古文', '校勘 & 版本'],
  contributors: [
    { name: '编者甲', role: 'edt', fileAs: '编者甲' },
    { name: '孔丘', role: 'aut' },
  ],
  witnesses: [
    {
      siglum: '甲',
      description: '甲本，据某刻本录入。',
      kind: 'manual',
      sources: [source('a.txt')],
    },
    {
      siglum: '乙',
      description: '乙本，光学识别。',
      kind: 'ocr',
      family: '一',
      sources: [source('b.txt')],
    },
    {
      siglum: '丙',
      description: '丙本，网页。',
      kind: 'web',
      family: '一',
      sources: [source('c.txt')],
    },
  ],
  note: ['本书选文六篇。', '校勘以甲本为底本。'],
  trim: 'a5',
  layout: 'horizontal',
  generator: 'huijiao 0.1.0',
}

function source(file: string) {
  return { file, sha256: 'ab'.repeat(32), encoding: 'utf-8', length: 4096 }
}

/** An edition with every kind of node, in text of the public domain. */
export function sample(): Edition {
  return edition(META, analects(), stele(), pavilion(), way(), answers(), fragments())
}

/** Where the pages of the printed sample begin: at a block, and inside one. */
export function samplePages() {
  const at = (label: string, document: string, number: number, offset: number) => ({
    label,
    document,
    block: `${document}-b${number}`,
    offset,
  })
  return [
    { label: 'iii', document: 'contents', block: 'contents-title', offset: 0 },
    { label: 'iv', document: 'contents', block: 'contents-chushi-b1', offset: 0 },
    at('1', 'lunyu-1', 1, 0),
    at('2', 'lunyu-1', 4, 12),
    at('3', 'chushi', 1, 0),
    at('4', 'chushi', 5, 20),
    at('5', 'chushi', 7, 0),
    at('6', 'yueyang', 1, 0),
    at('7', 'laozi', 1, 0),
    at('8', 'wenda', 1, 0),
    at('9', 'fulu', 1, 0),
  ]
}
