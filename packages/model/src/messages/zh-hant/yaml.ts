/** Faults of YAML by the codes of the library `yaml`. */
const FAULTS: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '別名不能帶錨或標籤',
  BAD_ALIAS: '別名不合語法',
  BAD_COLLECTION_TYPE: '標籤與清單或對映的種類不合',
  BAD_DIRECTIVE: '指令不合語法',
  BAD_DQ_ESCAPE: '雙引號內的跳脫不合語法',
  BAD_INDENT: '縮排不對',
  BAD_PROP_ORDER: '錨和標籤應寫在「-」「?」「:」之後',
  BAD_SCALAR_START: '值不能以這個字元開頭，請加引號',
  BLOCK_AS_IMPLICIT_KEY: '一行之內不能再寫對映；值中有冒號時請加引號',
  BLOCK_IN_FLOW: '方括號或大括號之內不能用縮排的寫法',
  DUPLICATE_KEY: '鍵重複',
  IMPOSSIBLE: '不合語法',
  KEY_OVER_1024_CHARS: '鍵太長',
  MISSING_CHAR: '缺少標點，如逗號、冒號、空格、引號或括號',
  MULTILINE_IMPLICIT_KEY: '鍵必須寫在一行之內；值折行時請縮排',
  MULTIPLE_ANCHORS: '一處只能有一個錨',
  MULTIPLE_DOCS: '一個檔案只能有一份文件',
  MULTIPLE_TAGS: '一處只能有一個標籤',
  NON_STRING_KEY: '鍵必須是文字',
  RESOURCE_EXHAUSTION: '內容過多',
  TAB_AS_INDENT: '縮排要用空格，不能用定位字元',
  TAG_RESOLVE_FAILED: '標籤無從解釋',
  UNEXPECTED_TOKEN: '此處不應有這個字元',
}

/** Says a fault of YAML; in the words of the library where it has a new one. */
export const yamlFault = (code: string, text: string): string => FAULTS[code] ?? text
