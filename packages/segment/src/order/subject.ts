import type { Survey } from '../survey/survey.ts'

/**
 * Whether the text up to the end of one atom and that from the beginning of another are of one article,
 * by their words, in nats.
 */
export function subject({ context, cohesion }: Survey, from: number, to: number): number {
  if (context.returns(from, to)) return 0
  return cohesion(context.before(from), context.after(to))
}
