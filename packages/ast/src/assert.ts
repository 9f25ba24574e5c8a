import { METHODS, READING_TYPES } from './terms.ts'

/** What a node is made of: its allowed children (null: it has none), and checks of its own fields. */
interface Rule {
  readonly children: readonly string[] | null
  readonly check?: (node: Record<string, unknown>, fail: Fail) => void
}

type Fail = (field: string, expected: string, got: unknown) => never

/** A tree that is not canonical. `path` leads to what is wrong: `edition › work[2] › paragraph[5] › app[1].id`. */
export class TreeError extends Error {
  readonly path: string
  readonly expected: string
  constructor(path: string, expected: string, got: unknown) {
    super(`${path}: expected ${expected}, got ${show(got)}`)
    this.name = 'TreeError'
    this.path = path
    this.expected = expected
  }
}

const PHRASING = ['text', 'app', 'lacuna', 'ruby', 'dateline', 'emphasis', 'strong', 'break']
const MDAST_FLOW = ['blockquote', 'list', 'table', 'thematicBreak']
const FLOW = [
  'paragraph',
  'salutation',
  'question',
  'answer',
  'section',
  'lacuna',
  'byline',
  'dateline',
  ...MDAST_FLOW,
]

const string = (field: string) => (node: Record<string, unknown>, fail: Fail) => {
  if (typeof node[field] !== 'string') fail(field, 'a string', node[field])
}

const RULES: Readonly<Record<string, Rule>> = {
  edition: { children: ['work'], check: checkEdition },
  work: { children: ['heading', ...FLOW], check: checkWork },
  section: { children: ['heading', ...FLOW] },
  heading: { children: ['title', 'subtitle', 'dateline', 'byline'], check: checkDepth },
  title: { children: PHRASING, check: checkBreaks('breaks') },
  subtitle: { children: PHRASING },
  byline: { children: PHRASING },
  dateline: { children: PHRASING },
  paragraph: { children: PHRASING },
  salutation: { children: PHRASING },
  question: { children: ['paragraph', 'lacuna'] },
  answer: { children: ['paragraph', 'lacuna'] },
  app: { children: ['text', 'lacuna'], check: checkApp },
  lacuna: { children: null },
  text: { children: null, check: string('value') },
  ruby: { children: PHRASING, check: string('annotation') },
  emphasis: { children: PHRASING },
  strong: { children: PHRASING },
  break: { children: null },
  thematicBreak: { children: null },
  blockquote: { children: FLOW },
  list: { children: ['listItem'] },
  listItem: { children: FLOW },
  table: { children: ['tableRow'] },
  tableRow: { children: ['tableCell'] },
  tableCell: { children: PHRASING },
}

/**
 * Asserts that a value is a canonical tree: node types, content model, required fields, unique ids.
 *
 * @throws {TreeError} naming the path of the first thing wrong, in document order.
 */
export function assertEdition(tree: unknown): void {
  const ids = new Set<string>()
  visit(tree, 'edition', ['edition'], ids)
}

function visit(value: unknown, path: string, allowed: readonly string[], ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) throw new TreeError(path, 'a node', value)
  const node = value as Record<string, unknown>
  const { type } = node
  if (typeof type !== 'string' || !allowed.includes(type)) {
    throw new TreeError(path, allowed.join(' or '), type)
  }
  const rule = RULES[type]
  if (rule === undefined) throw new TreeError(path, 'a known node type', type)
  rule.check?.(node, (field, expected, got) => {
    throw new TreeError(`${path}.${field}`, expected, got)
  })
  if ((type === 'work' || type === 'app') && typeof node.id === 'string') {
    if (ids.has(node.id)) throw new TreeError(`${path}.id`, 'an id used once', node.id)
    ids.add(node.id)
  }
  if (rule.children === null) return
  if (!Array.isArray(node.children))
    throw new TreeError(`${path}.children`, 'an array', node.children)
  for (const [index, child] of node.children.entries()) {
    const name = (child as { type?: unknown } | null)?.type
    visit(child, `${path} › ${typeof name === 'string' ? name : '?'}[${index}]`, rule.children, ids)
  }
}

function checkEdition(node: Record<string, unknown>, fail: Fail): void {
  const meta = node.meta as Record<string, unknown> | undefined
  if (typeof meta !== 'object' || meta === null) fail('meta', 'an object', meta)
  for (const field of ['id', 'title', 'language', 'date', 'generator']) {
    if (typeof meta[field] !== 'string') fail(`meta.${field}`, 'a string', meta[field])
  }
  checkBreaks('titleBreaks')(meta, (field, ...rest) => fail(`meta.${field}`, ...rest))
}

/** Offsets into a text, ascending, where there are any. */
function checkBreaks(field: string) {
  return (node: Record<string, unknown>, fail: Fail): void => {
    const breaks = node[field]
    if (breaks === undefined) return
    const ok =
      Array.isArray(breaks) &&
      breaks.every((at, i) => Number.isInteger(at) && at > Number(breaks[i - 1] ?? 0))
    if (!ok) fail(field, 'ascending positive integers', breaks)
  }
}

function checkWork(node: Record<string, unknown>, fail: Fail): void {
  if (typeof node.id !== 'string' || !/^[A-Za-z][A-Za-z0-9-]*$/.test(node.id)) {
    fail('id', 'ASCII letters, digits and hyphens, a letter first', node.id)
  }
  if (node.placement !== 'body' && node.placement !== 'appendix') {
    fail('placement', "'body' or 'appendix'", node.placement)
  }
  if (!Array.isArray(node.sigla)) fail('sigla', 'an array', node.sigla)
  const first = (node.children as { type?: unknown }[] | undefined)?.[0]
  if (first?.type !== 'heading') fail('children[0]', 'a heading', first?.type)
}

function checkDepth(node: Record<string, unknown>, fail: Fail): void {
  const { depth } = node
  if (typeof depth !== 'number' || !Number.isInteger(depth) || depth < 1 || depth > 6) {
    fail('depth', 'an integer from 1 to 6', depth)
  }
}

function checkApp(node: Record<string, unknown>, fail: Fail): void {
  if (typeof node.id !== 'string' || !/^[A-Za-z][A-Za-z0-9-]*$/.test(node.id)) {
    fail('id', 'ASCII letters, digits and hyphens, a letter first', node.id)
  }
  if (!['high', 'medium', 'low', 'undecided'].includes(node.certainty as string)) {
    fail('certainty', 'high, medium, low or undecided', node.certainty)
  }
  if (node.method !== null && !(METHODS as readonly unknown[]).includes(node.method)) {
    fail('method', `${METHODS.join(', ')} or null`, node.method)
  }
  if (!Array.isArray(node.readings)) fail('readings', 'an array', node.readings)
  for (const [index, reading] of (node.readings as Record<string, unknown>[]).entries()) {
    if (typeof reading.text !== 'string') fail(`readings[${index}].text`, 'a string', reading.text)
    if (!(READING_TYPES as readonly unknown[]).includes(reading.type)) {
      fail(`readings[${index}].type`, READING_TYPES.join(', '), reading.type)
    }
  }
}

function show(value: unknown): string {
  const json = JSON.stringify(value)
  return json === undefined ? String(value) : json.length > 80 ? `${json.slice(0, 77)}…` : json
}
