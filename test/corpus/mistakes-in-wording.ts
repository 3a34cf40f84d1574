import { type Mistake, replaced } from './mistake.ts'

const BRITISH = [
  ['tumor', 'tumour'],
  ['behavior', 'behaviour'],
  ['center', 'centre'],
  ['fiber', 'fibre'],
  ['leukemia', 'leukaemia'],
  ['anemia', 'anaemia'],
  ['edema', 'oedema'],
  ['estrogen', 'oestrogen'],
  ['pediatric', 'paediatric'],
  ['hemoglobin', 'haemoglobin'],
  ['color', 'colour'],
  ['labeled', 'labelled'],
  ['labeling', 'labelling'],
  ['signaling', 'signalling'],
  ['characterized', 'characterised'],
  ['localized', 'localised'],
  ['analyzed', 'analysed'],
] as const

/** Writes one of three or more uses of a word in the other national spelling. */
const otherSpelling: Mistake = {
  rule: 'inconsistent-spelling',
  name: 'one of several uses in the other national spelling',
  put(text, pick) {
    for (const pair of BRITISH) {
      for (const [own, other] of [pair, [pair[1], pair[0]] as const]) {
        const spoilt = replaced(new RegExp(`\\b${own}(?=s?\\b)`, 'g'), pick, text, () => other, 3)
        if (spoilt && !new RegExp(`\\b${other}`, 'i').test(text)) return spoilt
      }
    }
    return undefined
  },
}

/** Takes the hyphen out of one of three or more uses of a word, or puts it in. */
const otherHyphen: Mistake = {
  rule: 'inconsistent-hyphenation',
  name: 'one of several uses with a hyphen more or less',
  put(text, pick) {
    const words = [
      ...text.matchAll(/\b(pre|post|non|co|re|anti|micro|multi|intra|extra|sub|over|under|cross)-?([a-z]{5,})\b/g),
    ]
    const counts = new Map<string, number>()
    for (const [word] of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [whole, prefix, rest] of words) {
      const other = whole.includes('-') ? `${prefix}${rest}` : `${prefix}-${rest}`
      if (counts.get(whole)! < 3 || counts.has(other)) continue
      // only what is written both ways somewhere is the same word
      if (!HYPHENATED.has(`${prefix}-${rest}`)) continue
      return replaced(new RegExp(`(?<![-\\w])${whole}(?![-\\w])`, 'g'), pick, text, () => other, 3)
    }
    return undefined
  },
}

const HYPHENATED = new Set(
  'pre-treatment pre-treated post-operative pre-operative non-linear co-culture co-cultured co-expression co-expressed re-analysis anti-tumor anti-inflammatory micro-environment multi-center intra-cellular extra-cellular sub-type sub-types sub-unit sub-units over-expression over-expressed non-coding post-translational pre-clinical non-specific anti-body co-localized co-factor post-synaptic pre-synaptic sub-set sub-sets intra-venous re-admission co-precipitated co-localization multi-drug micro-array micro-arrays pre-incubation non-functional co-immunoprecipitated anti-viral anti-bodies intra-peritoneal sub-cutaneous extra-chromosomal cross-linked'.split(
    ' ',
  ),
)

const impossible: Mistake = {
  rule: 'p-value-style',
  name: 'a P value of zero or above one',
  put: (text, pick) =>
    replaced(/\b[Pp]\s?[<=]\s?0?\.\d+/g, pick, text, ([value]) =>
      pick(2) === 0 ? value.replace(/[<=]\s?0?\.\d+/, '= 0.000') : value.replace(/[<=]\s?0?\.\d+/, '= 1.04'),
    ),
}

const otherCase: Mistake = {
  rule: 'p-value-style',
  name: 'one of several in the other case',
  put: (text, pick) =>
    replaced(/\b[Pp](?=\s?[<=>]\s?0?\.\d)/g, pick, text, ([letter]) => (letter === 'P' ? 'p' : 'P'), 3),
}

const closedUnit: Mistake = {
  rule: 'unit-spacing',
  name: 'one of several units without its space',
  put: (text, pick) =>
    replaced(
      /\b\d+(?:\.\d+)? (?:mg|kg|ml|mL|cm|mm|kDa|kb|bp|mM|nM|Hz|kPa|min|ng|km)\b/g,
      pick,
      text,
      ([it]) => it.replace(' ', ''),
      3,
    ),
}

/** A list of genes in a sentence, one of which a spreadsheet turned into a date. */
const mangled: Mistake = {
  rule: 'excel-mangled-gene',
  name: 'a symbol in a list of genes become a date',
  put(text, pick) {
    const dates = ['1-Mar', '2-Sep', 'Sep-06', 'Mar-02', '9-Sep', '1-Dec', '7-Sep', '8-Mar']
    const date = dates[pick(dates.length)]!
    const spoilt = replaced(
      /(?<=\b[A-Z][A-Za-z]{1,4}\d{1,2}, )[A-Z][A-Za-z]{1,4}\d{1,2}(?=(?:, | and |, and )[A-Z][A-Za-z]{1,4}\d{1,2}\b)/g,
      pick,
      text,
      () => date,
    )
    return spoilt
  },
}

const renamed: Mistake = {
  rule: 'deprecated-gene-symbol',
  name: 'an old symbol in a list of genes',
  put(text, pick) {
    const symbols = ['SEPT9', 'SEPT2', 'MARCH1', 'MARCH8', 'DEC1', 'SEPT7']
    const symbol = symbols[pick(symbols.length)]!
    return replaced(
      /(?<=\b[A-Z][A-Za-z]{1,4}\d{1,2}, )[A-Z][A-Za-z]{1,4}\d{1,2}(?=(?:, | and |, and )[A-Z][A-Za-z]{1,4}\d{1,2}\b)/g,
      pick,
      text,
      () => symbol,
    )
  },
}

const species: Mistake = {
  rule: 'species-italics',
  name: 'the italics of a species taken away',
  put: (text, pick) =>
    replaced(
      /\*((?:D(?:rosophila|\.) melanogaster|C(?:aenorhabditis|\.) elegans|E(?:scherichia|\.) coli|S(?:accharomyces|\.) cerevisiae|(?:Mus|M\.) musculus|(?:Homo|H\.) sapiens|(?:Danio|D\.) rerio|(?:Xenopus|X\.) laevis|(?:Arabidopsis|A\.) thaliana))\*/g,
      pick,
      text,
      ([, name]) => name,
    ),
}

export const MISTAKES_IN_WORDING: readonly Mistake[] = [
  otherSpelling,
  otherHyphen,
  impossible,
  otherCase,
  closedUnit,
  mangled,
  renamed,
  species,
]
