import type { Edition } from '@huijiao/ast'
import type { Element } from 'xast'
import { type Book, resolvePath } from '../book.ts'
import { attribute, find, findAll, textOf } from '../xml.ts'
import { navOf } from './contents.ts'
import type { Finding } from './finding.ts'

const ACCESSIBILITY = ['accessMode', 'accessModeSufficient', 'accessibilityFeature']
const UUID5 = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** What the package document says is what the edition says, whole, and of this book. */
export function checkMetadata(book: Book, { meta }: Edition): readonly Finding[] {
  const findings: Finding[] = []
  const wrong = (message: string) =>
    findings.push({ path: book.opfPath, rule: 'metadata', message })
  const all = (name: string) => findAll(book.opf, name)
  const texts = (name: string) => all(name).map((e) => textOf(e).trim())
  const expect = (what: string, expected: readonly string[], got: readonly string[]) => {
    if (expected.join('\n') !== got.join('\n'))
      wrong(`${what}: expected “${expected.join('”, “')}”, got “${got.join('”, “')}”`)
  }
  const properties = (name: string) =>
    all('meta').filter((e) => attribute(e, 'property') === name && !attribute(e, 'refines'))
  const values = (name: string) => properties(name).map((e) => textOf(e).trim())
  const refined = (element: Element, name: string) =>
    all('meta')
      .filter((e) => attribute(e, 'refines') === `#${attribute(element, 'id')}`)
      .filter((e) => attribute(e, 'property') === name)
      .map((e) => textOf(e).trim())

  for (const e of findAll(find(book.opf, 'metadata') ?? book.opf, 'meta'))
    if (attribute(e, 'property') !== undefined && textOf(e).trim() === '')
      wrong(`${attribute(e, 'property')}: expected a value, got none`)
  const [identifier = ''] = texts('dc:identifier')
  if (!UUID5.test(identifier)) wrong(`expected a UUID of version 5, got “${identifier}”`)
  expect('modified', [`${meta.date}T00:00:00Z`], values('dcterms:modified'))
  expect('date', [meta.date], texts('dc:date'))
  expect('language', [meta.language], texts('dc:language'))
  const titles = [meta.title, ...(meta.subtitle === undefined ? [] : [meta.subtitle])]
  expect('title', titles, texts('dc:title'))
  expect(
    'title-type',
    ['main', 'subtitle'].slice(0, titles.length),
    all('dc:title').flatMap((e) => refined(e, 'title-type')),
  )
  expect('publisher', meta.publisher === undefined ? [] : [meta.publisher], texts('dc:publisher'))
  expect('subjects', meta.subjects ?? [], texts('dc:subject'))
  const rights = [meta.rights, meta.licence?.name].flatMap((said) => said ?? [])
  expect('rights', rights, texts('dc:rights'))
  expect(
    'licence',
    [meta.licence?.url].flatMap((url) => url ?? []),
    values('dcterms:license'),
  )
  expect(
    'series',
    [meta.series].flatMap((s) => s ?? []),
    values('belongs-to-collection'),
  )
  expect(
    'type of the collection',
    meta.series === undefined ? [] : ['series'],
    properties('belongs-to-collection').flatMap((e) => refined(e, 'collection-type')),
  )
  const people = [...all('dc:creator'), ...all('dc:contributor')]
  for (const { name, role, fileAs } of meta.contributors) {
    const person = people.find((e) => textOf(e).trim() === name)
    if (person === undefined) wrong(`contributor: expected “${name}”, got none`)
    else {
      expect(`role of ${name}`, [role], refined(person, 'role'))
      expect(`sorting name of ${name}`, [fileAs ?? name], refined(person, 'file-as'))
    }
  }
  const generator = all('meta').find((e) => attribute(e, 'name') === 'generator')
  const maker = generator === undefined ? 'none' : attribute(generator, 'content')
  if (maker !== meta.generator) wrong(`generator: expected “${meta.generator}”, got “${maker}”`)
  const files = meta.witnesses.flatMap((w) => w.sources.map((s) => s.sha256))
  expect(
    'sources',
    files,
    texts('dc:source').map((s) => s.split('sha-256:')[1] ?? ''),
  )

  for (const name of ACCESSIBILITY)
    if (values(`schema:${name}`).length === 0) wrong(`expected schema:${name}, got none`)
  for (const name of ['accessibilityHazard', 'accessibilitySummary'])
    if (values(`schema:${name}`).length !== 1) wrong(`expected one schema:${name}`)
  const claims = properties('dcterms:conformsTo')
  if (!claims.some((e) => /^EPUB Accessibility 1\.1 - WCAG 2\.\d Level AA$/.test(textOf(e))))
    wrong('expected a claim of conformance')
  for (const claim of claims)
    if (refined(claim, 'a11y:certifiedBy').length !== 1) wrong('expected who certifies it')
  const paged = navOf(book, 'page-list') === undefined ? 0 : 1
  if (values('pageBreakSource').length !== paged) wrong('expected pageBreakSource with pages alone')

  const listed = all('item').map((e) => resolvePath(book.opfPath, attribute(e, 'href') ?? '').path)
  const held = [...book.files.keys()].filter(
    (path) => path !== 'mimetype' && !path.startsWith('META-INF/') && path !== book.opfPath,
  )
  expect('manifest', held.toSorted(), listed.toSorted())
  return findings
}
