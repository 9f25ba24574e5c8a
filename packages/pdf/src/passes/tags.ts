import { tagLinks } from '../structure/links.ts'
import { placeStrays } from '../structure/strays.ts'
import { type Element, type Kid, readStructure, visit } from '../structure/tree.ts'
import { writeStructure } from '../structure/write.ts'
import { becameOf, type Job } from './job.ts'

/** Reads the tags, the root a document; an element that owns a link is a link, whatever role its HTML had. */
export function readTags(job: Job): void {
  const root = readStructure(job.file)
  if (root === undefined) return
  root.type = 'Document'
  tagLinks(job.file, root)
  job.tags = root
}

/** Replaces each stretch of content by what became of it. */
export function useNewContents(root: Element, job: Job): void {
  visit(root, (node) => {
    node.kids = node.kids.flatMap((kid): readonly Kid[] =>
      kid.kind === 'content' ? becameOf(job, kid) : [kid],
    )
  })
}

/** Puts stretches that the browser did not tag where they are read. */
export function placeStrayContent(root: Element, job: Job): void {
  const strays = [...job.pages.values()].flatMap((page) => page.strays)
  placeStrays(root, strays, ({ content }, mcid) =>
    becameOf(job, { kind: 'content', page: content.page, mcid }),
  )
}

/** Writes the tags; what is in the language of the document need not say so. */
export function writeTags(root: Element, { file, options }: Job): void {
  if (root.language === options.language) delete root.language
  writeStructure(file, root)
}
