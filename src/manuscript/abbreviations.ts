import { memoByObject } from '../text/memo.ts'
import type { Span } from '../text/span.ts'
import { besideIn } from './abbreviations/beside.ts'
import { definedWith } from './abbreviations/bracketed.ts'
import { bracketsIn } from './abbreviations/brackets.ts'
import { listedIn } from './abbreviations/listed.ts'
import { pairedIn } from './abbreviations/paired.ts'
import { definedInSections } from './abbreviations/section.ts'
import { REFERENCE_MARK } from './abbreviations/short-form.ts'
import type { Manuscript } from './manuscript.ts'
import { type Passage, passageOf } from './passage.ts'

/** An abbreviation as the manuscript defines it: “extracellular matrix (ECM)”. */
export interface Abbreviation {
  readonly short: string
  readonly long: string
  /** From the first character of the long form to the end of the definition. */
  readonly span: Span
  readonly shortSpan: Span
  readonly longSpan: Span
  /** Whether its brackets hold another definition, “(SBP and DBP)”, or another name, “(TRAIL/Apo-2L)”. */
  readonly sharesBrackets?: true
}

/**
 * The abbreviations that a manuscript defines, in its blocks, in sections that list them, and in the metadata that is rendered as prose (`abstract:`),
 * in order of appearance. Definitions do not reach from one block into the next.
 */
export function findAbbreviations(manuscript: Manuscript): readonly Abbreviation[] {
  const { prose, blocks, frontMatter } = manuscript
  const inBlocks = blocks.flatMap(({ kind, span: { start, end } }) =>
    abbreviationsOf(passageOf(prose.slice(start, end)))
      // in captions and tables, one letter in brackets names a panel, a row or an axis
      .filter(({ short }) => short.length > 1 || (kind !== 'caption' && kind !== 'cell'))
      .map(abbreviation => moved(abbreviation, offset => offset + start)),
  )
  // what is prose already is in a block
  const strings = frontMatter.strings.filter(({ span }) => prose.slice(span.start, span.end).trim() === '')
  const inMetadata = strings.flatMap(({ value, span, offsets }) =>
    abbreviationsIn(value).map(abbreviation => moved(abbreviation, offset => offsets?.[offset] ?? span.start + offset)),
  )
  const known = new Set(inBlocks.map(({ shortSpan }) => shortSpan.start))
  const inSections = definedInSections(manuscript)
    .filter(({ shortSpan }) => !known.has(shortSpan.start))
    .map(listed => ({ ...listed, long: clean(listed.long) }))
  return [...inMetadata, ...givenIn(manuscript), ...inBlocks, ...inSections].sort((a, b) => a.span.start - b.span.start)
}

/** The `abbreviations:` of the metadata, from which MyST shows what each stands for. */
function givenIn({ text, frontMatter }: Manuscript): readonly Abbreviation[] {
  return frontMatter.strings.flatMap(({ path: [field, short, ...deeper], value, span: longSpan }) => {
    if (field !== 'abbreviations' || !short || deeper.length > 0 || value.trim() === '') return []
    const start = text.lastIndexOf(short, longSpan.start - short.length)
    if (start < 0) return []
    const shortSpan = { start, end: start + short.length }
    return [{ short, long: clean(value), span: { start, end: longSpan.end }, shortSpan, longSpan }]
  })
}

const abbreviationsOf = memoByObject(({ prose }: Passage): readonly Abbreviation[] => abbreviationsIn(prose))

function moved(abbreviation: Abbreviation, offsetOf: (offset: number) => number): Abbreviation {
  const move = ({ start, end }: Span): Span => ({ start: offsetOf(start), end: offsetOf(end - 1) + 1 })
  const { span, shortSpan, longSpan } = abbreviation
  return { ...abbreviation, span: move(span), shortSpan: move(shortSpan), longSpan: move(longSpan) }
}

/**
 * The abbreviations that a prose defines, offsets in it, in order of appearance. “Long form (SF)” and “SF (long form)”
 * are found by spreading the letters of the short form over the words beside the brackets, after Schwartz and Hearst
 * (Pac Symp Biocomput 2003:451-62), but by the cheapest way of doing so instead of the first.
 */
export function abbreviationsIn(prose: string): Abbreviation[] {
  const found: Abbreviation[] = []
  for (const brackets of bracketsIn(prose)) {
    const paired = pairedIn(prose, brackets.start, brackets.end, brackets.from)
    if (paired.length > 0) {
      found.push(...paired.map(one => ({ ...one, long: clean(one.long) })))
      continue
    }
    const bracketed = definedWith(prose, brackets, found.at(-1))
    if (bracketed) found.push({ ...bracketed, long: clean(bracketed.long) })
  }
  for (const listed of [...listedIn(prose), ...besideIn(prose)]) {
    const known = found.some(({ shortSpan }) => shortSpan.start === listed.shortSpan.start)
    if (!known) found.push({ ...listed, long: clean(listed.long) })
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

const MARKS = new RegExp(String.raw`(?<=\p{L}{3}\s?)(?:${REFERENCE_MARK})`, 'gu')

const clean = (text: string): string =>
  text
    .replace(MARKS, '')
    .replace(/[*~^]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/[\r\n]+[ \t]*>+|\\+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
