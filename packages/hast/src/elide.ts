/** Characters of a long reading shown at each end. */
const ENDS = 8
/** Characters up to which a reading is shown whole. */
const LONGEST = 24

/** A long reading by its beginning and end. */
export function elide(text: string): string {
  const points = [...text]
  return points.length <= LONGEST
    ? text
    : `${points.slice(0, ENDS).join('')}……${points.slice(-ENDS).join('')}`
}
