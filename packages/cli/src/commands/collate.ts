import { once } from 'node:events'
import { basename, extname } from 'node:path'
import {
  collateTexts,
  FORMATS,
  type Format,
  formatAlignment,
  type Granularity,
} from '@huijiao/collate'
import { readRaw, readSource } from '@huijiao/readers'
import { Command, Option } from 'commander'
import { progress } from '../progress.ts'

interface CollateFlags {
  readonly format: Format
  readonly ignorePunctuation?: boolean
  readonly tokens?: Granularity
}

/** `huijiao collate A.txt B.txt …`: aligns plain texts and prints the alignment. */
export function collateCommand(): Command {
  return new Command('collate')
    .description('align plain texts and print the alignment')
    .argument('<files...>', 'texts, in any order')
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('units'))
    .option('--ignore-punctuation', 'let punctuation belong to what stands before it')
    .addOption(
      new Option(
        '--tokens <kind>',
        'what to align by; without it Han characters singly, other scripts by word',
      ).choices(['character', 'word']),
    )
    .action(async (files: string[], flags: CollateFlags) => {
      const sigla = siglaOf(files)
      const texts = []
      for (const [i, file] of files.entries()) {
        const siglum = sigla[i] ?? file
        const { text } = readSource(file, siglum, await readRaw(file))
        texts.push({ siglum, text })
      }
      const { step, done } = progress('collate', 'silent')
      step(`align ${texts.length} texts`)
      const alignment = collateTexts(texts, {
        granularity: flags.tokens ?? 'mixed',
        ignorePunctuation: flags.ignorePunctuation === true,
      })
      done()
      for (const piece of formatAlignment(alignment, flags.format)) {
        if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
      }
    })
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
