/** The exit codes of the command; the readme lists them. */
export const EXIT = {
  ok: 0,
  /** A fault of the program, or of the machine. */
  failure: 1,
  /** The arguments or the input are wrong; nothing was written. */
  input: 2,
  /** Something was made, but not all: the message says what is missing. */
  incomplete: 3,
} as const
