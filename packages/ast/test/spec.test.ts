import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  assertEdition,
  edition,
  figure,
  type GROUPS,
  heading,
  inlineNote,
  leafBlocks,
  line,
  list,
  type NodeOf,
  type NodeType,
  paragraph,
  properName,
  section,
  type SPEC,
  sourceNote,
  sourceNoteCall,
  speaker,
  specTable,
  speech,
  stage,
  stanza,
  table,
  title,
  toText,
  verse,
  work,
} from '../src/index.ts'
import { meta } from './support/meta.ts'

type ChildTypes<T extends NodeType> =
  NodeOf<T> extends { children: (infer C)[] } ? (C extends { type: infer U } ? U : never) : never
type Named<N> = N extends keyof typeof GROUPS ? (typeof GROUPS)[N][number] : N
type SpecTypes<T extends NodeType> = (typeof SPEC)[T]['content'] extends readonly (infer N)[]
  ? Named<N>
  : never
/** Types of nodes whose TypeScript type and specification disagree about the children. */
type Unlike = {
  [T in NodeType]: [ChildTypes<T>, SpecTypes<T>] extends [SpecTypes<T>, ChildTypes<T>] ? never : T
}[NodeType]

describe('the specification', () => {
  it('agrees with the types of the nodes', () => {
    const unlike: Unlike[] = []
    // A disagreement is an error of the compiler in the next line.
    const none: never[] = unlike
    expect(none).toEqual([])
  })

  it('is the table of the readme', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(specTable().join('\n'))
  })
})

const forms = work('w', [
  heading(1, title('题')),
  verse(stanza('床前一行', '其后一行'), stanza(line('又', inlineNote('音右'), '一行'))),
  section(
    heading(2, title('第一幕')),
    section(
      heading(7, title('深处')),
      speech(speaker('甲'), paragraph('来', stage('（下）')), stage('（幕落）')),
    ),
  ),
  paragraph('见', properName('title', '史记'), sourceNoteCall('1', '①')),
  sourceNote('1', '①一书名。'),
  figure({ alt: '城楼' }, '图为城楼', '某社记者 某某 摄'),
  list(false, '其一', [paragraph('其二'), paragraph('续')]),
  table(['名', '数'], ['笔', '三']),
])

describe('verse, drama, notes of the source, figures, lists and tables', () => {
  it('are canonical at any depth', () => {
    expect(() => assertEdition(edition(meta, forms))).not.toThrow()
  })

  it('give one line of text for each of their blocks', () => {
    expect([...leafBlocks(forms)].map((b) => toText(b.node))).toEqual([
      '题',
      '床前一行',
      '其后一行',
      '又音右一行',
      '第一幕',
      '深处',
      '甲',
      '来（下）',
      '（幕落）',
      '见史记①',
      '①一书名。',
      '图为城楼',
      '某社记者 某某 摄',
      '其一',
      '其二',
      '续',
      '名\t数',
      '笔\t三',
    ])
  })

  it.each([
    ['a line outside a stanza', verse(line('一行') as never)],
    ['a cell outside a row', { type: 'table', children: [{ type: 'tableCell', children: [] }] }],
    ['a call without identifier', paragraph({ type: 'sourceNoteCall', children: [] } as never)],
  ])('are refused where they are not: %s', (_name, node) => {
    const tree = edition(meta, work('w', [heading(1, title('题')), node as never]))
    expect(() => assertEdition(tree)).toThrow(expect.objectContaining({ name: 'TreeError' }))
  })
})
