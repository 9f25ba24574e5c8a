import { fault, InputError } from '@huijiao/model'
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Draft } from '../draft/draft.ts'
import { lineStartsOf } from '../draft/points.ts'
import { JSON_ESCAPES, spell } from '../draft/spell.ts'

/**
 * Parses JSON, each value with its place.
 *
 * @throws {InputError} with line and column of the first fault.
 */
export function parseJson(file: string, text: string): Node {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [first] = errors
  if (root !== undefined && first === undefined) return root
  const offset = first?.offset ?? 0
  const starts = lineStartsOf(text)
  const line = starts.findLastIndex((start) => start <= offset)
  throw new InputError([
    fault(
      'malformed-json',
      { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 },
      { text: first === undefined ? '' : printParseErrorCode(first.error) },
    ),
  ])
}

/** The value of a key of an object. */
export const member = (node: Node | undefined, key: string): Node | undefined =>
  node?.type === 'object'
    ? node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1]
    : undefined

/** The items of an array; none of anything else. */
export const items = (node: Node | undefined): readonly Node[] =>
  node?.type === 'array' ? (node.children ?? []) : []

export const stringOf = (node: Node | undefined): string | undefined =>
  node?.type === 'string' ? String(node.value) : undefined

export const numberOf = (node: Node | undefined): number | undefined =>
  node?.type === 'number' ? Number(node.value) : undefined

/** Writes the characters of a string of a JSON file. */
export function stringInto(made: Draft, text: string, node: Node): void {
  const [from, to] = [node.offset + 1, node.offset + node.length - 1]
  spell(made, stringOf(node) ?? '', { raw: text.slice(from, to), from }, [JSON_ESCAPES])
}
