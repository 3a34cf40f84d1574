import { memoByObject } from '../text/memo.ts'
import type { Span } from '../text/span.ts'
import { align, isExact } from './abbreviations/align.ts'
import { besideIn } from './abbreviations/beside.ts'
import { type Bracketed, bracketsIn } from './abbreviations/brackets.ts'
import { listedIn } from './abbreviations/listed.ts'
import { isNestedIn } from './abbreviations/nested.ts'
import { pairedIn } from './abbreviations/paired.ts'
import { definedInSections } from './abbreviations/section.ts'
import { isShortForm, shortFormIn, trimmed } from './abbreviations/short-form.ts'
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
  /** Whether another is defined in the same brackets: “(SBP and DBP)”. */
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
    const abbreviation =
      longBefore(prose, brackets) ??
      longInside(prose, brackets) ??
      bothInside(prose, brackets) ??
      longAround(prose, brackets, found.at(-1))
    if (abbreviation) found.push(abbreviation)
  }
  for (const listed of [...listedIn(prose), ...besideIn(prose)]) {
    const known = found.some(({ shortSpan }) => shortSpan.start === listed.shortSpan.start)
    if (!known) found.push({ ...listed, long: clean(listed.long) })
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** “Long form (SF)”. */
function longBefore(prose: string, { start, end, from }: Bracketed): Abbreviation | undefined {
  const inner = prose.slice(start + 1, end - 1)
  const short = shortFormIn(inner)
  if (!short) return undefined
  const { text } = short
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length
  const before = prose.slice(from(), start)
  // a call or a reference, `\@ref(flow)`, holds no short form
  if (/[\\@]\S*$/.test(before)) return undefined
  const window = lastWords(before, Math.min(letters + 5, letters * 2 + 2))
  // “trait loci (QTLs)” are as plural as “traits” are
  const long = bestLong(text, window.text) ?? bestLong(text.replace(/(?<=\p{Lu})s$/u, ''), window.text)
  if (!long) return undefined
  // two letters with a value go with many words: “significant differences (SD = 3)”
  if (short.hasValue && (letters < 3 || !isExact(text, window.text.slice(long.start, long.end)))) return undefined
  const longStart = from() + window.offset + long.start
  const longEnd = from() + window.offset + long.end
  const shortStart = start + 1 + short.start
  return {
    short: text,
    long: clean(prose.slice(longStart, longEnd)),
    span: { start: longStart, end },
    shortSpan: { start: shortStart, end: shortStart + text.length },
    longSpan: { start: longStart, end: longEnd },
  }
}

/** “Long form (SF) and more (SFM)”. */
function longAround(prose: string, { start, end }: Bracketed, inner?: Abbreviation): Abbreviation | undefined {
  const short = inner && shortFormIn(prose.slice(start + 1, end - 1))
  if (!short || short.hasValue || !isNestedIn(short.text, inner, prose.slice(inner.span.end, start))) return undefined
  const shortStart = start + 1 + short.start
  const longSpan = { start: inner.longSpan.start, end: start - /\s*$/.exec(prose.slice(0, start))![0].length }
  return {
    short: short.text,
    long: clean(`${inner.long}${prose.slice(inner.span.end, longSpan.end)}`),
    span: { start: longSpan.start, end },
    shortSpan: { start: shortStart, end: shortStart + short.text.length },
    longSpan,
  }
}

/** “SF (long form)”. */
function longInside(prose: string, { start, end, from }: Bracketed): Abbreviation | undefined {
  if (isAfterSmallWord(prose, start)) return undefined
  const before = lastWord(prose, from(), start)
  if (!before) return undefined
  const { text: short } = trimmed(before.word.replace(/^[([{]+/, ''))
  if (!isShortForm(short) || short.length < 2) return undefined
  const inner = prose.slice(start + 1, end - 1)
  const lead = /^\s*(?:(?:i\.\s?e\.|ie|or|for|from|meaning|the)(?!\p{L})[.,:]*\s*)*/iu.exec(inner)![0].length
  const cut = /[;=]|,\s/.exec(inner.slice(lead))?.index ?? inner.length - lead
  const { text, offset: inset } = trimmed(inner.slice(lead, lead + cut))
  if (!/\s|\p{L}{5}/u.test(text) || text.split(/\s+/).length > short.length * 2 + 2) return undefined
  const cost = align(short, text).find(({ start }) => start === 0)?.cost
  if (cost === undefined || !isAccepted(short, text, cost * 1.5)) return undefined
  if (!/\p{Lu}/u.test(short) && (cost > 0 || short.length > 4 || !/\s/.test(text))) return undefined
  const shortStart = before.start + before.word.indexOf(short)
  const longStart = start + 1 + lead + inset
  return {
    short,
    long: clean(text),
    span: { start: shortStart, end },
    shortSpan: { start: shortStart, end: shortStart + short.length },
    longSpan: { start: longStart, end: longStart + text.length },
  }
}

/** A city and its state: “(New York, NY)”. */
const STATE = /^New\s+\p{Lu}\p{Ll}+,\s+N[A-Z]$/u

/** “(long form, SF)”. */
function bothInside(prose: string, { start, end }: Bracketed): Abbreviation | undefined {
  const inner = prose.slice(start + 1, end - 1)
  const comma = inner.lastIndexOf(',')
  if (comma < 0) return undefined
  const { text: short, offset } = trimmed(inner.slice(comma + 1))
  if (!isShortForm(short) || !/\p{Lu}.*\p{Lu}/u.test(short) || STATE.test(inner)) return undefined
  const long = bestLong(short, inner.slice(0, comma))
  if (!long || /[\p{L}\p{N}]/u.test(inner.slice(0, long.start))) return undefined
  const longSpan = { start: start + 1 + long.start, end: start + 1 + long.end }
  const shortStart = start + 1 + comma + 1 + offset
  return {
    short,
    long: clean(prose.slice(longSpan.start, longSpan.end)),
    span: { start: longSpan.start, end },
    shortSpan: { start: shortStart, end: shortStart + short.length },
    longSpan,
  }
}

/** The likeliest long form at the end of `text`. */
function bestLong(short: string, text: string): { start: number; end: number } | undefined {
  const end = text.replace(/(?:\[\s*\]|[\s*_'"“”‘’~^,\\])+$/, '').length
  let best: { start: number; cost: number } | undefined
  for (const alignment of align(short, text.slice(0, end))) {
    if (!best || alignment.cost <= best.cost) best = alignment
  }
  if (!best || !isAccepted(short, text.slice(best.start, end), best.cost)) return undefined
  return { start: best.start, end }
}

/** Whether an alignment is cheap enough for its number of letters. */
function isAccepted(short: string, long: string, cost: number): boolean {
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').length
  if (!isBalanced(long) || long.includes('://')) return false
  if (
    long.length <= short.length ||
    long
      .toLowerCase()
      .split(/[\s-]+/)
      .includes(short.toLowerCase())
  )
    return false
  if (letters === 1) return cost === 0 && /^\p{Lu}$/u.test(short) && /^\p{L}{4,}$/u.test(long)
  return cost <= (letters > 2 ? 0.62 : 0.55) * letters
}

const REACH = 60

/** Whether a word in small letters stands before brackets, as mostly: whatever its clause, it is no short form. */
function isAfterSmallWord(prose: string, brackets: number): boolean {
  const last = lastWord(prose, Math.max(0, brackets - REACH), brackets)
  return last !== undefined && last.start > brackets - REACH && /^\p{Ll}{6,}$/u.test(last.word)
}

/** The last of the words that end before `to`, as far as it stands behind `from`. */
function lastWord(text: string, from: number, to: number): { word: string; start: number } | undefined {
  let end = to
  while (end > from && isSpace(text, end - 1)) end--
  let start = end
  while (start > from && !isSpace(text, start - 1)) start--
  return start < end ? { word: text.slice(start, end), start } : undefined
}

function lastWords(text: string, count: number): { text: string; offset: number } {
  let offset = text.length
  for (let words = 0; words < count && offset > 0; words++) {
    const last = lastWord(text, 0, offset)
    if (!last || last.start === 0) return { text, offset: 0 }
    offset = last.start
    while (offset > 0 && isSpace(text, offset - 1)) offset--
  }
  const skipped = /^\s*/.exec(text.slice(offset))![0].length
  return { text: text.slice(offset + skipped), offset: offset + skipped }
}

const isSpace = (text: string, offset: number): boolean => {
  const unit = text.charCodeAt(offset)
  return unit === 32 || unit === 10 || (unit < 33 || unit > 127 ? /\s/.test(text[offset]!) : false)
}

const clean = (text: string): string =>
  text
    .replace(/[*~^]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/[\r\n]+[ \t]*>+|\\+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether every bracket that a text opens is closed in it, and no other. */
function isBalanced(text: string): boolean {
  let open = 0
  for (const character of text) {
    if (character === '(' || character === '[') open++
    else if ((character === ')' || character === ']') && --open < 0) return false
  }
  return open === 0
}
