import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assertEdition, type Edition, TreeError } from '@huijiao/ast'
import { readRegular } from '@huijiao/files'
import { stringsFor } from '@huijiao/hast/strings'
import { fault, InputError } from '@huijiao/model'
import {
  compareEditions,
  type DecidedReading,
  type EditionChanges,
  type WorkChange,
} from '@huijiao/parse'
import { Command } from 'commander'
import { editionFolder } from '../edition-folder.ts'
import type { Voice } from '../words/words.ts'

interface Options {
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `huijiao diff OLD NEW`: what changed from one tree of an edition to another. */
export function diffCommand(voice: Voice): Command {
  const words = voice.diff
  return new Command('diff')
    .description(words.description)
    .argument('<old>', words.old)
    .argument('<new>', words.now)
    .option('--json', voice.json)
    .option('--quiet', words.quiet)
    .action(async (old: string, now: string, options: Options) => {
      const changes = compareEditions(await treeOf(old), await treeOf(now))
      if (options.json === true) {
        console.log(JSON.stringify(changes, null, 1))
        return
      }
      if (options.quiet !== true) for (const line of describe(changes, voice)) console.log(line)
      console.log(summary(changes, words))
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
    throw new InputError([fault('tree', { file: path }, { text: error.message })])
  }
}

async function pathOf(named: string): Promise<string> {
  const status = await stat(named).catch(() => null)
  if (status !== null && !status.isDirectory()) return named
  const folder = status === null ? await editionFolder(named) : named
  for (const path of [join(folder, 'edition.json'), join(folder, 'dist/edition.json')]) {
    if ((await stat(path).catch(() => null)) !== null) return path
  }
  throw new InputError([fault('not-built', { file: folder }, { named })])
}

function describe({ works, text, readings }: EditionChanges, voice: Voice): string[] {
  return [
    ...works.map((change) => ofWork(change, voice.diff)),
    ...text.map(
      (c) => `${c.work}:${c.block}: ${c.before}［${oneLine(c.old)} → ${oneLine(c.now)}］${c.after}`,
    ),
    ...readings.map(
      ({ work, locus, old, now }) =>
        `${work} ${locus}: ${ofReading(old, voice)} → ${ofReading(now, voice)}`,
    ),
  ]
}

const ofWork = (change: WorkChange, { changes, moved }: Voice['diff']): string =>
  `${change.work} 《${change.title}》: ${
    change.change === 'moved' ? moved(change.old, change.now) : changes[change.change]
  }`

const ofReading = (reading: DecidedReading | null, { language, diff }: Voice): string =>
  reading === null
    ? diff.noLocus
    : [
        `“${oneLine(reading.lemma)}”`,
        reading.isRuled ? diff.ruled : stringsFor(language).certainties[reading.certainty],
        ...(reading.method === null ? [] : [reading.method]),
      ].join(' ')

/** Line ends between blocks, shown. */
const oneLine = (text: string): string => text.replaceAll('\n', '¶')

const summary = ({ works, text, readings }: EditionChanges, words: Voice['diff']): string =>
  works.length + text.length + readings.length === 0
    ? words.none
    : words.summary(works.length, text.length, readings.length)
