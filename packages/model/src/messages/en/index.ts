import { books } from './books.ts'
import { build } from './build.ts'
import { command } from './command.ts'
import { config } from './config.ts'
import { formats } from './formats.ts'
import { proofs } from './proofs.ts'
import { reuse } from './reuse.ts'
import { rulings } from './rulings.ts'
import { sources } from './sources.ts'
import { works } from './works.ts'
import type { WordsFor } from '../saying.ts'

/** The words of every rule, in the language of the source: parameters are read off these. */
export const en = {
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

/** The words of every rule in one language. */
export type Words = WordsFor<typeof en>

/** Rules by topic, in the order in which an edition is made. */
export const TOPICS = {
  config,
  sources,
  formats,
  works,
  rulings,
  proofs,
  build,
  books,
  command,
  reuse,
}
