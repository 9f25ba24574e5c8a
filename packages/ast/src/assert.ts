import { checkApp, checkBreaks, checkMeta, checkWork } from './checks.ts'
import { childTypes, type FieldSpec, isNodeType, specOf } from './spec.ts'
import { type Fail, TreeError } from './tree-error.ts'

/** Checks of fields that the content model does not describe. */
const CHECKS: Readonly<Record<string, (node: Record<string, unknown>, fail: Fail) => void>> = {
  edition: checkMeta,
  work: checkWork,
  app: checkApp,
}

/**
 * Asserts that a value is a canonical tree: node types, content model, required fields, unique ids.
 *
 * @throws {TreeError} naming the path of the first thing wrong, in document order.
 */
export function assertEdition(tree: unknown): void {
  visit(tree, 'edition', ['edition'], new Set())
}

function visit(value: unknown, path: string, allowed: readonly string[], ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) throw new TreeError(path, 'a node', value)
  const node = value as Record<string, unknown>
  const { type } = node
  if (!isNodeType(type) || !allowed.includes(type)) {
    throw new TreeError(path, allowed.join(' or '), type)
  }
  const fail: Fail = (field, expected, got) => {
    throw new TreeError(`${path}.${field}`, expected, got)
  }
  for (const [field, spec] of Object.entries(specOf(type).fields ?? {})) {
    checkField(field, spec, node[field], fail)
  }
  CHECKS[type]?.(node, fail)
  if ((type === 'work' || type === 'app') && typeof node.id === 'string') {
    if (ids.has(node.id)) fail('id', 'an id used once', node.id)
    ids.add(node.id)
  }
  const children = childTypes(type)
  if (children === null) return
  if (!Array.isArray(node.children)) fail('children', 'an array', node.children)
  for (const [index, child] of (node.children as unknown[]).entries()) {
    const name = (child as { type?: unknown } | null)?.type
    visit(child, `${path} › ${typeof name === 'string' ? name : '?'}[${index}]`, children, ids)
  }
}

function checkField(field: string, spec: FieldSpec, value: unknown, fail: Fail): void {
  if (value === undefined && spec.optional === true) return
  switch (spec.type) {
    case 'depth':
    case 'count':
      if (!Number.isInteger(value) || Number(value) < 1) fail(field, 'an integer from 1', value)
      return
    case 'breaks':
      checkBreaks(field, value, fail)
      return
    default:
      // oxlint-disable-next-line valid-typeof -- the specification names types as `typeof` does
      if (typeof value !== spec.type) fail(field, `a ${spec.type}`, value)
  }
}
