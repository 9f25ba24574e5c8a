import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isInShard, parseShard } from '@huijiao/build'
import { formatMessage, type RuleMessage } from '@huijiao/model'
import { passimFile, sketchFiles } from '@huijiao/reuse'
import { Command } from 'commander'
import { textReader } from '../file-text.ts'
import { progress } from '../progress.ts'
import { rawFilesOf } from '../raw-files.ts'
import type { Voice } from '../words/words.ts'

interface Options {
  readonly out: string
  readonly shard?: string
  readonly passim?: boolean
}

/** `huijiao sketch FILES… --out DIR`: samples many files, for `reuse` to find what they share. */
export function sketchCommand(voice: Voice): Command {
  const words = voice.sketch
  return new Command('sketch')
    .description(words.description)
    .argument('<paths...>', words.paths)
    .requiredOption('--out <dir>', words.out)
    .option('--shard <I/N>', voice.shard)
    .option('--passim', words.passim)
    .action(async (paths: string[], { out, shard, passim }: Options) => {
      const all = await rawFilesOf(paths)
      const share = shard === undefined ? null : parseShard(shard)
      const files = share === null ? all : all.filter((file) => isInShard(file, share))
      await mkdir(out, { recursive: true })
      const { read, leftOut } = textReader()
      if (passim === true) {
        const name = share === null ? 'passim.jsonl' : `passim-${share.index}-${share.count}.jsonl`
        await passimFile(files, join(out, name), read)
        tellLeftOut(leftOut, voice)
        console.log(words.forPassim(files.length - leftOut.length, join(out, name)))
        return
      }
      const { step, done } = progress('sketch', 'silent', voice.timeLeft)
      try {
        const tell = (count: number): void => {
          if (count % 1000 === 0) step(words.step(count, files.length))
        }
        const { made, known, characters } = await sketchFiles(files, out, read, tell)
        done()
        tellLeftOut(leftOut, voice)
        console.log(words.summary({ made, characters, known, out }))
      } finally {
        done()
      }
    })
}

/** Files left out that are named; of more only the number is told. */
const NAMED = 20

function tellLeftOut(messages: readonly RuleMessage[], voice: Voice): void {
  for (const m of messages.slice(0, NAMED)) console.error(formatMessage(m, voice.language))
  const more = messages.length - NAMED
  if (more > 0) console.error(voice.sketch.leftOut(more))
}
