/** Something that is wrong with a bibliography, and what the author reads about it. */
export interface Row {
  readonly item: string
  readonly file: string
  readonly text: string
  /** Line, column and message of each problem. */
  readonly reads: readonly string[]
  /** The citekeys that can be cited all the same. */
  readonly keys: readonly string[]
}
