/** Of sixteen parts of a line at 1/64 each, in pixels; the boxes of the pages are larger than the text by four times that. */
const ROOM = 0.25

/** So many characters show a width that differs by the least that the browser rounds. */
const MANY = 1000

/**
 * Where characters come out wider than their size, lines get a little more room.
 *
 * The browser rounds advances, at some sizes up, and the parts of a line up to whole units of its layout. A line of as
 * many characters as fit is then too long by a trifle, and whether it ends a character earlier depends on
 * how many parts it has: on whether something floats in it, which the print has and the layout has not. Nothing floats in
 * vertical lines, which keep their length.
 *
 * @param options.em size of the text, in pixels.
 * @param options.measure width of the text, in pixels.
 */
export function giveRoom(options: { readonly em: number; readonly measure: number }): void {
  const run = document.createElement('span')
  run.style.cssText = 'position: absolute; white-space: nowrap'
  run.textContent = '一'.repeat(MANY)
  document.body.append(run)
  const { width } = run.getBoundingClientRect()
  run.remove()
  if (width <= options.em * MANY) return
  const { style } = document.documentElement
  for (const name of ['--width', '--measure']) {
    style.setProperty(name, `${options.measure + ROOM}px`)
  }
}
