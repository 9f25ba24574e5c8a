import { list } from './phrases.ts'
import type { build as english } from '../en/build.ts'
import type { WordsFor } from '../saying.ts'

export const build: WordsFor<typeof english> = {
  'no-edition': ({ name, sources }) => ({
    reason: `没有 ${name} 这部书`,
    expected: `含 edition.yaml 的文件夹，或 ${sources} 下的文件夹名`,
    hint: `要为原始文件拟一份 edition.yaml，请用：huijiao discover ${name} --write`,
  }),
  'edition-name': ({ name }) => ({
    reason: '成书的文件名取自文件夹名，此名不可用',
    expected: '以字母、汉字或数字开头，只含字母、汉字、数字、点、连字符和下划线',
    actual: name,
    hint: '请改文件夹名；书名写在 edition.yaml 中，不受影响。',
  }),
  'edition-twice': ({ name, one, other }) => ({
    reason: `两部书的文件夹都叫 ${name}，成书会重名`,
    expected: '文件夹名各不相同',
    actual: `${one} 与 ${other}`,
    hint: '请改其中一个文件夹名，或先后分别制作。',
  }),
  'unsigned-cache': ({ api, least, length }) => ({
    reason: `共享缓存 ${api} 的内容必须签名才可采信`,
    expected: `至少 ${least} 个字符的密钥，各主机相同`,
    actual: length === 0 ? '无' : `${length} 个字符`,
    hint: '请用 `openssl rand -hex 32` 生成密钥，交给每台主机；或不设 TURBO_API。',
  }),
  'changed-while-read': ({ what }) => ({
    reason: '读取之时，校本或设置有改动',
    actual: what,
    hint: '请等写入完毕，再制作一次。',
  }),
  'no-such-format': ({ name, known }) => ({
    reason: '没有这种格式',
    expected: `${list(known)}；要几种，以逗号隔开`,
    actual: name === '' ? '空' : name,
  }),
  trim: ({ trim, known }) => ({ reason: '没有这种开本', expected: list(known), actual: trim }),
  booklet: ({ sheets }) => ({
    reason: '每帖的张数不对',
    expected: '不小于 1 的整数',
    actual: sheets,
  }),
  shard: ({ text }) => ({
    reason: '分担的份额要写明第几份和总份数',
    expected: 'I/N，I 从 0 到 N − 1，如 0/4、1/4、2/4、3/4',
    actual: text,
  }),
}
