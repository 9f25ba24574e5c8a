import type { reuse as english } from '../en/reuse.ts'
import type { WordsFor } from '../saying.ts'

export const reuse: WordsFor<typeof english> = {
  'damaged-sketch': ({ text }) => ({
    reason: '檔案已損壞或不完整',
    expected: '完整的 Parquet 檔案',
    actual: text,
    hint: '請刪去它和指向它的 files-….parquet，再執行 sketch，只會補做所缺的部分。',
  }),
  'no-clusters': () => ({
    reason: '此處沒有 passim 的結果',
    expected: '含 out.json/part-….json 的資料夾',
    hint: '請執行：passim --floating-ngrams -n 8 DIR/passim.jsonl OUT',
  }),
  'passim-line': ({ text }) => ({
    reason: '此行不是 passim 的結果',
    expected: '含 id、cluster、begin、end 的物件',
    actual: text,
  }),
  'changed-while-sketched': ({ before, now }) => ({
    reason: '讀取之時檔案有改動',
    expected: `${before} 位元組`,
    actual: `${now} 位元組`,
    hint: '請等寫入完畢，再執行同一指令，會從中斷處繼續。',
  }),
  'changed-file': ({ before, now, out }) => ({
    reason: '取樣之後檔案有改動',
    expected: `sha-256 ${before}`,
    actual: now,
    hint:
      out === null
        ? '請還原原檔案；或全部重新取樣，再執行 reuse。'
        : `請還原原檔案；或全部重新取樣，存到 ${out} 以外的資料夾。`,
  }),
  'no-sketches': ({ folder }) => ({
    reason: '資料夾中沒有取樣結果',
    expected: 'files-….parquet 和 grams-….parquet',
    hint: `請先取樣：huijiao sketch FILES… --out ${folder}`,
  }),
  'mixed-sketches': ({ one, other }) => ({
    reason: '取樣方式不同，不能相比',
    expected: one,
    actual: other,
    hint: '取樣結果出自不同版本的程式，請全部重新取樣，存到另一資料夾。',
  }),
  'sketched-twice': ({ one, other }) => ({
    reason: '同一檔案取樣兩次',
    expected: '每個檔案只取樣一次',
    actual: `${one} 與 ${other}`,
    hint: '請刪去其一，再執行 sketch，只會補做所缺的部分。',
  }),
}
