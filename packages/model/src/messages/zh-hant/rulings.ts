import type { rulings as english } from '../en/rulings.ts'
import type { WordsFor } from '../saying.ts'
import { list } from './phrases.ts'

const READING_OR_GAP = '有 `reading` 或 `gap` 一鍵'
const REMOVE_ONE = '請刪去一條。'

export const rulings: WordsFor<typeof english> = {
  'ruling-marking': ({ locus }) => ({
    reason: '`locus` 是一段引文，其中一處用大括號標出',
    expected: '前文{異文}後文',
    actual: locus,
  }),
  'ruling-empty': () => ({
    reason: '裁定須寫明此處讀作什麼，或此處是否闕文',
    expected: READING_OR_GAP,
    actual: '兩者皆無',
  }),
  'ruling-gap-reading': () => ({
    reason: '裁定闕文的條目不能再有 `reading`',
    expected: READING_OR_GAP,
    actual: '兩者皆有',
    hint: '補出所闕的文字，只寫 `reading`，不寫 `gap`。',
  }),
  'ruling-gap-place': ({ marked }) => ({
    reason: '闕文之處在兩字之間，大括號內不應有字',
    expected: '前文{}後文',
    actual: `{${marked}}`,
  }),
  'ruling-gap-extent': ({ gap }) => ({
    reason: '確有闕文，才能寫 `extent`',
    expected: '同條有 `gap: missing`',
    actual: gap === null ? '沒有 gap' : `gap: ${gap}`,
  }),
  'ruling-no-gap': ({ locus }) => ({
    reason: '程式並不認為此處闕文',
    expected: '正文中有［……］之處',
    actual: locus,
    hint: '請刪去這條裁定，或把大括號移到［……］之處。',
  }),
  'ruling-unmatched': ({ locus }) => ({
    reason: '該篇沒有這段引文',
    expected: '某本或正文中連續的文字，標點不論',
    actual: locus,
    hint: '請從匯出的正文或某本抄錄，用大括號括起要改的字。',
  }),
  'ruling-ambiguous': ({ locus, count }) => ({
    reason: `這段引文與該篇 ${count} 處相合`,
    expected: '只合一處的引文',
    actual: locus,
    hint: '請在前後多引幾個字。',
  }),
  'ruling-repeated': ({ ruling }) => ({
    reason: '此處已有相同的裁定',
    expected: '一處一條裁定',
    actual: ruling,
    hint: REMOVE_ONE,
  }),
  'ruling-contradiction': ({ before, ruling }) => ({
    reason: '此處已有不同的裁定',
    expected: `與前一條相同：「${before}」`,
    actual: `「${ruling}」`,
    hint: REMOVE_ONE,
  }),
  'ruling-redundant': ({ reading }) => ({
    reason: '沒有這條裁定，程式也如此判定',
    expected: '程式判錯或存疑之處的裁定',
    actual: reading,
    hint: '請刪去；如要留存出處，也可保留。',
  }),
  'unknown-work': ({ work, known }) => ({
    reason: '沒有以此為 id 的篇',
    expected: list(known),
    actual: work,
  }),
}
