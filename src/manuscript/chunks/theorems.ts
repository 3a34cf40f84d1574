/** Theorem environments of bookdown and the prefix that their labels take (its manual, section 2.2.2). */
export const THEOREMS: ReadonlyMap<string, string> = new Map([
  ['theorem', 'thm'],
  ['lemma', 'lem'],
  ['corollary', 'cor'],
  ['proposition', 'prp'],
  ['conjecture', 'cnj'],
  ['definition', 'def'],
  ['example', 'exm'],
  ['exercise', 'exr'],
  ['hypothesis', 'hyp'],
])
