import { exactCost, isExact } from './align.ts'
import type { Listed } from './listed.ts'
import { isShortForm } from './short-form.ts'

/** “ECM, i.e., the extracellular matrix”. */
const THAT_IS = /(?<![\p{L}\p{N}-])([\p{L}\p{N}/-]{2,12}),?\s(?:i\.\s?e\.|that is),?\s(?:an?\s|the\s)?/gu
/** “ECM” stands for extracellular matrix. */
const STANDS_FOR =
  /(?<![\p{L}\p{N}-])([\p{L}\p{N}/-]{2,12})[*_”"’']{0,3}\s(?:stands?\sfor|denotes?|abbreviates?|is\s(?:short|an?\s\p{L}+)\sfor|refers?\sto)\s[“"‘'*_]{0,3}(?:an?\s|the\s)?/gu
/** “Cancer stem cells, or CSCs, renew themselves”. */
const OR = /,\sor\s[*_“"]{0,2}(\p{Lu}[\p{L}\p{N}/-]{1,11})(?=[*_”"]{0,2}[,.;:)])/gu
/** “extracellular matrix, hereafter ECM”. */
const CALLED =
  /,\s(?:(?:here(?:in)?after|henceforth)(?:,?\s(?:abbreviated|called|termed|referred\sto)(?:\s(?:as|to))?)?|(?:also\s)?(?:abbreviated|called|termed|named|designated|denoted|known)(?:\s(?:as|to|here|by))?),?\s(?:as\s)?(?:the\s)?[*_“"]{0,2}(\p{L}[\p{L}\p{N}/-]{1,11})(?![\p{L}\p{N}-])/gu
/** “tumor necrosis factor, TNF, is” and “tumor necrosis factor or TNF is”. */
const APPOSED = [/,\s(\p{Lu}[\p{L}\p{N}-]{2,11})(?=,\s)/gu, /(?<!,)\sor\s(\p{Lu}[\p{L}\p{N}-]{2,11})(?=[\s,.;)])/gu]
/** Most texts hold none of the others, and are not looked through. */
const MARK =
  /,\s(?:i\.\s?e\.|that is|here|hence|also|abbrev|called|termed|named|desig|denot|known|or\s[*_“"]{0,2}\p{Lu})|\si\.\s?e\.|\s(?:stands?|denotes?|abbreviates?|refers?|is\s(?:short|an?\s\p{L}+)\sfor)\s/u
const MOST_WORDS = 8

/** Definitions without brackets, of which each letter of the short form begins a word of the long one. Offsets in `prose`. */
export function besideIn(prose: string): Listed[] {
  const apposed = APPOSED.flatMap(pattern => [...prose.matchAll(pattern)])
    .flatMap(({ 0: text, 1: short, index }) => longBefore(prose, short!, index + text.length - short!.length, index))
    .filter(({ short, long }) => exactCost(short, long)! <= 0.1 * short.length && !long.includes(short))
  if (!MARK.test(prose)) return apposed
  return [
    ...apposed,
    ...[...prose.matchAll(THAT_IS), ...prose.matchAll(STANDS_FOR)].flatMap(({ 0: text, 1: short, index }) =>
      longAfter(prose, short!, index, index + text.length),
    ),
    ...[...prose.matchAll(CALLED), ...prose.matchAll(OR)].flatMap(({ 0: text, 1: short, index }) =>
      longBefore(prose, short!, index + text.length - short!.length, index),
    ),
  ]
}

function longAfter(prose: string, short: string, start: number, from: number): Listed[] {
  const clause = /^[^.,;:()[\]]*/.exec(prose.slice(from, from + 160))![0]
  const ends = [...clause.matchAll(/\S+/g)].slice(0, MOST_WORDS).map(({ 0: word, index }) => index + word.length)
  // “acute myeloid” has the letters of AML, too, but not as cheaply as “acute myeloid leukaemia”
  const costs = ends.map(at => exactCost(short, clause.slice(0, at)) ?? Number.POSITIVE_INFINITY)
  const end = ends[costs.indexOf(Math.min(...costs))]
  if (end === undefined || costs.every(cost => !Number.isFinite(cost)) || !isAbbreviation(short)) return []
  const longSpan = { start: from, end: from + end }
  const shortSpan = { start, end: start + short.length }
  return [{ short, long: clause.slice(0, end), span: { start, end: longSpan.end }, shortSpan, longSpan }]
}

function longBefore(prose: string, short: string, start: number, to: number): Listed[] {
  const clause = /[^.,;:()[\]]*$/.exec(prose.slice(Math.max(0, to - 160), to))![0]
  const starts = [...clause.matchAll(/[^\s*_]+/g)].slice(-MOST_WORDS).map(({ index }) => index)
  const from = starts.reverse().find(at => isExact(short, clause.slice(at)))
  // “EcR-B1, or EcR-B2” are two names
  if (from === undefined || !isAbbreviation(short) || !/\p{Ll}{3}/u.test(clause.slice(from))) return []
  const longSpan = { start: to - clause.length + from, end: to }
  const shortSpan = { start, end: start + short.length }
  return [{ short, long: clause.slice(from), span: { start: longSpan.start, end: shortSpan.end }, shortSpan, longSpan }]
}

const isAbbreviation = (short: string): boolean => isShortForm(short) && /\p{Lu}.*\p{Lu}/u.test(short)
