/** British and American spellings that differ by rule, as beginnings or parts of words; the American one is the key. */
const PAIRS: readonly (readonly [british: string, american: string])[] = [
  ...['tum', 'behavi', 'col', 'fav', 'hon', 'lab', 'neighb', 'od', 'rum', 'vap', 'vig', 'hum', 'harb'].map(
    stem => [`${stem}our`, `${stem}or`] as const,
  ),
  ['haem', 'hem'],
  ['aemi', 'emi'],
  ['oedem', 'edem'],
  ['oestr', 'estr'],
  ['oesoph', 'esoph'],
  ['foet', 'fet'],
  ['paed', 'ped'],
  ['gynaec', 'gynec'],
  ['aetiol', 'etiol'],
  ['anaesth', 'anesth'],
  ['caesar', 'cesar'],
  ['rrhoea', 'rrhea'],
  ['pnoea', 'pnea'],
  ['faec', 'fec'],
  ['caec', 'cec'],
  ['coeli', 'celi'],
  ['manoeuv', 'maneuv'],
  ['sulph', 'sulf'],
  ['programme', 'program'],
  ['ologue', 'olog'],
  ['artefact', 'artifact'],
  ['ageing', 'aging'],
  ['mould', 'mold'],
  ['aluminium', 'aluminum'],
  ['defence', 'defense'],
  ['licence', 'license'],
  ['grey', 'gray'],
  ...['cent', 'fib', 'lit', 'met', 'tit', 'calib', 'theat'].map(stem => [`${stem}re`, `${stem}er`] as const),
  ...['mode', 'labe', 'signa', 'trave', 'counse', 'tunne', 'channe', 'cance', 'fue', 'leve'].flatMap(stem =>
    ['ing', 'ed', 'er'].map(ending => [`${stem}ll${ending}`, `${stem}l${ending}`] as const),
  ),
]
const ISE = /([a-z]{3}i|[a-z]{2}ly)s(e|es|ed|er|ers|ing|ation|ations|able)$/
const IZE = /([a-z]{3}i|[a-z]{2}ly)z(e|es|ed|er|ers|ing|ation|ations|able)$/

/** Whether a word can have another spelling at all; most have none. */
const ANY = new RegExp(PAIRS.flat().join('|'))
const BRITISH = new RegExp(PAIRS.map(([british]) => british).join('|'))

const IRREGULAR = new Map([
  ['mice', 'mouse'],
  ['matrices', 'matrix'],
  ['indices', 'index'],
  ['cortices', 'cortex'],
  ['vertices', 'vertex'],
  ['apices', 'apex'],
  ['helices', 'helix'],
  ['criterion', 'criterium'],
  ['phenomenon', 'phenomenum'],
  ['mitochondrion', 'mitochondrium'],
  ['women', 'woman'],
  ['children', 'child'],
  ['teeth', 'tooth'],
  ['feet', 'foot'],
])
const PLURALS = new Map([...IRREGULAR].map(([plural, singular]) => [singular, plural]))

/** What the spellings and the plural of one word have in common; words with one key are the same word. `word` is folded. */
export const wordKey = (word: string): string => american(singularKey(word))

/** Every spelling of a folded word that matching takes for it: plural, singular, British and American. */
export function spellingsOf(word: string): string[] {
  const key = wordKey(word)
  const found = new Set([word])
  for (const form of numbersOf(word)) {
    found.add(form)
    for (const swapped of swaps(form)) {
      found.add(swapped)
      for (const again of swaps(swapped)) found.add(again)
    }
  }
  return [...found].filter(form => wordKey(form) === key)
}

/** The spelling of `word` on the other side of the Atlantic, when the two differ by rule; `word` is in lower case. */
export function otherSpelling(word: string): SpellingPair | undefined {
  const plain = american(word)
  if (plain !== word) return { british: word, american: plain }
  const british = swaps(word).find(other => american(other) === word && other !== word)
  return british === undefined ? undefined : { british, american: word }
}

interface SpellingPair {
  readonly british: string
  readonly american: string
}

/** The word without its plural ending, in the American spelling of its ending; not a word, only a key. */
function singularKey(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular) return singularKey(irregular)
  if (word.length < 4) return word
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (/(?:s|x|z|ch|sh)e$/.test(word)) return word.slice(0, -1)
  if (word.length > 5 && word.endsWith('sis')) return word.slice(0, -2)
  if (/[^siu]s$/.test(word)) return singularKey(word.slice(0, -1))
  if (word.length > 4 && word.endsWith('i')) return `${word.slice(0, -1)}us`
  if (word.length > 4 && word.endsWith('a')) return `${word.slice(0, -1)}um`
  return word
}

function numbersOf(word: string): string[] {
  const forms = [word, `${word}s`, `${word}es`]
  const irregular = IRREGULAR.get(word) ?? PLURALS.get(word)
  if (irregular) forms.push(irregular)
  const swap = (ending: string, other: string) => {
    if (word.endsWith(ending)) forms.push(word.slice(0, word.length - ending.length) + other)
  }
  swap('s', '')
  swap('es', '')
  swap('y', 'ies')
  swap('ies', 'y')
  swap('sis', 'ses')
  swap('ses', 'sis')
  swap('us', 'i')
  swap('i', 'us')
  swap('um', 'a')
  swap('a', 'um')
  return forms
}

function american(word: string): string {
  if (word.length < 4) return word
  let key = word.length > 6 ? word.replace(ISE, '$1z$2') : word
  if (!BRITISH.test(key)) return key
  for (const [british, american] of PAIRS) if (key.includes(british)) key = key.replace(british, american)
  return key
}

function swaps(word: string): string[] {
  const found: string[] = []
  for (const [british, american] of ANY.test(word) ? PAIRS : []) {
    if (word.includes(british)) found.push(word.replace(british, american))
    else if (word.includes(american)) found.push(word.replace(american, british))
  }
  if (word.length > 6) {
    if (ISE.test(word)) found.push(word.replace(ISE, '$1z$2'))
    if (IZE.test(word)) found.push(word.replace(IZE, '$1s$2'))
  }
  return found
}
