/**
 * How well two divisions of the same things agree: 1 where they are the same, about 0 where one says nothing of
 * the other (Hubert and Arabie 1985).
 *
 * @param labels for each thing its class in one division and in the other.
 */
export function randIndex(labels: readonly (readonly [one: string, other: string])[]): number {
  const both = pairsWithin(labels.map(([one, other]) => `${one}\n${other}`))
  const ones = pairsWithin(labels.map(([one]) => one))
  const others = pairsWithin(labels.map(([, other]) => other))
  const expected = (ones * others) / choose(labels.length)
  const most = (ones + others) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

const choose = (count: number): number => (count * (count - 1)) / 2

/** Pairs of things of one class. */
function pairsWithin(classes: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const each of classes) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + choose(count), 0)
}
