import { abbreviationsIn } from '../../src/manuscript/abbreviations.ts'

/** A text into which a mistake was put, and where what a rule should report of it begins and ends. */
export interface Spoilt {
  /** The text before. */
  readonly original: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A kind of mistake that authors make, put into a text that others wrote; nothing where it can't be made. */
export interface Mistake {
  readonly rule: string
  readonly name: string
  /** It stands in what is no prose. */
  readonly isOutsideProse?: true
  /** `pick` gives a number below another one that depends on the text alone. */
  put(text: string, pick: (below: number) => number): Spoilt | undefined
}

export type Pick = (below: number) => number

/** Puts something in the place of one of the matches of a pattern in which `found` is its first group or the whole. */
export function replaced(
  pattern: RegExp,
  pick: Pick,
  text: string,
  write: (match: RegExpExecArray) => string | undefined,
  least = 1,
): Spoilt | undefined {
  const matches = [...text.matchAll(pattern)].filter(match => write(match) !== undefined)
  if (matches.length < least) return undefined
  const match = matches[pick(matches.length)]!
  const written = write(match)!
  const start = match.index
  return {
    original: text,
    text: text.slice(0, start) + written + text.slice(start + match[0].length),
    start,
    end: start + written.length,
  }
}

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

interface Defined {
  readonly short: string
  readonly long: string
  /** The bracket with the short form, with the space before it. */
  readonly from: number
  readonly to: number
  /** Where the short form stands again. */
  readonly uses: readonly number[]
}

/** Definitions of the kind “long form (SHORT)” with later uses of the short form alone. */
function definitionsIn(text: string): readonly Defined[] {
  return abbreviationsIn(text).flatMap(({ short, long }) => {
    if (!/^[A-Z][A-Z0-9]{1,5}$/.test(short)) return []
    const bracket = ` (${short})`
    const from = text.indexOf(bracket)
    if (from < 0 || text.slice(from - long.length, from) !== long) return []
    const to = from + bracket.length
    const uses = [...text.slice(to).matchAll(new RegExp(`(?<![-\\w/+(])${short}(?![-\\w/+)])`, 'g'))]
    return [{ short, long, from, to, uses: uses.map(({ index }) => to + index) }]
  })
}

const chosen = (text: string, pick: Pick, least: number): Defined | undefined => {
  const fit = definitionsIn(text).filter(({ uses }) => uses.length >= least)
  return fit.length > 0 ? fit[pick(fit.length)] : undefined
}

const lostDefinition: Mistake = {
  rule: 'undefined-abbreviation',
  name: 'the definition taken out',
  put(text, pick) {
    const defined = chosen(text, pick, 2)
    if (!defined) return undefined
    const { short, from, to, uses } = defined
    const start = uses[0]! - (to - from)
    return { original: text, text: text.slice(0, from) + text.slice(to), start, end: start + short.length }
  },
}

const secondDefinition: Mistake = {
  rule: 'redefined-abbreviation',
  name: 'defined once more at its second use',
  put(text, pick) {
    const defined = chosen(text, pick, 2)
    if (!defined) return undefined
    const { short, long, uses } = defined
    const start = uses[1]!
    const again = `${long} (${short})`
    return {
      original: text,
      text: text.slice(0, start) + again + text.slice(start + short.length),
      start,
      end: start + again.length,
    }
  },
}

const lateDefinition: Mistake = {
  rule: 'abbreviation-before-definition',
  name: 'the definition moved from the first use to the third',
  put(text, pick) {
    const defined = chosen(text, pick, 2)
    if (!defined) return undefined
    const { short, long, from, to, uses } = defined
    const start = from - long.length
    const late = uses[1]!
    return {
      original: text,
      text: `${text.slice(0, start)}${short}${text.slice(to, late)}${long} (${short})${text.slice(late + short.length)}`,
      start,
      end: start + short.length,
    }
  },
}

const otherMeaning: Mistake = {
  rule: 'conflicting-abbreviation',
  name: 'defined once more as something else',
  put(text, pick) {
    const defined = chosen(text, pick, 1)
    if (!defined) return undefined
    const { short, long, uses } = defined
    const other = MEANINGS.get(short)?.find(meaning => meaning.toLowerCase() !== long.toLowerCase())
    if (!other) return undefined
    const start = uses[0]!
    const again = `${other} (${short})`
    return {
      original: text,
      text: text.slice(0, start) + again + text.slice(start + short.length),
      start,
      end: start + again.length,
    }
  },
}

/** Short forms and what they stand for in different fields. */
const MEANINGS: ReadonlyMap<string, readonly string[]> = new Map(
  `CT: cholera toxin, computed tomography; PCR: pathological complete response; AD: atopic dermatitis, Alzheimer
disease; PA: plasminogen activator, pulmonary artery; MS: multiple sclerosis, mass spectrometry; CF: cystic
fibrosis, complement fixation; MI: myocardial infarction, mitotic index; DM: diabetes mellitus, myotonic
dystrophy; SLE: St. Louis encephalitis; RA: retinoic acid, rheumatoid arthritis; PD: Parkinson disease,
peritoneal dialysis; ER: endoplasmic reticulum, estrogen receptor; AR: androgen receptor, aldose reductase; BMD:
Becker muscular dystrophy, bone mineral density; HD: Huntington disease, hemodialysis; CR: complete remission,
conditioned response; CI: confidence interval, cardiac index; CA: carbonic anhydrase; ACE: angiotensin-
converting enzyme; CRP: C-reactive protein, cAMP receptor protein; HR: heart rate, homologous recombination;
PSA: prostate-specific antigen; PKC: protein kinase C; APC: antigen-presenting cell, adenomatous polyposis coli;
BP: blood pressure, bullous pemphigoid; SCD: sickle cell disease, sudden cardiac death; PCP: Pneumocystis
carinii pneumonia, phencyclidine; ALL: acute lymphoblastic leukemia; AT: ataxia telangiectasia; GH: growth
hormone; IV: intravenous; MR: magnetic resonance, mental retardation; LV: left ventricle; OCD: obsessive-
compulsive disorder; PH: pulmonary hypertension; PTH: parathyroid hormone; TS: Tourette syndrome, thymidylate
synthase; GC: gas chromatography, germinal center; NE: norepinephrine, neutrophil elastase`
    .split(/;\s+/)
    .map(line => line.split(/:\s+/))
    .map(([short, meanings]) => [short!, meanings!.split(/,\s+/)]),
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

export const MISTAKES: readonly Mistake[] = [
  otherSpelling,
  otherHyphen,
  lostDefinition,
  secondDefinition,
  lateDefinition,
  otherMeaning,
  impossible,
  otherCase,
  closedUnit,
  mangled,
  renamed,
  species,
]
