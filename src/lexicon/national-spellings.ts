import { lazy } from '../text/memo.ts'

/** The two Englishes that journals ask for. */
export type English = 'british' | 'american'

/**
 * Words that are spelled by one pattern in each English: a prefix or none, a stem, what differs, and an ending; lists have
 * blanks between. Only words on which dictionaries of the two Englishes agree that the other one spells them otherwise.
 */
interface Family {
  readonly prefixes?: string
  readonly stems: string
  readonly british: string
  readonly american: string
  readonly endings: string
  /** Whether British English has the American spelling too, as Oxford's “organize”. */
  readonly bothInBritain?: true
}

const FAMILIES: readonly Family[] = [
  {
    prefixes: 'anti intra peri extra micro non pro',
    stems: 'tum',
    british: 'our',
    american: 'or',
    endings: '- s',
  },
  {
    prefixes: 'un multi dis mis neuro',
    stems: 'behavi col fav hon neighb od rum vap harb arm flav endeav',
    british: 'our',
    american: 'or',
    endings: '- s ed ing less ful able ably al ally ite ites hood hoods',
  },
  {
    prefixes: 'anti de non oxy met carboxy',
    stems: 'h',
    british: 'aem',
    american: 'em',
    endings:
      'atology atological atologic atologist atologists atoma atomas atoxylin atopoiesis atopoietic atocrit aturia atogenous atochezia oglobin oglobins orrhage orrhages orrhagic orrhaging olysis olytic ostasis ostatic odynamic odynamics odynamically odialysis ophilia ophiliac optysis angioma angiomas angioblast angioblasts ocytometer ocyte ocytes othorax operitoneum',
  },
  {
    prefixes: 'hyper hypo hyp normo eu dys poly pan',
    stems:
      'an isch leuk glyc bacter vir septic ur ox lipid cholesterol triglycerid kal natr calc thalass tox acid cyth insulin ammon volem fung',
    british: 'aemi',
    american: 'emi',
    endings: 'a as c cs',
  },
  {
    stems: 'p',
    british: 'aed',
    american: 'ed',
    endings: 'iatric iatrics iatrician iatricians ophile ophilia',
  },
  { stems: 'gyn', british: 'aec', american: 'ec', endings: 'ology ological ologic ologist ologists' },
  { stems: '-', british: 'aetiol', american: 'etiol', endings: 'ogy ogies ogical ogic ogically' },
  { stems: 'an', british: 'aesth', american: 'esth', endings: 'esia etic etics esiology esiologist' },
  { stems: 'f', british: 'aec', american: 'ec', endings: 'es al' },
  { prefixes: 'ileo', stems: 'c', british: 'aec', american: 'ec', endings: 'um al' },
  { prefixes: 'lymph', stems: '-', british: 'oedem', american: 'edem', endings: 'a as atous' },
  {
    prefixes: 'anti',
    stems: '-',
    british: 'oestr',
    american: 'estr',
    endings: 'ogen ogens ogenic adiol one us ous',
  },
  {
    prefixes: 'gastro',
    stems: '-',
    british: 'oesoph',
    american: 'esoph',
    endings: 'agus ageal agitis agectomy agogastric',
  },
  { stems: 'diarrh', british: 'oea', american: 'ea', endings: '- l s' },
  { prefixes: 'a dys ortho tachy', stems: 'pn', british: 'oea', american: 'ea', endings: '- s' },
  { stems: 'c', british: 'oeliac', american: 'eliac', endings: '-' },
  { stems: 'man', british: 'oeuvre', american: 'euver', endings: '- s' },
  { stems: 'alumin', british: 'ium', american: 'um', endings: '-' },
  {
    prefixes: 'multi single epi',
    stems: 'cent fib calib',
    british: 're',
    american: 'er',
    endings: '- s',
  },
  {
    prefixes: 'milli micro nano pico deci centi kilo',
    stems: 'lit',
    british: 're',
    american: 'er',
    endings: '- s',
  },
  { stems: 'centimet millimet nanomet kilomet', british: 're', american: 'er', endings: '- s' },
  {
    prefixes: 're un mis co bio radio immuno fluoro over',
    stems: 'mode labe signa trave counse tunne channe cance fue leve',
    british: 'll',
    american: 'l',
    endings: 'ing ed er ers',
  },
  {
    prefixes: 're un de over non photo electro',
    stems: 'ana para hydro cata dia',
    british: 'lys',
    american: 'lyz',
    endings: 'e ed er ers ing',
  },
  {
    prefixes: 're un de over non dis hyper trans',
    stems:
      'organ recogn character general special local normal minim maxim optim util random hospital visual summar stabil destabil polar neutral immun custom standard categor hypothes synthes emphas real author final polymer metabol colon mobil steril priorit scrutin ion crystall symbol internal central dichotom digit homogen lateral penal anonym apolog capital computer conceptual contextual crystal desensit sensit energ epitom equal fertil formal galvan global harmon humid idol individual initial jeopard lion material mechan memor modern monopol national oxid parameter patron personal pressur public rational regular revolution rigid social solubil subsid sympath system terror theor tranquil trivial vapor vascular victim vocal optim keratin myelin demyelin',
    british: 'is',
    american: 'iz',
    endings: 'e es ed er ers ing ation ations able ational',
    bothInBritain: true,
  },
  { stems: '-', british: 'foet', american: 'fet', endings: 'us uses al', bothInBritain: true },
  {
    stems: '-',
    british: 'sulph',
    american: 'sulf',
    endings: 'ate ates ide ides ur onamide onamides',
    bothInBritain: true,
  },
  { stems: '-', british: 'artef', american: 'artif', endings: 'act acts actual', bothInBritain: true },
  { stems: '-', british: 'ageing', american: 'aging', endings: '-', bothInBritain: true },
]

/**
 * The spelling that an English asks for of a word that only the other one spells as it is here; nothing for all other words.
 * `word` is in lower case. Words are listed and not made by rule, as `otherSpelling` does it for texts that have both
 * spellings: a rule would make “developaed” of “developed”.
 */
export const spelledIn = (english: English, word: string): string | undefined => spellings()[english].get(word)

/** Whether British English has an American spelling as well: “organize” of Oxford, “fetal” and “sulfate” of medicine and chemistry, not “analyze”. */
export const isBritishToo = (word: string): boolean =>
  spellings().shared.has(word) || /^fet|sulf|iz(?:e|es|ed|er|ers|ing|ation|ations|able)$/.test(word)

const spellings = lazy(() => {
  const british = new Map<string, string>()
  const american = new Map<string, string>()
  const shared = new Set<string>()
  for (const family of FAMILIES) {
    for (const [before, after] of framesOf(family)) {
      american.set(before + family.british + after, before + family.american + after)
      if (family.bothInBritain) shared.add(before + family.american + after)
      else british.set(before + family.american + after, before + family.british + after)
    }
  }
  return { british, american, shared }
})

function* framesOf({ prefixes, stems, endings }: Family): Iterable<readonly [before: string, after: string]> {
  for (const prefix of ['', ...listed(prefixes ?? '')]) {
    for (const stem of listed(stems)) for (const ending of listed(endings)) yield [prefix + stem, ending]
  }
}

/** The parts of a list; a hyphen stands for nothing. */
const listed = (list: string): string[] => (list === '' ? [] : list.split(' ').map(part => (part === '-' ? '' : part)))
