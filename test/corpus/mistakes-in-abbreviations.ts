import { abbreviationsIn } from '../../src/manuscript/abbreviations.ts'
import type { Mistake, Pick, Spoilt } from './mistake.ts'

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

/** Puts a definition in the place of a use of its short form. */
const definedAt = (text: string, start: number, short: string, definition: string): Spoilt => ({
  original: text,
  text: text.slice(0, start) + definition + text.slice(start + short.length),
  start,
  end: start + definition.length,
})

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
    return definedAt(text, start, short, `${long} (${short})`)
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
    return definedAt(text, start, short, `${other} (${short})`)
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

export const MISTAKES_IN_ABBREVIATIONS: readonly Mistake[] = [
  lostDefinition,
  secondDefinition,
  lateDefinition,
  otherMeaning,
]
