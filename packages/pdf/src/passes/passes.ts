import { shapeContents } from '../structure/contents.ts'
import { groupFigures } from '../structure/figures.ts'
import { levelHeadings } from '../structure/headings.ts'
import { applyHints } from '../structure/hints.ts'
import { shapeLists } from '../structure/lists.ts'
import { numberNotes, placeNotes } from '../structure/notes.ts'
import { dropHollow, simplify } from '../structure/shape.ts'
import { joinSplitBlocks } from '../structure/split-blocks.ts'
import { shapeTables } from '../structure/table.ts'
import type { Element } from '../structure/tree.ts'
import { checkClaim, writeBookmarks, writeCatalog, writeInfo, writeLabels } from './catalog.ts'
import { rewriteContent } from './content.ts'
import type { Job } from './job.ts'
import { agree, describe, findMisplaced, home, moveMisplaced, writeLinkPlaces } from './links.ts'
import { moveWithContent, setBoxes } from './sheets.ts'
import { placeStrayContent, readTags, useNewContents, writeTags } from './tags.ts'

/** One step of finishing a file. */
export interface Pass {
  readonly name: PassName
  /** Passes that must have run, each with what is used of them. */
  readonly needs: Readonly<Partial<Record<PassName, string>>>
  readonly run: (job: Job) => void
}

type PassName =
  | 'home links'
  | 'read tags'
  | 'find misplaced links'
  | 'boxes'
  | 'content'
  | 'move with content'
  | 'move misplaced links'
  | 'link places'
  | 'agree'
  | 'describe links'
  | 'new contents'
  | 'stray contents'
  | 'hints'
  | 'place notes'
  | 'drop hollow boxes'
  | 'join split blocks'
  | 'group figures'
  | 'simplify'
  | 'tables of contents'
  | 'headings'
  | 'lists'
  | 'tables'
  | 'number notes'
  | 'write tags'
  | 'bookmarks'
  | 'page labels'
  | 'catalog'
  | 'claim'
  | 'metadata'

/** A pass over the tags; a file without tags does not need it. */
const onTags =
  (change: (root: Element, job: Job) => void) =>
  (job: Job): void => {
    if (job.tags !== undefined) change(job.tags, job)
  }

/** The passes over a finished file, in their order. */
export const PASSES: readonly Pass[] = [
  { name: 'home links', needs: {}, run: home },
  { name: 'read tags', needs: {}, run: readTags },
  { name: 'find misplaced links', needs: { 'read tags': 'who owns a link' }, run: findMisplaced },
  { name: 'boxes', needs: {}, run: setBoxes },
  {
    name: 'content',
    needs: {
      boxes: 'where the content moves',
      'read tags': 'of which stretches the text is wanted',
      'find misplaced links': 'of which stretches the place is wanted',
    },
    run: rewriteContent,
  },
  { name: 'move with content', needs: { boxes: 'by how much' }, run: moveWithContent },
  {
    name: 'move misplaced links',
    needs: {
      content: 'where their words are',
      'move with content': 'or they would be moved once more',
    },
    run: moveMisplaced,
  },
  {
    name: 'link places',
    needs: {
      'home links': 'what begins with a link',
      'move with content': 'the corners of links are final',
      'move misplaced links': 'so are those of misplaced ones',
    },
    run: writeLinkPlaces,
  },
  { name: 'agree', needs: { 'link places': 'all destinations' }, run: agree },
  {
    name: 'describe links',
    needs: { content: 'the words of links', 'home links': 'which lead out of the book' },
    run: describe,
  },
  {
    name: 'new contents',
    needs: {
      content: 'the new identifiers',
      'describe links': 'it asks for texts by the old ones',
    },
    run: onTags(useNewContents),
  },
  {
    name: 'stray contents',
    needs: { 'new contents': 'the neighbours by their new identifiers' },
    run: onTags(placeStrayContent),
  },
  { name: 'hints', needs: { 'read tags': 'languages' }, run: onTags(applyHints) },
  {
    name: 'place notes',
    needs: { hints: 'what is a note', 'home links': 'what calls it' },
    run: onTags((root, { file }) => placeNotes(file, root)),
  },
  {
    name: 'drop hollow boxes',
    needs: {
      'new contents': 'what paints nothing',
      'place notes': 'it empties the boxes of notes',
    },
    run: onTags(dropHollow),
  },
  {
    name: 'join split blocks',
    needs: { hints: 'which go on', 'place notes': 'notes stand between parts before' },
    run: onTags(joinSplitBlocks),
  },
  { name: 'group figures', needs: {}, run: onTags(groupFigures) },
  {
    name: 'simplify',
    needs: {
      hints: 'runs with a type stay',
      'join split blocks': 'it knows parts by their place among their fellows',
      'group figures': 'a group gives way to its line',
    },
    run: onTags(simplify),
  },
  {
    name: 'tables of contents',
    needs: { simplify: 'lines and links without runs between' },
    run: onTags(shapeContents),
  },
  { name: 'headings', needs: { simplify: 'their order' }, run: onTags(levelHeadings) },
  {
    name: 'lists',
    needs: { 'tables of contents': 'lists in them are no lists' },
    run: onTags(shapeLists),
  },
  {
    name: 'tables',
    needs: { simplify: 'rows hold cells alone' },
    run: onTags((root, { file }) => shapeTables(file, root)),
  },
  { name: 'number notes', needs: { 'place notes': 'their order' }, run: onTags(numberNotes) },
  {
    name: 'write tags',
    needs: {
      headings: 'what it writes',
      lists: 'what it writes',
      tables: 'what it writes',
      'number notes': 'what it writes',
      'stray contents': 'what it writes',
      'drop hollow boxes': 'what it writes',
    },
    run: onTags(writeTags),
  },
  { name: 'bookmarks', needs: { 'link places': 'destinations by name' }, run: writeBookmarks },
  { name: 'page labels', needs: {}, run: writeLabels },
  {
    name: 'catalog',
    needs: { 'link places': 'all destinations, to be sorted' },
    run: writeCatalog,
  },
  {
    name: 'claim',
    needs: { 'write tags': 'the finished tags', 'describe links': 'links without words' },
    run: checkClaim,
  },
  { name: 'metadata', needs: { claim: 'whether the file claims PDF/UA-1' }, run: writeInfo },
]

/**
 * Runs passes in their order.
 *
 * @throws {Error} where a pass stands before one that it needs.
 */
export function runPasses(job: Job, passes: readonly Pass[] = PASSES): void {
  const done = new Set<string>()
  for (const { name, needs, run } of passes) {
    const missing = Object.keys(needs).filter((need) => !done.has(need))
    if (missing.length > 0) throw new Error(`pass “${name}” needs ${missing.join(', ')} before it`)
    run(job)
    done.add(name)
  }
}
