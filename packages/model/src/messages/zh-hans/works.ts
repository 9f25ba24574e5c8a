import type { works as english } from '../en/works.ts'
import type { WordsFor } from '../saying.ts'
import { list } from './phrases.ts'

const SCRIPTS = { Hans: '简体', Hant: '繁体' } as const

export const works: WordsFor<typeof english> = {
  'quotation-missing': ({ text }) => ({
    reason: `各文件都没有“${text}”这一引文`,
    expected: '某一文件中有的引文',
    hint: '请照文件引几个字（标点、全角半角不论），或删去这一行。',
  }),
  'quotations-apart': ({ after, before }) => ({
    reason: `没有一个文件兼有“${after}”和“${before}”两处引文`,
    expected: '出自同一文件的两处引文',
    hint: '衔接处的前后两端，请引自同一文件。',
  }),
  'quotation-ambiguous': ({ text, places }) => ({
    reason: `引文“${text}”在同一文件中不止一处`,
    expected: '在每个文件中至多一处的引文',
    actual: list(places),
    hint: '请多引几个字。',
  }),
  'quotation-inside': ({ text, end }) => ({
    reason: `引文“${text}”在一行中间，没有段落以它${end === 'begins' ? '开头' : '结尾'}`,
    expected: `作为一行${end === 'begins' ? '开头' : '结尾'}的引文`,
    hint: '请引断处之前的末几字，以及之后的头几字。',
  }),
  'said-twice': ({ text, place, wanted, known, file }) => ({
    reason: `引文“${text}”把 ${place} 归入 ${wanted}，而此处已归 ${known}`,
    expected: '每处只归一篇',
    actual: list([known, wanted]),
    hint: `如 ${file} 兼收两篇，请在两篇之下都写 files: [${file}]；否则请删去这条引文。`,
  }),
  'absent-work': ({ work }) => ({
    reason: `各文件中没有找到 ${work} 这一篇的文字`,
    hint: '请照文件写篇题，或在 `contains` 下引该篇几个字。',
  }),
  'unrelated-copies': ({ work, file, agreed, common }) => ({
    reason: `${file} 与 ${work} 他本几乎没有相同的文字：${common} 字中只有 ${agreed} 字相同`,
    expected: '同一篇的各本',
    hint: `请把 ${file} 分给别的篇，或删去。`,
  }),
  'shared-errors': ({ voices, shared, of, work, isOneVoice }) => ({
    reason: `${list(voices)}在 ${work} 中的 ${of} 处讹误有 ${shared} 处相同${isOneVoice ? '，在该篇中只算一票' : ''}`,
    hint: '如转录自同一印本，请写相同的 `family`。',
  }),
  'no-sources': () => ({
    reason: '虚拟文件没有带来校本',
    expected: 'data.huijiao.sources',
    hint: '请用 readEdition(folder) 生成该文件。',
  }),
  'other-script': ({ work, found, asked, language }) => ({
    reason: `${work} 各本皆为${SCRIPTS[found]}，照原样保留`,
    expected: `有${SCRIPTS[asked]}的本子，因本书语言为 ${language}`,
    hint: '请写明成书所用的语言，或添上该字体的本子。',
  }),
}
