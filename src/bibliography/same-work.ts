import { editDistance } from '../text/closest.ts'
import { fold } from '../text/fold.ts'
import { memoByObject } from '../text/memo.ts'
import { creatorsOf, familyName, plainTitle, yearOf } from './describe.ts'
import type { CslItem } from './reference.ts'

/** The DOI without what stands before it, in the case in which DOIs are compared. */
export const doiOf = (item: CslItem): string =>
  text(item.DOI)
    .replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
    .replace(/[.,;\s]+$/, '')
    .toLowerCase()

export const pmidOf = (item: CslItem): string => /^\d{1,8}$/.exec(text(item.PMID).trim())?.[0] ?? ''

/** Title without case, accents, markup and punctuation; empty when it is too short to tell works apart. */
export function titleKey(item: CslItem): string {
  const key = titleLetters(item)
  return key.length < 20 ? '' : key
}

const titleLetters = (item: CslItem): string => titleWords(item).join('')

/** First author, year and kind of a work with a title that can tell it: works that are one agree in it; empty when one lacks. */
export const workGroup = memoByObject((item: CslItem): string => {
  const author = firstAuthor(item)
  return titleKey(item) && author && yearOf(item) ? `${author} ${yearOf(item)} ${plainType(item)}` : ''
})

/**
 * Whether two works of one group have titles that differ by their spelling alone: in one letter of one or two long words.
 * Shorter words and numbers tell parts and phases apart (“Part I”, “phase 2”).
 */
export function haveNearTitles(a: CslItem, b: CslItem): boolean {
  const [first, second] = [titleWords(a), titleWords(b)]
  if (first.length !== second.length) return false
  let differing = 0
  for (const [index, word] of first.entries()) {
    const other = second[index]!
    if (word === other) continue
    const isSpelling = LONG_WORD.test(word) && LONG_WORD.test(other) && editDistance(word, other, 2) === 1
    if (!isSpelling || ++differing > 2) return false
  }
  return true
}

const LONG_WORD = /^\p{L}{5,}$/u

const titleWords = memoByObject((item: CslItem): readonly string[] =>
  fold(plainTitle(item))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean),
)

/** What two entries for one work have in common: DOI or PMID, or title, year and first author. */
export const workKeys = memoByObject((item: CslItem): readonly string[] => {
  const title = titleKey(item)
  const part = item.type === 'chapter' || /^entry/.test(item.type) ? titleLetters(item) : ''
  const author = firstAuthor(item)
  return [
    ...(doiOf(item) ? [`doi ${doiOf(item)} ${part}`] : []),
    ...(pmidOf(item) ? [`pmid ${pmidOf(item)}`] : []),
    ...(title && author && yearOf(item) ? [`title ${title} ${author} ${yearOf(item)} ${plainType(item)}`] : []),
  ]
})

function firstAuthor(item: CslItem): string {
  const [first] = creatorsOf(item)
  return first ? fold(familyName(first)).replace(/[^\p{L}]+/gu, '') : ''
}

/** Whether two entries name different works by identifiers that both have. */
export const areDistinct = (a: CslItem, b: CslItem): boolean =>
  (doiOf(a) !== '' && doiOf(b) !== '' && doiOf(a) !== doiOf(b)) ||
  (pmidOf(a) !== '' && pmidOf(b) !== '' && pmidOf(a) !== pmidOf(b))

/** Prefixes of the DOIs of preprint servers: bioRxiv and medRxiv, arXiv, Research Square, Preprints.org, SSRN, OSF, PeerJ, ChemRxiv, F1000. */
const PREPRINT_DOI = /^10\.(?:1101|48550|21203|20944|2139|31219|31234|7287|26434|64898)\//
const PREPRINT_NAME = /\b(?:bio|med|ar|chem|psy|eng)[rx]*xiv\b|preprint|research square|\bssrn\b/i

/** Whether an item is a preprint, as far as its identifiers and its source tell. */
export function isPreprint(item: CslItem): boolean {
  if (/^10\.1101\/(?:gr|gad|cshperspect|lm|rna|sqb|pdb)\./.test(doiOf(item))) return false
  if (PREPRINT_DOI.test(doiOf(item))) return true
  return [item['container-title'], item.publisher, item.genre, item.archive].some(value =>
    PREPRINT_NAME.test(text(value)),
  )
}

const plainType = (item: CslItem): string => (item.type === 'book' || item.type === 'thesis' ? item.type : '')

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
