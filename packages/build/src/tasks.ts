import { argumentsOf, type Sheet } from './sheet.ts'

/** One step from an edition's folder to its books: a program, and what it reads and makes. */
export interface Task {
  /** As `edition.yaml` and `--only` name it. */
  readonly name: string
  /** As people call what it makes. */
  readonly label: string
  /** Package with the program, below the root of the house. */
  readonly room: string
  readonly program: string
  /** The command, run in the edition's folder; `tasks` are the names of all that the edition has. */
  readonly command: (edition: string, tasks: ReadonlySet<string>, sheet: Sheet) => string
  /** What it makes in `dist/`, first what people open; a name that ends with `/` is a folder. */
  readonly makes: (edition: string) => readonly [string, ...string[]]
  /** Tasks whose files it reads, where the edition has them. */
  readonly after: readonly string[]
  /** Environment that changes what is made. */
  readonly env: readonly string[]
  /** The file of `dist/` whose `pages` is the number of its pages, where it has pages. */
  readonly counted?: string
}

/** The first step, which every edition has: all others read the tree. */
export const TREE: Task = {
  name: 'tree',
  label: 'tree',
  room: 'packages/cli',
  program: 'huijiao',
  command: () => 'huijiao parse . --out dist',
  makes: () => ['edition.json', 'text/', 'apparatus.json', 'ledger.tsv', 'report.json', 'sources/'],
  after: [],
  env: [],
}

/** The books that can be made of a tree, in the order in which they are told. */
const BOOKS: readonly Task[] = [
  {
    name: 'epub',
    label: 'EPUB',
    room: 'apps/epub',
    program: 'huijiao-epub',
    command: (e, tasks) =>
      `huijiao-epub dist/edition.json${tasks.has('pdf') ? ' --pages dist/pages.json' : ''} --out dist/${e}.epub`,
    makes: (e) => [`${e}.epub`],
    after: ['tree', 'pdf'],
    env: [],
  },
  {
    name: 'pdf',
    label: 'PDF',
    room: 'apps/print',
    program: 'huijiao-print',
    command: (e, _tasks, sheet) =>
      `huijiao-print dist/edition.json --out dist/${e}.pdf --pages dist/pages.json${argumentsOf(sheet)}`,
    makes: (e) => [`${e}.pdf`, 'pages.json'],
    after: ['tree'],
    env: ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'],
    counted: 'pages.json',
  },
  {
    name: 'tei',
    label: 'TEI',
    room: 'apps/tei',
    program: 'huijiao-tei',
    command: (e) =>
      `huijiao-tei dist/edition.json --out dist/${e}.tei.xml --stand-off dist/${e}.standoff.tei.xml --witnesses dist/tei`,
    makes: (e) => [`${e}.tei.xml`, `${e}.standoff.tei.xml`, 'tei/'],
    after: ['tree'],
    env: [],
  },
  {
    name: 'docx',
    label: 'Word',
    room: 'apps/docx',
    program: 'huijiao-docx',
    command: (e) => `huijiao-docx dist/edition.json --out dist/${e}.docx`,
    makes: (e) => [`${e}.docx`],
    after: ['tree'],
    env: [],
  },
  {
    name: 'txt',
    label: 'text',
    room: 'apps/plain',
    program: 'huijiao-plain',
    command: (e) => `huijiao-plain dist/edition.json --text dist/${e}.txt`,
    makes: (e) => [`${e}.txt`],
    after: ['tree'],
    env: [],
  },
  {
    name: 'md',
    label: 'Markdown',
    room: 'apps/plain',
    program: 'huijiao-plain',
    command: (e) => `huijiao-plain dist/edition.json --markdown dist/${e}.md`,
    makes: (e) => [`${e}.md`],
    after: ['tree'],
    env: [],
  },
]

/** An edition's part of the site, from which its books are taken away: so it comes after them. */
const SITE: Task = {
  name: 'site',
  label: 'Site',
  room: 'apps/site',
  program: 'huijiao-site',
  command: (e, tasks) => {
    const books = BOOKS.filter(({ name }) => tasks.has(name)).map(({ makes }) => makes(e)[0])
    const wanted = books.map((book) => ` --with ${book}`).join('')
    return `huijiao-site edition dist --out dist/site${wanted}`
  },
  makes: () => ['site/index.html', 'site/'],
  after: ['tree', ...BOOKS.map(({ name }) => name)],
  env: [],
}

/** What can be made of a tree. An edition has all, unless it names some. */
export const FORMATS: readonly Task[] = [...BOOKS, SITE]

/** The steps: a change of a style sheet renders again without collating. */
export const TASKS: readonly Task[] = [TREE, ...FORMATS]

/** Environment that programs need and that changes nothing of what they make. */
export const PASSED = ['HOME', 'XDG_CACHE_HOME', 'TMPDIR', 'HUIJIAO_CACHE_DIR', 'HUIJIAO_LANG']
