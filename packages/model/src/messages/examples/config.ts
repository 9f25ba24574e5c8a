import type { config as rules } from '../en/config.ts'
import type { ExamplesOf } from './example.ts'

const file = 'edition.yaml'
const HEAD = 'title: 山居杂记\nlanguage: zh-Hans\ndate: 2031-05-01\n'
const WITNESS =
  'witnesses:\n  - { siglum: 甲, description: 抄本, kind: manual, files: [{ file: a.txt }] }\n'
const WORK = 'works:\n  - { id: notes, title: 山居杂记 }\n'
const known = ['title', 'subtitle', 'language']
const ABOUT = {
  en: 'ocr: recognised from page images; web: copied from a site; pdf: extracted from a PDF; manual: typed.',
  'zh-Hans': 'ocr 由图像识别，web 抄自网页，pdf 取自 PDF，manual 人工录入。',
  'zh-Hant': 'ocr 由影像辨識，web 抄自網頁，pdf 取自 PDF，manual 人工錄入。',
}

export const config: ExamplesOf<typeof rules> = {
  'yaml-syntax': {
    at: { file, line: 1, column: 8 },
    values: [
      {
        code: 'BLOCK_AS_IMPLICIT_KEY',
        text: 'Nested mappings are not allowed in compact mappings',
        isDeep: false,
      },
    ],
    text: 'title: 山居杂记\n language: zh-Hans\n',
  },
  'yaml-character': { at: { file, line: 1, column: 8 }, values: [{ point: 'U+0000' }] },
  'yaml-alias': {
    at: { file, line: 2, column: 13 },
    values: [{ alias: 't' }],
    text: 'title: &t 山居杂记\nshortTitle: *t\n',
  },
  'doubled-key': {
    at: { file, line: 4, column: 1 },
    values: [{ key: 'title' }],
    text: `${HEAD}title: 山居杂记续编\n${WITNESS}${WORK}`,
  },
  'more-problems': { at: { file }, values: [{ count: 12 }] },
  'unknown-key': {
    at: { file, line: 4, column: 1 },
    values: [{ key: 'titel', known, near: 'title' }],
    text: `${HEAD}titel: 山居杂记\n${WITNESS}${WORK}`,
  },
  'missing-key': {
    at: { file, line: 7, column: 5 },
    values: [{ key: 'title', path: 'works.0' }],
    text: `${HEAD}${WITNESS}works:\n  - { id: notes }\n`,
  },
  'wrong-value': {
    at: { file, line: 5, column: 41 },
    values: [
      {
        path: 'witnesses.0.kind',
        constraint: { kind: 'choice', values: ['ocr', 'web', 'pdf', 'manual'] },
        actual: '"typed"',
        about: ABOUT,
      },
    ],
    text: `${HEAD}witnesses:\n  - { siglum: 甲, description: 抄本, kind: typed, files: [{ file: a.txt }] }\n${WORK}`,
  },
  duplicate: {
    at: { file, line: 6, column: 15 },
    values: [{ what: 'siglum', value: '甲' }],
    text: `${HEAD}${WITNESS}  - { siglum: 甲, description: 刻本, kind: ocr, files: [{ file: b.txt }] }\n${WORK}`,
  },
  'file-outside': {
    at: { file, line: 5, column: 65 },
    values: [{ path: '../a.txt' }],
    text: `${HEAD}witnesses:\n  - { siglum: 甲, description: 抄本, kind: manual, files: [{ file: ../a.txt }] }\n${WORK}`,
  },
  'unknown-file': {
    at: { file, line: 7, column: 38 },
    values: [{ name: 'b.txt', known: ['a.txt'] }],
    text: `${HEAD}${WITNESS}works:\n  - { id: notes, title: 山居杂记, files: [b.txt] }\n`,
  },
  'files-twice': {
    at: { file, line: 8, column: 37 },
    values: [{ work: 'notes', count: 2, files: ['a.txt'] }],
    text: `${HEAD}${WITNESS}works:\n  - { id: notes, title: 山居杂记, files: all }\n  - { id: poems, title: 山居诗, files: all }\n`,
  },
  'unknown-siglum': {
    at: { file, line: 7, column: 37 },
    values: [{ siglum: '乙', known: ['甲'] }],
    text: `${HEAD}${WITNESS}works:\n  - { id: notes, title: 山居杂记, base: 乙 }\n`,
  },
  'prose-form': {
    at: { file: 'preface.md', line: 1, column: 1 },
    values: [{ node: 'code' }],
    text: '```\n山中日记\n```\n',
  },
  'prose-picture': {
    at: { file: 'preface.md', line: 1, column: 4 },
    values: [],
  },
  'picture-file': {
    at: { file: 'preface.md', line: 3, column: 1 },
    values: [{ url: 'pictures/map.gif', fault: null }],
  },
  'not-utf-8': { at: { file }, values: [] },
}
