import type { Words } from '../en/index.ts'
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

/** The words of every rule. */
export const zhHans: Words = {
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
