const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

/** Everything that the command says in its own voice, in the language of the source. */
export const en = {
  program: 'Collates imperfect copies of Chinese texts into one canonical tree, an EPUB and a PDF.',
  help: {
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
    },
    option: 'display help for command',
    command: 'display help for command',
    version: 'output the version number',
    language:
      'language of messages and help: zh-Hans, zh-Hant or en; that of the locale unless given',
    choices: (values: string) => `choices: ${values}`,
    preset: (value: string) => `default: ${value}`,
    note: (parts: string) => ` (${parts})`,
    comma: ', ',
    /** What is wrong with the arguments: the name of what is at fault, and what else was expected. */
    errors: {
      unknownCommand: (name: string) => `there is no command ${name}`,
      unknownOption: (name: string) => `there is no option ${name}`,
      missingArgument: (name: string) => `the argument ${name} is missing`,
      excessArguments: (expected: string, actual: string) =>
        `there are too many arguments: expected ${expected}, got ${actual}`,
      optionMissingArgument: (name: string) => `the option ${name} needs a value`,
      missingMandatoryOptionValue: (name: string) => `the option ${name} is needed`,
      invalidArgument: (name: string, expected: string) =>
        `${name} does not fit${expected === '' ? '' : `: expected ${expected}`}`,
      similar: (names: string) => `Did you mean ${names}?`,
    },
  },
  error: 'error: ',
  hint: 'hint: ',
  nothingWritten: (errors: number) => `${count(errors, 'error')}; nothing was written`,
  andMore: (more: number) => `and ${more} more`,
  edition: 'folder of the edition, or its name under sources/',
  noRulings: 'leave rulings.yaml aside',
  json: 'print the messages as JSON, for other programs',
  quiet: 'print errors alone',
  complete: 'print the script by which a shell completes commands and options',
  shard: 'only share I of N, I from 0, told by their names',
  build: {
    site: (folder: string, editions: number) => `site  ${folder}  ${count(editions, 'edition')}`,
    description: 'make the tree and the books of editions',
    paths: 'folders of editions, or names under sources/; all of those unless given',
    only: (formats: string) =>
      `only these formats, and what they are made from: ${formats}; all that an edition has unless given`,
    trim: (pages: string) => `page of the PDF, instead of the edition's: ${pages}`,
    marks: '3 mm of bleed and crop marks around the pages of the PDF',
    booklet: 'two pages a side of A4 for folding, this many sheets together, all unless given',
    watch: 'build again whenever a source changes, until interrupted',
    force: 'build again even where nothing changed',
    share: (share: string, chosen: number, all: number) =>
      `share ${share}: ${chosen} of ${count(all, 'edition')}`,
    refused: 'not made, since its sources are wrong: see above',
    ended: (signal: number) =>
      `not made, since its program was ended by signal ${signal} (memory may be too small): see above`,
    failed: 'not made, since it failed: see above',
    labels: {} as Readonly<Record<string, string>>,
    next: (doubtful: number, folder: string) =>
      `${count(doubtful, 'place')} in doubt; to settle them: huijiao desk ${folder}`,
    old: '; what lies in dist/ is old',
    missing: 'missing: see above',
    pages: (pages: number) => count(pages, 'page'),
    summary: (n: {
      whole: number
      unchanged: number
      part: number
      refused: number
      failed: number
    }) =>
      `${count(n.whole, 'edition')} made, ${n.unchanged} unchanged, ${n.part} in part, ${n.refused} refused, ${n.failed} failed`,
  },
  clean: {
    description: 'take away what was built of editions; nothing else',
    paths: 'folders of editions, or names under sources/; all of those unless given',
    cache: 'take away what the build keeps between runs, too',
    removed: (files: number) => `${count(files, 'file')} taken away`,
    kept: (files: string) => `not made by the build, kept: ${files}`,
  },
  diff: {
    description: 'say what two trees of an edition differ in: works, text, readings',
    old: 'an edition.json, or a folder that was built',
    now: 'another one',
    quiet: 'print their number alone',
    changes: { added: 'added', removed: 'removed' },
    moved: (old: number, now: number) => `moved from place ${old} to ${now}`,
    noLocus: 'no locus',
    ruled: 'ruled',
    none: 'no difference',
    summary: (works: number, places: number, loci: number) =>
      `${count(works, 'work')} added, removed or moved, ${count(places, 'place')} of the text changed, ${loci} of the loci decided otherwise`,
  },
  init: {
    description:
      'begin an edition: a folder with copies of the raw files and a proposed edition.yaml',
    folder: 'the folder to make; its name names the books',
    files: 'raw files, or folders of them',
    next: (file: string, folder: string) => `next: look at ${file}, then: huijiao build ${folder}`,
  },
  timeLeft: {
    seconds: (seconds: number) => ` about ${seconds} s left`,
    minutes: (minutes: number) => ` about ${minutes} min left`,
  },
  check: {
    description: 'check what an editor wrote and supplied, without collating it',
    editions: 'folders of editions, or their names under sources/',
    summary: (errors: number, warnings: number) =>
      errors + warnings === 0
        ? 'nothing to mend'
        : `${count(errors, 'error')}, ${count(warnings, 'warning')}`,
  },
  collate: {
    description: 'align plain texts, or tokens as CollateX takes them, and print the alignment',
    files: 'texts, in any order; or one .json of CollateX',
    format: 'how to print (default: units; of tokens: collatex)',
    segmentation: 'a column for each token, in the formats of CollateX',
    notTokens: (file: string, why: string) =>
      `error: ${file}: not the tokens that CollateX takes: ${why}`,
    notOfTokens: (format: string, formats: string) =>
      `error: --format ${format}: tokens are printed as ${formats}`,
    ignorePunctuation: 'let punctuation belong to what comes before it',
    tokens: 'what to align by; without it Han characters singly, other scripts by word',
    align: (texts: number) => `align ${texts} texts`,
  },
  preview: {
    description: 'serve the site on this machine, as a host of plain files would',
    folder: 'the folder of the site, or of one edition; the site that build makes unless given',
    noSite: (folder: string) =>
      `${folder}: expected a site, got no index.html\n  hint: huijiao build makes it`,
  },
  desk: {
    description: 'open a page on which an edition is made: sources, works, readings, book',
    folder: 'a folder of raw files, or of an edition',
    port: 'port on 127.0.0.1; any that is free unless given',
    by: 'who decides',
    noOpen: 'do not start a browser',
  },
  discover: {
    description: 'propose an edition.yaml for a folder of raw files, or for files',
    paths: 'a folder (its witnesses/ where it has one), or files',
    write: 'write edition.yaml into the folder; never over an existing one',
    merge: 'add new files to the edition.yaml there; what is in it stays',
    noNewFile: 'no new file',
    newWitness: (file: string) => `new witness ${file}`,
    newWork: (id: string, title: string) => `new work ${id} 《${title}》`,
    root: 'for a proposal of `reuse`: folder below which its files were sketched',
    title: 'title of the edition',
    date: 'date of publication, year-month-day (default: today)',
    read: (files: number) => `read ${count(files, 'file')}`,
    segment: (texts: number) => `segment ${count(texts, 'text')}`,
    move: (folder: string) => `put the files into ${folder} before parsing`,
  },
  crop: {
    description: 'write the picture of any passage in each witness that has boxes and page images',
    out: 'folder for the pictures',
    address: (siglum: string, page: string, image: string) =>
      `${siglum}, page ${page}: ${image} is an address, which is not fetched`,
    noFile: (siglum: string, page: string, image: string) =>
      `${siglum}, page ${page}: there is no ${image} in witnesses/, nor a PNG or JPEG of that name`,
    notShown: (siglum: string, page: string, file: string) =>
      `${siglum}, page ${page}: ${file} is no picture that a browser shows; put a PNG or JPEG of that name beside it`,
  },
  explain: {
    description: 'tell of any passage which witness says what where, what was decided and why',
    passage: 'id of a locus, or words of the text or of any witness',
    json: 'print the passages as JSON, for other programs',
  },
  parse: {
    description: 'collate the witnesses of an edition into its canonical tree',
    edition: 'folder of the edition, with edition.yaml and witnesses/, or its name under sources/',
    out: 'where to write (default: dist/ in the folder)',
    json: 'print messages and what was made as JSON, for other programs',
    stages: {
      segment: 'segment',
      align: 'align',
      decide: 'decide',
      compose: 'compose',
      conserve: 'conserve',
    },
    summary: (n: { works: number; loci: number; open: number; files: number; out: string }) =>
      `${count(n.works, 'work')}, ${n.loci} loci (${n.open} undecided or of low certainty and not ruled on), ${count(n.files, 'file')} in ${n.out}`,
    more: (more: number) => `and ${more} more in report.json`,
  },
  reuse: {
    description: 'find which of many sketched files share which passages, and propose editions',
    folder: 'folder of the sketches',
    proposals: 'write a proposal for each group, a folder each, for `discover`',
    memory: 'memory for the query; beyond it, it spills to disk',
    threads: 'threads for the query',
    common: 'what more files share is boilerplate (default: 100)',
    rows: 'take the rows that Spark wrote into the folder, instead of the query',
    passim: 'take the clusters that passim wrote, instead of the query',
    size: 'a size as 4GB or 500MB',
    count: 'a number from 1',
    summary: (n: { groups: number; files: number; spans: number; out: string }) =>
      `${count(n.groups, 'group')} of ${count(n.files, 'file')} (${count(n.spans, 'passage')}) in ${n.out}`,
  },
  review: {
    description: 'settle in the terminal what is in doubt: works and joins, then readings and gaps',
    only: 'ask about one part alone: works, or readings',
    edition:
      'folder of the edition, or its name under sources/; may be left out where there is one',
    by: 'who decides',
    date: 'ISO date of the rulings (default: today)',
    none: 'No ruling made; rulings.yaml is as it was.',
    made: (rulings: number, file: string) => `${count(rulings, 'ruling')} written to ${file}`,
  },
  sketch: {
    description: 'sample many raw files, so that `reuse` can find which passages they share',
    paths: 'files, or folders of them; named in the result as they are named here',
    out: 'folder for the sketches; a run that was stopped goes on',
    passim: 'write passim.jsonl for passim instead',
    forPassim: (files: number, out: string) => `${count(files, 'file')} for passim in ${out}`,
    step: (done: number, files: number) => `${done} of ${count(files, 'file')}`,
    summary: (n: { made: number; characters: number; known: number; out: string }) =>
      `${count(n.made, 'file')} sketched (${count(n.characters, 'character')}), ${n.known} had been before: ${n.out}`,
    leftOut: (more: number) => `and ${count(more, 'more file')} left out`,
  },
  text: {
    description: 'print the reading text, one block a line',
    work: 'id of a work; all works unless given',
  },
}

/** What the command says in its own voice; the English is the source. */
export type CommandWords = typeof en
