/** What a command may touch of the process it runs in; tests give their own. */
export interface Io {
  /** Working directory: paths on the command line start from it, paths in reports are relative to it. */
  readonly cwd: string
  /** The program itself, which worker threads run; without it the work is done in this thread. */
  readonly program?: string
  /** Whether standard output wants colours, by Node's own rules (`NO_COLOR`, `FORCE_COLOR`, terminal or not). */
  readonly colour: boolean
  /** Whether standard error is a terminal, where progress can be drawn over. */
  readonly terminal: boolean
  /** Findings and results. */
  out(text: string): void
  /** Progress and problems. */
  err(text: string): void
  /** All of standard input. */
  input(): Promise<Uint8Array>
}

/** Exit status: clean, findings, or the run failed. */
export type ExitStatus = 0 | 1 | 2
