import type { rulings as english } from '../en/rulings.ts'
import type { WordsFor } from '../saying.ts'
import { list } from './phrases.ts'

const READING_OR_GAP = '有 `reading` 或 `gap` 一键'
const REMOVE_ONE = '请删去一条。'

export const rulings: WordsFor<typeof english> = {
  'ruling-marking': ({ locus }) => ({
    reason: '`locus` 是一段引文，其中一处用花括号标出',
    expected: '前文{异文}后文',
    actual: locus,
  }),
  'ruling-empty': () => ({
    reason: '裁定须写明此处读作什么，或此处是否缺文',
    expected: READING_OR_GAP,
    actual: '两者皆无',
  }),
  'ruling-gap-reading': () => ({
    reason: '裁定缺文的条目不能再有 `reading`',
    expected: READING_OR_GAP,
    actual: '两者皆有',
    hint: '补出所缺的文字，只写 `reading`，不写 `gap`。',
  }),
  'ruling-gap-place': ({ marked }) => ({
    reason: '缺文之处在两字之间，花括号内不应有字',
    expected: '前文{}后文',
    actual: `{${marked}}`,
  }),
  'ruling-gap-extent': ({ gap }) => ({
    reason: '确有缺文，才能写 `extent`',
    expected: '同条有 `gap: missing`',
    actual: gap === null ? '没有 gap' : `gap: ${gap}`,
  }),
  'ruling-no-gap': ({ locus }) => ({
    reason: '程序并不认为此处缺文',
    expected: '正文中有［……］之处',
    actual: locus,
    hint: '请删去这条裁定，或把花括号移到［……］之处。',
  }),
  'ruling-unmatched': ({ locus }) => ({
    reason: '该篇没有这段引文',
    expected: '某本或正文中连续的文字，标点不论',
    actual: locus,
    hint: '请从导出的正文或某本抄录，用花括号括起要改的字。',
  }),
  'ruling-ambiguous': ({ locus, count }) => ({
    reason: `这段引文与该篇 ${count} 处相合`,
    expected: '只合一处的引文',
    actual: locus,
    hint: '请在前后多引几个字。',
  }),
  'ruling-repeated': ({ ruling }) => ({
    reason: '此处已有相同的裁定',
    expected: '一处一条裁定',
    actual: ruling,
    hint: REMOVE_ONE,
  }),
  'ruling-contradiction': ({ before, ruling }) => ({
    reason: '此处已有不同的裁定',
    expected: `与前一条相同：“${before}”`,
    actual: `“${ruling}”`,
    hint: REMOVE_ONE,
  }),
  'ruling-redundant': ({ reading }) => ({
    reason: '没有这条裁定，程序也如此判定',
    expected: '程序判错或存疑之处的裁定',
    actual: reading,
    hint: '请删去；如要留存出处，也可保留。',
  }),
  'unknown-work': ({ work, known }) => ({
    reason: '没有以此为 id 的篇',
    expected: list(known),
    actual: work,
  }),
}
