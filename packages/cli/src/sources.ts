import { dirname, resolve } from 'node:path'
import { sourcesFolder } from '@huijiao/build'

/** Where the editions of this house lie. */
export const SOURCES = sourcesFolder()

/** First line of an `edition.yaml` there: editors of code complete and check by it. */
export const SCHEMA_LINE =
  '# yaml-language-server: $schema=../../packages/parse/schema/edition.schema.json\n'

/** Whether a folder is one of an edition of this house. */
export const isInHouse = (folder: string): boolean => dirname(resolve(folder)) === resolve(SOURCES)
