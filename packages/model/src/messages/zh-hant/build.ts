import { list } from './phrases.ts'
import type { build as english } from '../en/build.ts'
import type { WordsFor } from '../saying.ts'

export const build: WordsFor<typeof english> = {
  'no-edition': ({ name, sources }) => ({
    reason: `沒有 ${name} 這部書`,
    expected: `含 edition.yaml 的資料夾，或 ${sources} 下的資料夾名`,
    hint: `要為原始檔案擬一份 edition.yaml，請用：huijiao discover ${name} --write`,
  }),
  'edition-name': ({ name }) => ({
    reason: '成書的檔名取自資料夾名，此名不可用',
    expected: '以字母、漢字或數字開頭，只含字母、漢字、數字、點、連字號和底線',
    actual: name,
    hint: '請改資料夾名；書名寫在 edition.yaml 中，不受影響。',
  }),
  'edition-twice': ({ name, one, other }) => ({
    reason: `兩部書的資料夾都叫 ${name}，成書會重名`,
    expected: '資料夾名各不相同',
    actual: `${one} 與 ${other}`,
    hint: '請改其中一個資料夾名，或先後分別製作。',
  }),
  'unsigned-cache': ({ api, least, length }) => ({
    reason: `共享快取 ${api} 的內容必須簽名才可採信`,
    expected: `至少 ${least} 個字元的密鑰，各主機相同`,
    actual: length === 0 ? '無' : `${length} 個字元`,
    hint: '請用 `openssl rand -hex 32` 產生密鑰，交給每台主機；或不設 TURBO_API。',
  }),
  'changed-while-read': ({ what }) => ({
    reason: '讀取之時，校本或設定有改動',
    actual: what,
    hint: '請等寫入完畢，再製作一次。',
  }),
  'no-such-format': ({ name, known }) => ({
    reason: '沒有這種格式',
    expected: `${list(known)}；要幾種，以逗號隔開`,
    actual: name === '' ? '空' : name,
  }),
  trim: ({ trim, known }) => ({ reason: '沒有這種開本', expected: list(known), actual: trim }),
  booklet: ({ sheets }) => ({
    reason: '每帖的張數不對',
    expected: '不小於 1 的整數',
    actual: sheets,
  }),
  shard: ({ text }) => ({
    reason: '分擔的份額要寫明第幾份和總份數',
    expected: 'I/N，I 從 0 到 N − 1，如 0/4、1/4、2/4、3/4',
    actual: text,
  }),
}
