import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assertEdition, type Edition, TreeError } from '@huijiao/ast'
import { readRegular } from '@huijiao/files'
import { InputError, message } from '@huijiao/model'
import {
  compareEditions,
  type DecidedReading,
  type EditionChanges,
  type WorkChange,
} from '@huijiao/parse'
import { Command } from 'commander'
import { editionFolder } from '../edition-folder.ts'

interface Options {
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `huijiao diff OLD NEW`: what changed from one tree of an edition to another. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('say what two trees of an edition differ in: works, text, readings')
    .argument('<old>', 'an edition.json, or a folder that was built')
    .argument('<new>', 'another one')
    .option('--json', 'print the differences as JSON, for other programs')
    .option('--quiet', 'print their number alone')
    .action(async (old: string, now: string, options: Options) => {
      const changes = compareEditions(await treeOf(old), await treeOf(now))
      if (options.json === true) {
        console.log(JSON.stringify(changes, null, 1))
        return
      }
      if (options.quiet !== true) for (const line of describe(changes)) console.log(line)
      console.log(summary(changes))
    })
}

/** Most bytes of a tree: half of the longest string that V8 of Node 20 can hold, 2^29 characters. */
const MOST = 2 ** 28

/** The tree that an argument means: a file, that of a folder or of its `dist/`, or of an edition by its name. */
async function treeOf(named: string): Promise<Edition> {
  const path = await pathOf(named)
  const text = (await readRegular(path, { most: MOST })).toString('utf8')
  try {
    const tree: unknown = JSON.parse(text)
    assertEdition(tree)
    return tree as Edition
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TreeError)) throw error
    const reason = 'This is no tree of an edition'
    throw new InputError([message({ file: path, rule: 'tree', reason, actual: error.message })])
  }
}

async function pathOf(named: string): Promise<string> {
  const status = await stat(named).catch(() => null)
  if (status !== null && !status.isDirectory()) return named
  const folder = status === null ? await editionFolder(named) : named
  for (const path of [join(folder, 'edition.json'), join(folder, 'dist/edition.json')]) {
    if ((await stat(path).catch(() => null)) !== null) return path
  }
  throw new InputError([
    message({
      file: folder,
      rule: 'not-built',
      reason: 'The folder holds no tree',
      expected: 'an edition.json in it or in its dist/',
      hint: `To make it: huijiao build ${named}`,
    }),
  ])
}

function describe({ works, text, readings }: EditionChanges): string[] {
  return [
    ...works.map(ofWork),
    ...text.map(
      (c) => `${c.work}:${c.block}: ${c.before}［${oneLine(c.old)} → ${oneLine(c.now)}］${c.after}`,
    ),
    ...readings.map(
      ({ work, locus, old, now }) => `${work} ${locus}: ${ofReading(old)} → ${ofReading(now)}`,
    ),
  ]
}

const ofWork = (change: WorkChange): string =>
  `${change.work} 《${change.title}》: ${
    change.change === 'moved' ? `moved from place ${change.old} to ${change.now}` : change.change
  }`

const ofReading = (reading: DecidedReading | null): string =>
  reading === null
    ? 'no locus'
    : [
        `“${oneLine(reading.lemma)}”`,
        reading.isRuled ? 'ruled' : reading.certainty,
        ...(reading.method === null ? [] : [reading.method]),
      ].join(' ')

/** Line ends between blocks, shown. */
const oneLine = (text: string): string => text.replaceAll('\n', '¶')

function summary({ works, text, readings }: EditionChanges): string {
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
  return works.length + text.length + readings.length === 0
    ? 'no difference'
    : `${count(works.length, 'work')} added, removed or moved, ${count(text.length, 'place')} of the text changed, ${readings.length} of the loci decided otherwise`
}
