import { isVertical, pixels } from './axis.ts'

/** Bopomofo with its tone: the mark of the neutral tone before, the others behind. */
const ZHUYIN = /^(˙?[\u3105-\u312f\u31a0-\u31bf]{1,3})([ˊˇˋ]?)$/u

/** Size of a symbol, room of the column beside its character, and how much it stands above the middle of the line, in ems (clreq, Positioning of Bopomofo). */
const [SYMBOL, ROOM, RISE] = [0.3, 0.5, 0.15]

/**
 * Sets an annotation in Bopomofo: its symbols one below another at the right of the character, the tone at the right of
 * the last. Says whether it is one.
 */
export function setZhuyin(note: HTMLElement, base: HTMLElement): boolean {
  const [, symbols = '', tone = ''] = ZHUYIN.exec(note.textContent.trim()) ?? []
  if (symbols === '' || [...base.textContent.trim()].length !== 1) return false
  const count = [...symbols].length
  note.classList.add('zhuyin')
  note.style.fontSize = `${SYMBOL}em`
  note.replaceChildren(symbols)
  if (tone !== '') {
    const mark = document.createElement('span')
    mark.className = 'tone'
    mark.textContent = tone
    mark.style.top = `${count - 1.5}em`
    note.append(mark)
  }
  if (isVertical()) return true
  const em = pixels(getComputedStyle(base).fontSize)
  const line = pixels(getComputedStyle(base).lineHeight)
  base.style.paddingInlineEnd = `${ROOM * em}px`
  note.style.marginLeft = `${-(ROOM - 0.02) * em}px`
  note.style.marginTop = `${(line - count * SYMBOL * em) / 2 - RISE * em}px`
  return true
}
