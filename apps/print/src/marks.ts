/** Marks that open, whose blank half comes first. */
export const OPENING = '“‘（《〈「『【〔［'

/** Marks that close, whose blank half comes last. */
export const CLOSING = '”’）》〉」』】〕］'

/** Points and pauses whose blank half comes last. */
export const POINTS = '，。、；：'

/** Points that fill their square. */
export const EXCLAIMING = '！？'

/** Signs between two things, which begin no line (GB/T 15834—2011, 5.1.9). */
export const BETWEEN = '～·／'

/** Marks of more than one square that hold together: dashes and ellipses. */
export const LONG = '—…'

/** What does not begin a line: points, and marks that close or go on. */
export const NOT_FIRST = `${CLOSING}${POINTS}${EXCLAIMING}${LONG}${BETWEEN}`
