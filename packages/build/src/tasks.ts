/** One step from an edition's folder to its books: a program, and what it reads and makes. */
export interface Task {
  readonly name: 'tree' | 'pdf' | 'epub'
  /** Package with the program, below the root of the house. */
  readonly room: string
  readonly program: string
  /** The command, run in the edition's folder. */
  readonly command: (edition: string) => string
  /** What it makes in `dist/`; a name that ends with `/` is a folder. */
  readonly makes: (edition: string) => readonly string[]
  readonly after: readonly string[]
  /** Environment that changes what is made. */
  readonly env: readonly string[]
}

/** The steps, in order: a change of a style sheet renders again without collating. */
export const TASKS: readonly Task[] = [
  {
    name: 'tree',
    room: 'packages/cli',
    program: 'huijiao',
    command: () => 'huijiao parse . --out dist',
    makes: () => ['edition.json', 'text/', 'apparatus.json', 'ledger.tsv', 'report.json'],
    after: [],
    env: [],
  },
  {
    name: 'pdf',
    room: 'apps/print',
    program: 'huijiao-print',
    command: (e) => `huijiao-print dist/edition.json --out dist/${e}.pdf --pages dist/pages.json`,
    makes: (e) => [`${e}.pdf`, 'pages.json'],
    after: ['tree'],
    env: ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'],
  },
  {
    name: 'epub',
    room: 'apps/epub',
    program: 'huijiao-epub',
    command: (e) => `huijiao-epub dist/edition.json --pages dist/pages.json --out dist/${e}.epub`,
    makes: (e) => [`${e}.epub`],
    after: ['tree', 'pdf'],
    env: [],
  },
]

/** Environment that programs need and that changes nothing of what they make. */
export const PASSED = ['HOME', 'XDG_CACHE_HOME', 'TMPDIR', 'HUIJIAO_CACHE_DIR']
