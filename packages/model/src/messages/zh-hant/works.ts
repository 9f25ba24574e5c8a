import type { works as english } from '../en/works.ts'
import type { WordsFor } from '../saying.ts'
import { list } from './phrases.ts'

const SCRIPTS = { Hans: '簡體', Hant: '繁體' } as const

export const works: WordsFor<typeof english> = {
  'quotation-missing': ({ text }) => ({
    reason: `各檔案都沒有「${text}」這一引文`,
    expected: '某一檔案中有的引文',
    hint: '請照檔案引幾個字（標點、全形半形不論），或刪去這一行。',
  }),
  'quotations-apart': ({ after, before }) => ({
    reason: `沒有一個檔案兼有「${after}」和「${before}」兩處引文`,
    expected: '出自同一檔案的兩處引文',
    hint: '銜接處的前後兩端，請引自同一檔案。',
  }),
  'quotation-ambiguous': ({ text, places }) => ({
    reason: `引文「${text}」在同一檔案中不止一處`,
    expected: '在每個檔案中至多一處的引文',
    actual: list(places),
    hint: '請多引幾個字。',
  }),
  'quotation-inside': ({ text, end }) => ({
    reason: `引文「${text}」在一行中間，沒有段落以它${end === 'begins' ? '開頭' : '結尾'}`,
    expected: `作為一行${end === 'begins' ? '開頭' : '結尾'}的引文`,
    hint: '請引斷處之前的末幾字，以及之後的頭幾字。',
  }),
  'said-twice': ({ text, place, wanted, known, file }) => ({
    reason: `引文「${text}」把 ${place} 歸入 ${wanted}，而此處已歸 ${known}`,
    expected: '每處只歸一篇',
    actual: list([known, wanted]),
    hint: `如 ${file} 兼收兩篇，請在兩篇之下都寫 files: [${file}]；否則請刪去這條引文。`,
  }),
  'absent-work': ({ work }) => ({
    reason: `各檔案中沒有找到 ${work} 這一篇的文字`,
    hint: '請照檔案寫篇題，或在 `contains` 下引該篇幾個字。',
  }),
  'unrelated-copies': ({ work, file, agreed, common }) => ({
    reason: `${file} 與 ${work} 他本幾乎沒有相同的文字：${common} 字中只有 ${agreed} 字相同`,
    expected: '同一篇的各本',
    hint: `請把 ${file} 分給別的篇，或刪去。`,
  }),
  'shared-errors': ({ voices, shared, of, work, isOneVoice }) => ({
    reason: `${list(voices)}在 ${work} 中的 ${of} 處訛誤有 ${shared} 處相同${isOneVoice ? '，在該篇中只算一票' : ''}`,
    hint: '如轉錄自同一印本，請寫相同的 `family`。',
  }),
  'no-sources': () => ({
    reason: '虛擬檔案沒有帶來校本',
    expected: 'data.huijiao.sources',
    hint: '請用 readEdition(folder) 產生該檔案。',
  }),
  'other-script': ({ work, found, asked, language }) => ({
    reason: `${work} 各本皆為${SCRIPTS[found]}，照原樣保留`,
    expected: `有${SCRIPTS[asked]}的本子，因本書語言為 ${language}`,
    hint: '請寫明成書所用的語言，或添上該字體的本子。',
  }),
}
