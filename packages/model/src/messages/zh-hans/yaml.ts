/** Faults of YAML by the codes of the library `yaml`. */
const FAULTS: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '别名不能带锚或标签',
  BAD_ALIAS: '别名不合语法',
  BAD_COLLECTION_TYPE: '标签与列表或映射的种类不合',
  BAD_DIRECTIVE: '指令不合语法',
  BAD_DQ_ESCAPE: '双引号内的转义不合语法',
  BAD_INDENT: '缩进不对',
  BAD_PROP_ORDER: '锚和标签应写在“-”“?”“:”之后',
  BAD_SCALAR_START: '值不能以这个字符开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行之内不能再写映射；值中有冒号时请加引号',
  BLOCK_IN_FLOW: '方括号或花括号之内不能用缩进的写法',
  DUPLICATE_KEY: '键重复',
  IMPOSSIBLE: '不合语法',
  KEY_OVER_1024_CHARS: '键太长',
  MISSING_CHAR: '缺少标点，如逗号、冒号、空格、引号或括号',
  MULTILINE_IMPLICIT_KEY: '键必须写在一行之内；值折行时请缩进',
  MULTIPLE_ANCHORS: '一处只能有一个锚',
  MULTIPLE_DOCS: '一个文件只能有一份文档',
  MULTIPLE_TAGS: '一处只能有一个标签',
  NON_STRING_KEY: '键必须是文字',
  RESOURCE_EXHAUSTION: '内容过多',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  TAG_RESOLVE_FAILED: '标签无从解释',
  UNEXPECTED_TOKEN: '此处不应有这个字符',
}

/** Says a fault of YAML; in the words of the library where it has a new one. */
export const yamlFault = (code: string, text: string): string => FAULTS[code] ?? text
