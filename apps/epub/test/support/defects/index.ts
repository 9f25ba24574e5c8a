import { LINKS } from './links.ts'
import type { Defect } from './model.ts'
import { PACKAGE } from './package.ts'
import { WORDS } from './words.ts'

/** At least one for each check of the text of a file; those of the container are tested by themselves. */
export const DEFECTS: readonly Defect[] = [...PACKAGE, ...LINKS, ...WORDS]
