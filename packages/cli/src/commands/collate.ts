import { once } from 'node:events'
import { basename, extname } from 'node:path'
import {
  CollatexError,
  collate,
  collateTexts,
  FORMATS,
  type Format,
  formatAlignment,
  type Granularity,
  readCollatex,
  TABLE_FORMATS,
  type TableFormat,
  tableOf,
  type TextAlignment,
  toWitnesses,
  writeTable,
  writtenTokens,
} from '@huijiao/collate'
import { readRaw, readSource } from '@huijiao/readers'
import { Command, Option } from 'commander'
import { progress } from '../progress.ts'
import type { Voice } from '../words/words.ts'

interface CollateFlags {
  readonly format?: Format | TableFormat
  readonly segmentation: boolean
  readonly ignorePunctuation?: boolean
  readonly tokens?: Granularity
}

/** `huijiao collate A.txt B.txt …`, or one file of tokens as CollateX takes them: aligns them and prints the alignment. */
export function collateCommand(voice: Voice): Command {
  const words = voice.collate
  const formats = [...new Set([...FORMATS, ...TABLE_FORMATS])]
  return new Command('collate')
    .description(words.description)
    .argument('<files...>', words.files)
    .addOption(new Option('--format <format>', words.format).choices(formats))
    .option('--no-segmentation', words.segmentation)
    .option('--ignore-punctuation', words.ignorePunctuation)
    .addOption(new Option('--tokens <kind>', words.tokens).choices(['character', 'word']))
    .action(async (files: string[], flags: CollateFlags, command: Command) => {
      const [only] = files
      if (files.length === 1 && only !== undefined && /\.json$/iu.test(only)) {
        return await print([await collateTokens(only, flags, command, voice)])
      }
      const sigla = siglaOf(files)
      const texts = []
      for (const [i, file] of files.entries()) {
        const siglum = sigla[i] ?? file
        const { text } = readSource(file, siglum, await readRaw(file))
        texts.push({ siglum, text })
      }
      const { step, done } = progress('collate', 'silent', voice.timeLeft)
      step(words.align(texts.length))
      const alignment = collateTexts(texts, {
        granularity: flags.tokens ?? 'mixed',
        ignorePunctuation: flags.ignorePunctuation === true,
      })
      done()
      await print(written(alignment, flags))
    })
}

async function print(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  }
}

/** An alignment of plain texts as it is asked for. */
function written(alignment: TextAlignment, flags: CollateFlags): Iterable<string> {
  const { format = 'units', segmentation } = flags
  if (isOwn(format) && (segmentation || format !== 'collatex')) {
    return formatAlignment(alignment, format)
  }
  const witnesses = alignment.texts.map(({ siglum, text, tokens }) => ({
    id: siglum,
    tokens: writtenTokens(text, tokens),
  }))
  const units = alignment.units.map((unit) => ({ ...unit, spans: unit.tokens }))
  const sigla = witnesses.map(({ id }) => id)
  const table = tableOf({ sigla, units, transpositions: [] }, witnesses, !segmentation)
  return [writeTable(table, isTable(format) ? format : 'collatex')]
}

const isOwn = (format: string): format is Format => (FORMATS as readonly string[]).includes(format)

const isTable = (format: string): format is TableFormat =>
  (TABLE_FORMATS as readonly string[]).includes(format)

/** Aligns the witnesses of a file as CollateX takes it. */
async function collateTokens(
  file: string,
  flags: CollateFlags,
  command: Command,
  { collate: words }: Voice,
): Promise<string> {
  const { format = 'collatex', segmentation } = flags
  if (!isTable(format)) {
    command.error(words.notOfTokens(format, TABLE_FORMATS.join(', ')))
  }
  const { text } = readSource(file, file, await readRaw(file))
  try {
    const witnesses = readCollatex(JSON.parse(text))
    const alignment = collate(toWitnesses(witnesses))
    return writeTable(tableOf(alignment, witnesses, !segmentation), format)
  } catch (error) {
    if (!(error instanceof CollatexError || error instanceof SyntaxError)) throw error
    return command.error(words.notTokens(file, error.message))
  }
}

/** File names without extension; paths where two are the same; numbered where those are too. */
function siglaOf(files: readonly string[]): string[] {
  const names = files.map((file) => basename(file, extname(file)))
  const full = names.map((name, i) => (isRepeated(names, name) ? (files[i] ?? name) : name))
  return full.map((name, i) => (isRepeated(full, name) ? `${name}#${i + 1}` : name))
}

function isRepeated(names: readonly string[], name: string): boolean {
  return names.indexOf(name) !== names.lastIndexOf(name)
}
