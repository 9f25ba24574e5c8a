import { clearLine, cursorTo } from 'node:readline'

/** The steps of one piece of long work, as they begin. */
export interface Progress {
  readonly step: (name: string) => void
  /** Ends it, and takes the line away; to be called whatever happens. */
  readonly done: () => void
}

/**
 * Tells on standard error how far long work is: on a terminal in one line that is gone afterwards, elsewhere
 * in plain lines (`lines`), or not at all where what is printed is for another program (`silent`); `never` tells nothing
 * on a terminal either.
 */
export function progress(
  subject: string,
  elsewhere: 'lines' | 'silent' | 'never',
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  if (!stream.isTTY || elsewhere === 'never') {
    const step =
      elsewhere !== 'lines' ? () => {} : (name: string) => stream.write(`${subject}: ${name}\n`)
    return { step, done: () => {} }
  }
  const clear = (): void => {
    clearLine(stream, 0)
    cursorTo(stream, 0)
  }
  return {
    step: (name) => {
      clear()
      stream.write(`${subject}: ${name} …`)
    },
    done: clear,
  }
}
