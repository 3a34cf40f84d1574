/** When work may be done beside other work. */
export interface Pace {
  /** Milliseconds since some moment. */
  now(): number
  /** Gives way to everything else that has something to do. */
  pause(): Promise<void>
}

/**
 * The pace of the machine. A pause is a timer and not `setImmediate`: until it runs out, all steps of an answer that
 * follow one another without waiting are done, and not one between every two slices.
 */
export const steadyPace: Pace = {
  now: () => performance.now(),
  pause: () => new Promise(done => setTimeout(done, 1)),
}
