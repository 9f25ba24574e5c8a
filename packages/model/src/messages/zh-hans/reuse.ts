import type { reuse as english } from '../en/reuse.ts'
import type { WordsFor } from '../saying.ts'

export const reuse: WordsFor<typeof english> = {
  'damaged-sketch': ({ text }) => ({
    reason: '文件已损坏或不完整',
    expected: '完整的 Parquet 文件',
    actual: text,
    hint: '请删去它和指向它的 files-….parquet，再运行 sketch，只会补做所缺的部分。',
  }),
  'no-clusters': () => ({
    reason: '此处没有 passim 的结果',
    expected: '含 out.json/part-….json 的文件夹',
    hint: '请运行：passim --floating-ngrams -n 8 DIR/passim.jsonl OUT',
  }),
  'passim-line': ({ text }) => ({
    reason: '此行不是 passim 的结果',
    expected: '含 id、cluster、begin、end 的对象',
    actual: text,
  }),
  'changed-while-sketched': ({ before, now }) => ({
    reason: '读取之时文件有改动',
    expected: `${before} 字节`,
    actual: `${now} 字节`,
    hint: '请等写入完毕，再运行同一命令，会从中断处继续。',
  }),
  'changed-file': ({ before, now, out }) => ({
    reason: '取样之后文件有改动',
    expected: `sha-256 ${before}`,
    actual: now,
    hint:
      out === null
        ? '请恢复原文件；或全部重新取样，再运行 reuse。'
        : `请恢复原文件；或全部重新取样，存到 ${out} 以外的文件夹。`,
  }),
  'no-sketches': ({ folder }) => ({
    reason: '文件夹中没有取样结果',
    expected: 'files-….parquet 和 grams-….parquet',
    hint: `请先取样：huijiao sketch FILES… --out ${folder}`,
  }),
  'mixed-sketches': ({ one, other }) => ({
    reason: '取样方式不同，不能相比',
    expected: one,
    actual: other,
    hint: '取样结果出自不同版本的程序，请全部重新取样，存到另一文件夹。',
  }),
  'sketched-twice': ({ one, other }) => ({
    reason: '同一文件取样两次',
    expected: '每个文件只取样一次',
    actual: `${one} 与 ${other}`,
    hint: '请删去其一，再运行 sketch，只会补做所缺的部分。',
  }),
}
