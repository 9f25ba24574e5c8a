import type { en } from '../en/index.ts'
import { books } from './books.ts'
import { build } from './build.ts'
import { command } from './command.ts'
import { config } from './config.ts'
import type { ExamplesOf } from './example.ts'
import { formats } from './formats.ts'
import { proofs } from './proofs.ts'
import { reuse } from './reuse.ts'
import { rulings } from './rulings.ts'
import { sources } from './sources.ts'
import { works } from './works.ts'

export type { Example } from './example.ts'

/** An example of every rule: a message of each is in the documentation. */
export const EXAMPLES: ExamplesOf<typeof en> = {
  ...config,
  ...sources,
  ...formats,
  ...works,
  ...rulings,
  ...proofs,
  ...build,
  ...books,
  ...command,
  ...reuse,
}
