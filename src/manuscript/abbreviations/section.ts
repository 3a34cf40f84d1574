import type { Block, Manuscript } from '../manuscript.ts'
import { align } from './align.ts'
import type { Listed } from './listed.ts'
import { isShortForm, trimmed } from './short-form.ts'

const TITLE = /^[\d.\s]*(?:list of )?(?:abbreviations?|acronyms?|nomenclature)(?:(?: list| used)|,? and \p{L}+)*$/iu
/** One line of such a section: “ECM: extracellular matrix”, “**ECM**, …”, “ECM = …”, “ECM – …”. */
const LINE =
  /^([\s*_>]*(?:[-+*]\s+)?)([^\s:;,=–—|*_][^\n:;,=–—|*_]{0,13}?)([*_]*(?:\s*[:,=–—]|\t|\s-|\s(?=\s))[\s*_]*)(\S[^\n]{2,150}?)[\s.;,*_\\]*$/u

/** What the sections of a manuscript define whose heading says that they list abbreviations. Spans are of the manuscript. */
export function definedInSections({
  prose,
  blocks,
  headings,
}: Pick<Manuscript, 'prose' | 'blocks' | 'headings'>): Listed[] {
  return headings.flatMap(({ text, level, span }, index) => {
    if (!TITLE.test(text.replace(/[*_:]|\{.*$/g, '').trim())) return []
    const next = headings.slice(index + 1).find(other => other.level <= level)
    const end = next?.span.start ?? prose.length
    const inside = blocks.filter(block => block.span.start >= span.end && block.span.end <= end)
    return inside.flatMap((block, at) => [...linesOf(prose, block), ...pairOf(prose, block, inside[at + 1])])
  })
}

/** The definitions of a paragraph or an item of a list, line by line and between semicolons. */
function linesOf(prose: string, { kind, span }: Block): Listed[] {
  if (kind !== 'paragraph') return []
  return [...prose.slice(span.start, span.end).matchAll(/[^\n;]+/g)].flatMap(({ 0: line, index }) => {
    const [, lead, short, mark, long] = LINE.exec(line) ?? []
    if (short === undefined || long === undefined) return []
    const start = span.start + index + lead!.length
    return listed(prose, start, short, start + short.length + mark!.length, long)
  })
}

/** A short form that fills a cell, or the term of a definition list, with its meaning in the block behind it. */
function pairOf(prose: string, { kind, span }: Block, next: Block | undefined): Listed[] {
  if (!next || (kind !== 'cell' && kind !== 'definition-term')) return []
  if (kind === 'cell' && (next.kind !== 'cell' || prose.slice(span.start, next.span.start).includes('\n'))) return []
  const short = trimmed(prose.slice(span.start, span.end))
  const long = trimmed(prose.slice(next.span.start, next.span.end))
  return listed(prose, span.start + short.offset, short.text, next.span.start + long.offset, long.text)
}

function listed(prose: string, start: number, short: string, from: number, long: string): Listed[] {
  if (!isShortForm(short) || !/\p{Lu}/u.test(short) || !/^[\p{L}\p{N}]/u.test(long) || long.length < 4) return []
  const isSaid = align(short, long).length > 0 || short[0]!.toLowerCase() === long[0]!.toLowerCase()
  if (!isSaid) return []
  const shortSpan = { start, end: start + short.length }
  const longSpan = { start: from, end: from + long.length }
  return [
    { short, long: prose.slice(longSpan.start, longSpan.end), span: { start, end: longSpan.end }, shortSpan, longSpan },
  ]
}
