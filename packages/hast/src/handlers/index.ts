import { app } from './app.ts'
import {
  byline,
  caption,
  credit,
  line,
  paragraph,
  salutation,
  sourceNote,
  speaker,
  subtitle,
} from './block.ts'
import { blockquote, section, speech, stanza, verse } from './container.ts'
import { dateline } from './dateline.ts'
import { entryMark } from './entry-mark.ts'
import { answer, question } from './exchange.ts'
import { figure } from './figure.ts'
import { heading } from './heading.ts'
import { lacuna } from './lacuna.ts'
import { list, listItem } from './list.ts'
import {
  emphasis,
  inlineNote,
  lineBreak,
  properName,
  sourceNoteCall,
  strong,
  text,
} from './phrasing.ts'
import { ruby } from './ruby.ts'
import { stage } from './stage.ts'
import { table, tableCell, tableRow } from './table.ts'
import { thematicBreak } from './thematic-break.ts'
import { title } from './title.ts'
import type { Handlers } from '../state.ts'

/** Handlers: the hast of each type of node. */
export const handlers: Handlers = {
  answer,
  app,
  blockquote,
  break: lineBreak,
  byline,
  caption,
  credit,
  dateline,
  emphasis,
  entryMark,
  figure,
  heading,
  inlineNote,
  lacuna,
  line,
  list,
  listItem,
  paragraph,
  properName,
  question,
  ruby,
  salutation,
  section,
  sourceNote,
  sourceNoteCall,
  speaker,
  speech,
  stage,
  stanza,
  strong,
  subtitle,
  table,
  tableCell,
  tableRow,
  text,
  thematicBreak,
  title,
  verse,
}
