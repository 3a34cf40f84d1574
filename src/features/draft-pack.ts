import { shortFormsIn, singularOf } from '../analysis/short-forms.ts'
import { hasWord } from '../analysis/words.ts'
import { authorLine, formatReference } from '../bibliography/format-reference.ts'
import { authorYearKey } from '../bibliography/make-reference.ts'
import type { Review } from '../bibliography/reviews/review.ts'
import type { Concept, PackSource, SurfaceForm } from '../lexicon/concept.ts'
import { isCommonWord, termCandidates } from '../lexicon/term-candidates.ts'
import { abbreviationsIn } from '../manuscript/abbreviations.ts'

/** A pack that a review suggests, for its author to sort, correct and put into words. */
export interface PackDraft {
  readonly source: PackSource
  readonly concepts: readonly DraftConcept[]
}

export type DraftConcept = Pick<Concept, 'id' | 'label' | 'category' | 'statements' | 'surfaceForms'>

/** How many places of a concept are named; the author of the pack reads them there. */
const PLACES = 3
const UNSORTED = 'to sort'

/**
 * Drafts a pack from a review: what it abbreviates, lists with a meaning, has for keywords, and phrases that may be terms,
 * each with the places that speak of it. The words around a place are quoted shortly, to be replaced by words of one's own.
 */
export function draftPack(review: Review): PackDraft {
  const drafts = new Map<string, DraftConcept>()
  const add = (
    label: string,
    category: string,
    statements: Concept['statements'],
    forms: readonly SurfaceForm[],
  ): void => {
    const id = idOf(label)
    if (id === '') return
    const known = drafts.get(id)
    const news = forms.filter(({ text }) => !known?.surfaceForms.some(form => form.text === text))
    drafts.set(id, {
      id,
      label: known?.label ?? label,
      category: known && known.category !== UNSORTED ? known.category : category,
      statements: known && known.statements.length > 0 ? known.statements : statements,
      surfaceForms: [...(known?.surfaceForms ?? []), ...news],
    })
  }

  for (const { short, long } of abbreviationsOf(review)) {
    const forms = [{ text: short, kind: 'abbreviation' as const, caseSensitive: true, ambiguous: true }]
    const label = long === undefined ? short : inSentence(inSingular(long), review)
    add(label, long ? 'abbreviated' : 'abbreviated, meaning not given', placesOf(review, long ?? short), forms)
  }
  for (const { term, meaning, place } of review.glossary) {
    if (!isAbbreviation(term)) add(term, 'listed', [{ place, text: meaning }], [])
  }
  for (const { text, place } of review.keywords) add(text, place, placesOf(review, text), [])
  for (const { text } of termCandidates(review.passages.map(passage => passage.text))) {
    const label = inSentence(inSingular(text), review)
    if (!isAbbreviation(text))
      add(label, UNSORTED, placesOf(review, text), inSingular(text) === text ? [] : [{ text, kind: 'plural' }])
  }
  return { source: sourceOf(review), concepts: [...drafts.values()] }
}

/** A phrase without the capital that comes from the beginning of a sentence: where the review has its first word in small letters as well. */
function inSentence(phrase: string, { passages }: Review): string {
  const [word] = /^\p{Lu}\p{Ll}+(?!\p{L})/u.exec(phrase) ?? []
  const isSmall = word !== undefined && passages.some(({ text }) => hasWord(text, word.toLowerCase()))
  return isSmall ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase
}

/** Of nucleotides: no abbreviation. */
const SEQUENCE = /^[ACGTUN]{6,}$/

/** An abbreviation of the review; `long` as it is spelt out there, nothing where it never is. */
interface Abbreviated {
  readonly short: string
  readonly long?: string
}

/**
 * What the review defines or lists, then what it uses without: those take the first phrase of the review whose initials
 * they are. Plurals are the abbreviation itself.
 */
export function abbreviationsOf({ passages, glossary }: Review): readonly Abbreviated[] {
  const found = new Map<string, Abbreviated>()
  for (const { term, meaning } of glossary) {
    if (isAbbreviation(term)) found.set(singularOf(term), { short: singularOf(term), long: meaning })
  }
  for (const { text } of passages) {
    for (const { short, long } of abbreviationsIn(text)) {
      if (!found.has(singularOf(short))) found.set(singularOf(short), { short: singularOf(short), long })
    }
  }
  for (const { text } of passages) {
    for (const { name } of shortFormsIn(text)) {
      if (found.has(name) || SEQUENCE.test(name)) continue
      const long = passages.map(passage => phraseOf(name, passage.text)).find(Boolean)
      found.set(name, { short: name, ...(long && { long }) })
    }
  }
  return [...found.values()].filter(({ short }) => short.length > 1)
}

/** The first words in a row whose initials are the letters of an abbreviation: “tumorigenic microenvironment” for `TM`. */
function phraseOf(short: string, text: string): string | undefined {
  const letters = [...short.toLowerCase()].filter(letter => /\p{L}/u.test(letter))
  if (letters.length < 2 || letters.length !== short.length) return undefined
  const words = letters.map(letter => `${letter}\\p{Ll}+`).join('[ -]')
  const phrases = [...text.matchAll(new RegExp(`(?<![\\p{L}-])${words}(?![\\p{L}-])`, 'giu'))].map(([phrase]) => phrase)
  return phrases.find(phrase => !phrase.split(/[ -]/).some(isCommonWord))
}

/** The places that speak of a phrase, each with at most eight words of it. */
function placesOf({ passages }: Review, phrase: string): Concept['statements'] {
  const flags = isAbbreviation(phrase) ? 'u' : 'iu'
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(phrase)}(?:e?s)?(?![\\p{L}\\p{N}])`, flags)
  return passages
    .flatMap(({ place, text }) => {
      const at = pattern.exec(text)
      return at ? [{ place, text: `“${wordsAround(text, at.index)}”: say in your own words what is said here.` }] : []
    })
    .slice(0, PLACES)
}

function wordsAround(text: string, offset: number): string {
  const before = text
    .slice(0, offset)
    .split(/(?<=[.;:?!])\s/)
    .at(-1)!
    .trim()
    .split(/\s+/)
    .slice(-3)
  const after = text
    .slice(offset)
    .split(/(?<=[.;:?!])\s/)[0]!
    .split(/\s+/)
  return [...before, ...after].filter(Boolean).slice(0, 8).join(' ')
}

function sourceOf({ article }: Review): PackSource {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
  const [doi, pmid] = [text(article.DOI), text(article.PMID)]
  const citation = formatReference(
    { ...article, DOI: undefined, PMID: undefined, URL: undefined } as never,
    'vancouver',
  )
  return {
    id: authorYearKey(article).replace(/(?<=[a-z])(?=\d)/, '-'),
    title: `Terms of ${[authorLine(article).split(',')[0], article.title].filter(Boolean).join(': ')}`,
    version: '0.1.0',
    licence: 'to be stated',
    citation,
    ...(doi && { doi }),
    ...(pmid && { pmid }),
  }
}

const isAbbreviation = (term: string): boolean => shortFormsIn(term).some(({ text }) => text === term)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+')

const idOf = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** “strategies” is “strategy”; “stimuli” and “hypoxia” stay as they are. */
const inSingular = (phrase: string): string =>
  isAbbreviation(phrase) ? phrase : phrase.replace(/(?<=\p{Ll}{3})ies$/u, 'y').replace(/(?<=\p{Ll}[^siu\P{Ll}])s$/u, '')
