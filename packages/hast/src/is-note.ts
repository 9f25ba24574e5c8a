import type { App } from '@huijiao/ast'

/** Whether readers get a note: a real variation, or a place that nothing decides. */
export function isNote(app: App): boolean {
  return (
    app.layer === 'content' &&
    app.continues === undefined &&
    (app.cause === 'variation' || app.certainty === 'undecided')
  )
}
