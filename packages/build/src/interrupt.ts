const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The build was told to end by a signal, and everything that it had started has ended. */
export class InterruptedError extends Error {
  readonly signal: NodeJS.Signals
  constructor(signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`)
    this.name = 'InterruptedError'
    this.signal = signal
  }
}

/** Signals that tell the program to end, heard while it works: it ends where nothing is left half done. */
export interface Interrupt {
  /** @throws {InterruptedError} where a signal has come. */
  readonly check: () => void
  /** Calls `stop` when a signal comes during some work, at once where one has come already, and waits for both. */
  readonly during: <T>(stop: () => Promise<void>, work: () => Promise<T>) => Promise<T>
  /** Lets signals end the program again. */
  readonly rest: () => void
}

/** Hears signals from now on; one ends the program only where {@link Interrupt.check} is asked. */
export function hearInterrupts(): Interrupt {
  let received: NodeJS.Signals | undefined
  const stops = new Set<() => void>()
  const hear = (signal: NodeJS.Signals): void => {
    received ??= signal
    for (const stop of stops) stop()
  }
  for (const signal of SIGNALS) process.on(signal, hear)
  return {
    check: () => {
      if (received !== undefined) throw new InterruptedError(received)
    },
    during: async (stop, work) => {
      let stopped: Promise<void> | undefined
      const once = (): void => {
        stopped ??= stop()
      }
      stops.add(once)
      if (received !== undefined) once()
      try {
        return await work()
      } finally {
        stops.delete(once)
        await stopped
      }
    },
    rest: () => {
      for (const signal of SIGNALS) process.off(signal, hear)
    },
  }
}
