import { wordsRead } from '../analysis/words.ts'
import { otherSpelling, wordKey } from '../lexicon/spelling.ts'

/** Beginnings that are written with a hyphen or closed up. */
export const PREFIX =
  /^(anti|auto|bio|cardio|chemo|co|counter|cross|cyto|down|electro|endo|extra|hetero|homo|hyper|hypo|immuno|inter|intra|macro|meta|micro|mid|mono|multi|nano|neo|neuro|non|onco|out|over|para|peri|photo|poly|post|pre|pro|proto|pseudo|radio|re|semi|sub|super|supra|thermo|trans|ultra|under|uni|up|xeno)-?(\p{Ll}{4,})$/u
/** Words that mean another thing with the hyphen: “re-cover”, “recover”. */
const OTHERWISE =
  /^re-?(?:bound|collect|cover|creat|dress|form|fus|join|leas|mark|mov|present|press|prov|search|serv|sign|solv|sort|stor|strain|tract|treat)/

/** Pairs of which both are right in one English, in different senses. */
const BOTH_RIGHT =
  /lyses$|^(?:licen[cs]|defen[cs]|mo?ul?d|program|meter|metre|gr[ae]y|analog|dialog|catalog|labor|vigor|tit[er]{2}|cent(?:er|re)ed$)/i

/** Pairs of which British English has both, too. Only a text that has both spellings is told of them. */
const EITHER: readonly (readonly [british: string, american: string])[] = [
  ['leucocyt', 'leukocyt'],
  ['leucopeni', 'leukopeni'],
  ['smoulder', 'smolder'],
  ['homoeosta', 'homeosta'],
  ['enrolment', 'enrollment'],
  ['fulfilment', 'fulfillment'],
  ['judgement', 'judgment'],
  ['acknowledgement', 'acknowledgment'],
  ['sceptic', 'skeptic'],
  ['neurones', 'neurons'],
]
const ANY_EITHER = new RegExp(EITHER.flat().join('|'))

/** Whether a word is one of these. */
export const isEitherInBritain = (word: string): boolean => ANY_EITHER.test(word)

/** What a word with a prefix has in common with its other way of writing, and which of the two it is. */
interface Prefixed {
  readonly key: string
  readonly way: 'open' | 'closed'
}

/** A word, or a part of a hyphenated one, that another English spells otherwise. */
interface Paired {
  /** What the spellings have in common. */
  readonly stem: string
  readonly english: 'british' | 'american'
  readonly text: string
  /** Where it begins in the whole word. */
  readonly from: number
}

/** The words that may be hyphenated or not, or that two Englishes spell otherwise: few, and found for both rules at once. */
export const wordsOfTwoWays = wordsRead(word => {
  const [prefixed, paired] = [prefixedIn(word), pairedIn(word)]
  return prefixed || paired.length > 0 ? { prefixed, paired } : undefined
})

function prefixedIn(word: string): Prefixed | undefined {
  const text = word.toLowerCase()
  const [, prefix, rest] = PREFIX.exec(text) ?? []
  if (!prefix || !rest || OTHERWISE.test(text)) return undefined
  return { key: `${prefix}-${wordKey(rest)}`, way: text.includes('-') ? 'open' : 'closed' }
}

function pairedIn(word: string): readonly Paired[] {
  let next = 0
  return word.split('-').flatMap(text => {
    const from = next
    next += text.length + 1
    const small = text.toLowerCase()
    const pair = small.length < 5 || BOTH_RIGHT.test(small) ? undefined : spellingsOf(small)
    if (!pair) return []
    return [{ stem: stemOf(pair.american), english: small === pair.british ? 'british' : 'american', text, from }]
  })
}

/** What the forms of a word have in common: tumor and tumors, randomize and randomization. */
const stemOf = (american: string): string =>
  american
    .replace(/(?<=i[sz]|ly[sz])(?:e|es|ed|er|ers|ing|ation|ations|able)$/, '')
    .replace(/s$/, '')
    .replace(/(?<=e)[dr]$/, '')

/** A word in both Englishes; nothing for one that they spell alike. `word` is in small letters. */
export function spellingsOf(word: string): { readonly british: string; readonly american: string } | undefined {
  if (!ANY_EITHER.test(word)) return otherSpelling(word)
  const [british, american] = EITHER.find(pair => pair.some(spelling => word.includes(spelling)))!
  return { british: word.replace(american, british), american: word.replace(british, american) }
}
