const NAMES =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  )

/** The names of the Greek letters, each once. */
export const GREEK_NAMES: ReadonlySet<string> = new Set(NAMES)

/** The name of the Greek letter that a UTF-16 unit is, whatever its case, accent or variant (`µ`, `ϕ`); nothing for all others. */
export const greekNameOf = (code: number): string | undefined =>
  NAMES[String.fromCharCode(code).normalize('NFKD').toLowerCase().charCodeAt(0) - 0x3b1]
