import { createHash } from 'node:crypto'
import { fault, InputError } from '@huijiao/model'

/** One share of a house that is built by several hosts at once. */
export interface Shard {
  /** From 0. */
  readonly index: number
  /** How many shares there are; at least 1. */
  readonly count: number
}

/**
 * Reads `I/N`, I from 0 to N − 1: as a Kubernetes Indexed Job counts its pods.
 *
 * @throws {InputError} where it is anything else.
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,9})\/([1-9]\d{0,8})$/u.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (shard.index < shard.count) return shard
  throw new InputError([fault('shard', { file: '--shard' }, { text })])
}

/**
 * Whether an edition belongs to a share. It depends on the edition's name alone, so that hosts agree
 * without speaking to each other, and a new edition moves no other.
 */
export function isInShard(name: string, { index, count }: Shard): boolean {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % count === index
}
