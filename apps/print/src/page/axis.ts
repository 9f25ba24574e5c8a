/** Whether lines run downward. */
export const isVertical = (): boolean => document.body.classList.contains('vertical')

/** Extent of a rectangle in the direction of a line. */
export const along = (rect: DOMRect): number => (isVertical() ? rect.height : rect.width)

/** Extent of a rectangle in the direction in which lines follow. */
export const across = (rect: DOMRect): number => (isVertical() ? rect.width : rect.height)

/** Where a rectangle begins within another, in the direction in which lines follow. */
export const start = (base: DOMRect, rect: DOMRect): number =>
  isVertical() ? base.right - rect.right : rect.top - base.top

/** Where it ends. */
export const end = (base: DOMRect, rect: DOMRect): number =>
  isVertical() ? base.right - rect.left : rect.bottom - base.top

/** The middle of a rectangle within another: lines are told apart by it. */
export const middle = (base: DOMRect, rect: DOMRect): number =>
  (start(base, rect) + end(base, rect)) / 2

/** Whether a rectangle has any extent. */
export const isSeen = (rect: DOMRect): boolean => rect.width > 0 && rect.height > 0

/** A length of a style in pixels; 0 where it is none. */
export const pixels = (value: string): number => Number.parseFloat(value) || 0
