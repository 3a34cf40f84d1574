/** A short form as its letters may be meant, and what it costs to take them so. */
export interface Reading {
  readonly short: string
  readonly cost: number
  /** How much it may cost to spread each letter, where little is left to go by. */
  readonly most: number
  /** Whether it begins with a number, before which the long form may say “type”. */
  readonly isTurned?: true
}

/** All of it, in order. */
const AS_WRITTEN = { cost: 0, most: Number.POSITIVE_INFINITY }
/** Without a digit that the long form leaves out: “T3: triiodothyronine”. */
const DIGIT = { cost: 0.9, most: 0.45 }
/** Without what tells one of several from the others: “Hsp70: heat shock protein”, “TNF-alpha: tumor necrosis factor”, “UAS(GAL): upstream activating sequence”. */
const INDEX = { cost: 0.9, most: 0.3 }
/** Without the organism or the variety: “hTERT: telomerase reverse transcriptase”. */
const VARIETY = { cost: 0.6, most: 0.2 }
/** Without the p of a protein of yeast: “Ire1p: inositol-requiring enzyme 1”. */
const OF_YEAST = { cost: 0.3, most: 0.3 }
/** With that first which the long form says first: “Tm: melting temperature”, “IC50: 50% inhibitory concentration”. */
const TURNED = { cost: 0.2, most: 0.22 }
/** In the order of chemical names: “6-OHDA: 6-hydroxydopamine”, “GlcNAc: N-acetylglucosamine”. */
const CHEMICAL = { cost: 0, most: 0.62 }

const GREEK = '(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|sigma|omega|[α-ω])'
const ONE_DIGIT = /(?<=^\P{N}*)\p{N}(?=\P{N}*$)/u
const LAST_DIGIT = /(?<=\p{L}[-()]?)\p{N}\)?$/u
const INDEX_AT_END = new RegExp(
  `(?<=^[\\p{L}-]{2,})(?:\\([\\p{L}\\p{N}]+\\)|-?\\(?\\p{N}{2,}\\p{L}?\\)?|\\p{N}p|-?\\p{N}/\\p{N}|-\\p{Lu}|[-\\s]?${GREEK}[-\\s]?\\p{N}?)$`,
  'u',
)
const VARIETY_AT_BEGINNING = /^(?:\p{Ll}|\p{Lu}\p{Ll}(?=\p{Lu}{2}))-?(?=\p{Lu}[\p{L}\p{N}-]*[\p{Lu}\p{N}])/u
/** The symbol and its index: “Vmax”, “k(cat)”, “KD”, “pI”; “TbetaRII”, “TAS-20”, “Abeta”. */
const SYMBOLS = [
  /^(p?\p{Lu}{1,3})[-(]?(\p{Ll}{1,4})\)?$/u,
  /^([Kk])\(?(\p{L}|cat)\)?$/u,
  /^(p)(I)$/,
  new RegExp(`^(\\p{L}[\\p{L}-]*?)[-\\s(]?(\\p{N}{1,3}\\p{Lu}?|I{1,3}|${GREEK})\\)?$`, 'u'),
]
/** The first letters of what the symbols of physics stand for, where they are others: constant, rate, current, conductance, potential. */
const QUANTITIES: ReadonlyMap<string, string> = new Map([...'KkIGV'].map((symbol, index) => [symbol, 'crccp'[index]!]))
/** A number before the last word, written behind its letter: “ActRII: activin type II receptor”. */
const NUMBERED_AT_END = /^(\p{L}.*?)-?(\p{Lu})-?(I{1,3}[AB]?|\p{N}\p{Lu}?)$/u
const YEAST_PROTEIN = /(?<=^\p{Lu}\p{Ll}{2}\p{N}+)p$/u
const HALF_LIFE = /^t\(?1\/2\)?$/i
const HYDROXY = /(?<=\p{N}.*)OH\)?\(?\p{N}?\)?/u
const N_ACETYL = /(\p{Lu}\p{Ll}{2})NAc$/u

/** The ways to take a short form in front of which `text` stands, the first as it is written. */
export function* readingsOf(short: string, text: string): Iterable<Reading> {
  yield { short, ...AS_WRITTEN }
  const without = (part: RegExp, reading: Omit<Reading, 'short'>, instead = ''): readonly Reading[] =>
    part.test(short) ? [{ short: short.replace(part, instead), ...reading }] : []
  if (/\p{N}/u.test(short)) {
    yield* without(ONE_DIGIT.test(short) ? ONE_DIGIT : LAST_DIGIT, DIGIT)
    yield* without(YEAST_PROTEIN, OF_YEAST)
    yield* without(HALF_LIFE, TURNED, 'hl')
    yield* without(HYDROXY, CHEMICAL, 'H')
  }
  yield* without(INDEX_AT_END, INDEX)
  yield* without(VARIETY_AT_BEGINNING, VARIETY)
  yield* without(NUMBERED_AT_END, TURNED, '$1 $3 $2')
  yield* without(N_ACETYL, CHEMICAL, 'NAc$1')
  yield* turned(short, text)
}

/** The readings that leave nothing out. */
export const isComplete = ({ cost }: Reading): boolean => cost < VARIETY.cost

function* turned(short: string, text: string): Iterable<Reading> {
  const parts = SYMBOLS.map(pattern => pattern.exec(short)).find(found => found !== null)
  const [symbol, index] = parts?.slice(1) ?? []
  if (symbol === undefined || index === undefined) return
  // a plural, and “type I MS (MS I)”, which says nothing of MS
  const isPlural = index === 's' && symbol.length > 1
  if (isPlural || (/^[\p{N}I]/u.test(index) && text.split(/\s+/).includes(symbol))) return
  for (const first of [symbol, QUANTITIES.get(symbol)])
    if (first) yield { short: `${index} ${first}`, ...TURNED, isTurned: true }
}
