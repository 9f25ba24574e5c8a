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
import type { Voice } from '../words/words.ts'

interface CollateFlags {
  readonly format: Format
  readonly ignorePunctuation?: boolean
  readonly tokens?: Granularity
}

/** `huijiao collate A.txt B.txt …`: aligns plain texts and prints the alignment. */
export function collateCommand(voice: Voice): Command {
  const words = voice.collate
  return new Command('collate')
    .description(words.description)
    .argument('<files...>', words.files)
    .addOption(new Option('--format <format>', words.format).choices(FORMATS).default('units'))
    .option('--ignore-punctuation', words.ignorePunctuation)
    .addOption(new Option('--tokens <kind>', words.tokens).choices(['character', 'word']))
    .action(async (files: string[], flags: CollateFlags) => {
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
