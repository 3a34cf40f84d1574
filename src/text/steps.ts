/**
 * Work that may be interrupted: at each step it yields which part of it is done, from 0 to 1, and in the end its result.
 * Who runs it decides whether it is done at once or beside something else.
 */
export type Steps<Result> = Generator<number, Result>

/** Does all of the work and gives its result. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** How many characters of a text are read in one step, unless there is a reason for another number. */
const STEP = 65_536

/** Says of each place that reading a text comes to whether a step is over there. */
export function stepsOver(from = 0): (position: number) => boolean {
  let next = from + STEP
  return position => {
    if (position < next) return false
    next = position + STEP
    return true
  }
}

/** Work of which the steps tell the part from `from` to `to` of a larger one. */
export function* within<Result>(from: number, to: number, steps: Steps<Result>): Steps<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + step.value * (to - from)
  }
}
