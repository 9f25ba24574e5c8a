import { clearLine, cursorTo } from 'node:readline'
import type { Voice } from './words/words.ts'

/** The steps of one piece of long work, as they begin. */
export interface Progress {
  /** @param done share of the work that is behind, from 0 to 1, where it is known. */
  readonly step: (name: string, done?: number) => void
  /** Ends it, and takes the line away; to be called whatever happens. */
  readonly done: () => void
}

/** Milliseconds of work after which people want to know how long it will take. */
const SOON = 1000

/**
 * Tells on standard error how far long work is: on a terminal in one line that is gone afterwards, with the time that is
 * left; elsewhere in plain lines (`lines`), or not at all where what is printed is for another program (`silent`);
 * `never` tells nothing on a terminal either.
 */
export function progress(
  subject: string,
  elsewhere: 'lines' | 'silent' | 'never',
  words: Voice['timeLeft'],
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  if (!stream.isTTY || elsewhere === 'never') {
    const step =
      elsewhere !== 'lines' ? () => {} : (name: string) => stream.write(`${subject}: ${name}\n`)
    return { step, done: () => {} }
  }
  const begun = performance.now()
  const clear = (): void => {
    clearLine(stream, 0)
    cursorTo(stream, 0)
  }
  return {
    step: (name, done = 0) => {
      clear()
      stream.write(`${subject}: ${name} …${timeLeft(performance.now() - begun, done, words)}`)
    },
    done: clear,
  }
}

/** ` about 20 s left`, where that can be told. */
function timeLeft(elapsed: number, done: number, words: Voice['timeLeft']): string {
  if (elapsed < SOON || done <= 0 || done >= 1) return ''
  const seconds = Math.max(1, Math.round((elapsed * (1 - done)) / done / 1000))
  return seconds < 90 ? words.seconds(seconds) : words.minutes(Math.round(seconds / 60))
}
