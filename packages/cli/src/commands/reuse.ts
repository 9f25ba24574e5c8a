import { mkdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  findReuse,
  type Group,
  groupsIn,
  passimGroups,
  sketchesIn,
  writeGroups,
} from '@huijiao/reuse'
import { Command, InvalidArgumentError } from 'commander'
import { progress } from '../progress.ts'
import { writeAll } from '../write.ts'
import type { Voice } from '../words/words.ts'

interface Options {
  readonly proposals?: string
  readonly memory: string
  readonly threads: number
  readonly common?: number
  readonly rows?: boolean
  readonly passim?: string
}

/** `huijiao reuse DIR`: finds which of the files sketched share which passages, and proposes editions. */
export function reuseCommand(voice: Voice): Command {
  const words = voice.reuse
  return new Command('reuse')
    .description(words.description)
    .argument('<dir>', words.folder)
    .option('--proposals <dir>', words.proposals)
    .option('--memory <size>', words.memory, size(words.size), '4GB')
    .option('--threads <n>', words.threads, count(words.count), availableParallelism())
    .option('--common <n>', words.common, count(words.count))
    .option('--rows', words.rows)
    .option('--passim <dir>', words.passim)
    .action(async (dir: string, options: Options) => {
      const { proposals, memory, threads, common } = options
      if (options.passim === undefined && options.rows !== true) {
        const sketches = await sketchesIn(dir)
        const { step, done } = progress('reuse', 'lines', voice.timeLeft)
        try {
          const parameters = common === undefined ? {} : { max_files: common }
          await findReuse(dir, sketches, { memory, threads, parameters }, step)
        } finally {
          done()
        }
      }
      const groups =
        options.passim === undefined
          ? groupsIn(join(dir, 'members.parquet'))
          : passimGroups(options.passim)
      await mkdir(dir, { recursive: true })
      const told = await writeGroups(join(dir, 'groups.jsonl'), groups, async (group) => {
        if (proposals !== undefined) await propose(proposals, group)
      })
      console.log(words.summary({ ...told, out: join(dir, 'groups.jsonl') }))
    })
}

/** Writes the proposal of one group; what was cut out for an earlier one of its name goes. */
async function propose(folder: string, group: Group): Promise<void> {
  const place = join(folder, group.id)
  await rm(join(place, 'witnesses'), { recursive: true, force: true })
  await writeAll(place, new Map([['proposal.json', `${JSON.stringify(group, null, 1)}\n`]]))
}

const size =
  (expected: string) =>
  (text: string): string => {
    if (/^[1-9]\d*(?:MB|GB)$/u.test(text)) return text
    throw new InvalidArgumentError(expected)
  }

const count =
  (expected: string) =>
  (text: string): number => {
    const number = Number(text)
    if (Number.isInteger(number) && number > 0) return number
    throw new InvalidArgumentError(expected)
  }
