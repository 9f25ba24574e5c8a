import {
  fault,
  formatMessage,
  type Language,
  type Rule,
  warning,
} from '../../src/messages/index.ts'
import { TOPICS } from '../../src/messages/en/index.ts'
import { EXAMPLES, type Example } from '../../src/messages/examples/index.ts'

interface Titles {
  readonly title: string
  readonly intro: string
  readonly source: string
  readonly topics: Readonly<Record<keyof typeof TOPICS, string>>
}

const TITLES: Readonly<Record<Language, Titles>> = {
  en: {
    title: 'Messages',
    intro:
      'Every message names a file, and where it can a line and a column, the rule, what is wrong, what was expected, what was found, and what to do. `huijiao check` gives all that can be told without collating. An error stops the work; a warning does not. `--lang`, or the locale, chooses the language; `--json` gives the same in fields, in English, with the rule by name.',
    source: 'With this in the file:',
    topics: {
      config: 'What an editor writes',
      sources: 'Files of the witnesses',
      formats: 'Formats of raw files',
      works: 'Works',
      rulings: 'Rulings',
      proofs: 'Proofs at the end',
      build: 'The build',
      books: 'The programs of the books',
      command: 'The command',
      reuse: 'Many files',
    },
  },
  'zh-Hans': {
    title: '消息一览',
    intro:
      '每条消息写明文件，能指出行和列的也写明行列，并有规则之名、错在何处、应为什么、实为什么、如何改正。凡不作校勘即可查出的，`huijiao check` 都会列出。错误即停，警告不停。消息的语言依 `--lang` 或系统的语言；`--json` 按字段输出同样的内容，一律用英文，规则之名不变。',
    source: '文件中写作：',
    topics: {
      config: '编者所写',
      sources: '校本的文件',
      formats: '原始文件的格式',
      works: '篇目',
      rulings: '裁定',
      proofs: '最后的核对',
      build: '制作',
      books: '各种成书',
      command: '命令',
      reuse: '大量文件',
    },
  },
  'zh-Hant': {
    title: '訊息一覽',
    intro:
      '每則訊息寫明檔案，能指出行和列的也寫明行列，並有規則之名、錯在何處、應為什麼、實為什麼、如何改正。凡不作校勘即可查出的，`huijiao check` 都會列出。錯誤即停，警告不停。訊息的語言依 `--lang` 或系統的語言；`--json` 依欄位輸出同樣的內容，一律用英文，規則之名不變。',
    source: '檔案中寫作：',
    topics: {
      config: '編者所寫',
      sources: '校本的檔案',
      formats: '原始檔案的格式',
      works: '篇目',
      rulings: '裁定',
      proofs: '最後的核對',
      build: '製作',
      books: '各種成書',
      command: '指令',
      reuse: '大量檔案',
    },
  },
}

/** Rules that stop nothing. */
const WARNINGS: readonly Rule[] = [
  'unused-file',
  'no-edition-file',
  'not-read',
  'picture',
  'damaged-byte',
  'more-damaged-bytes',
  'pasted-encoding',
  'misread-encoding',
  'encoding-uncertain',
  'absent-work',
  'shared-errors',
  'ruling-redundant',
  'ruling-repeated',
  'file-left-out',
  'no-face',
  'no-page-list',
  'no-book',
]

/** An example of a rule as it is printed. */
export function exampleOf(rule: Rule, language: Language): string {
  const { at, values }: Example<Rule> = EXAMPLES[rule]
  const raise = WARNINGS.includes(rule) ? warning : fault
  return formatMessage(raise(rule, at, ...values), language)
}

/** The reference of all messages, in Markdown. */
export function referenceIn(language: Language): string {
  const { title, intro, source, topics } = TITLES[language]
  const parts = [`# ${title}`, intro]
  for (const topic of Object.keys(TOPICS) as (keyof typeof TOPICS)[]) {
    parts.push(`## ${topics[topic]}`)
    for (const rule of Object.keys(TOPICS[topic]) as Rule[]) {
      const { text } = EXAMPLES[rule]
      parts.push(`### ${rule}`)
      if (text !== undefined) parts.push(source, `\`\`\`\`\n${text.trimEnd()}\n\`\`\`\``)
      parts.push(`\`\`\`text\n${exampleOf(rule, language)}\n\`\`\``)
    }
  }
  return `${parts.join('\n\n')}\n`
}
