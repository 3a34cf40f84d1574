import type { Io } from '../io.ts'

/** How far a run is, drawn over one line of the terminal. */
export interface Progress {
  advance(): void
  finish(): void
}

/** A run shorter than this is not worth a line. */
const PATIENCE = 500
const INTERVAL = 100

/** Draws only where standard error is a terminal and the author has not asked for silence. */
export function progressOf(total: number, wanted: boolean, io: Io, now: () => number = Date.now): Progress {
  let done = 0
  let last = now() + PATIENCE - INTERVAL
  let drawn = false
  const draws = wanted && io.terminal
  return {
    advance() {
      done++
      if (!draws || now() - last < INTERVAL) return
      last = now()
      drawn = true
      io.err(`\r\u001b[2K${done} of ${total} files`)
    },
    finish() {
      if (drawn) io.err('\r\u001b[2K')
    },
  }
}
