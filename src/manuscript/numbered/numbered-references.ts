import type { Span } from '../../text/span.ts'
import type { Manuscript } from '../manuscript.ts'

/** A manuscript whose references are numbered by hand: `[12]` or `^12^` in the text, and a list under a heading. */
export interface NumberedReferences {
  readonly heading: Span
  /** In order; `number` is what the renderer prints. */
  readonly list: readonly { readonly number: number; readonly span: Span }[]
  /** Every number that the text refers to, ranges written out; `span` is the number, or the range that it is in. */
  readonly references: readonly NumberedReference[]
}

export interface NumberedReference {
  readonly number: number
  readonly span: Span
}

const HEADING =
  /^(?:\d+\.?\s*)?(?:references(?: cited)?|reference list|literature(?: cited)?|bibliography|works cited)[:.]?$/i
const FEWEST = 3
const LONGEST_RANGE = 60

/**
 * The numbered references of a manuscript; nothing when it cites by citekey, or has no list of at least three references under
 * a heading, or no marks in the text that mostly agree with the list.
 */
export function numberedReferences(manuscript: Manuscript): NumberedReferences | undefined {
  const { text, headings, citations } = manuscript
  const index = headings.findLastIndex(({ text }) => HEADING.test(text.replace(/[*_\\]/g, '').trim()))
  const heading = headings[index]
  if (!heading || citations.some(({ items }) => items.some(({ crossReference }) => !crossReference))) return undefined
  const next = headings.slice(index + 1).find(({ level }) => level <= heading.level)
  const list = listIn(text, heading.span.end, next?.span.start ?? text.length)
  if (list.length < FEWEST) return undefined

  const body = [
    { start: manuscript.frontMatter.span?.end ?? 0, end: heading.span.start },
    { start: next?.span.start ?? text.length, end: text.length },
  ]
  const last = Math.max(...list.map(({ number }) => number))
  const styles = [bracketed, raised].map(style => body.flatMap(part => style(manuscript, part)))
  const [most, fewer] = styles[0]!.length >= styles[1]!.length ? styles : [styles[1]!, styles[0]!]
  const references = most!
  const sound = references.filter(({ number }) => number >= 1 && number <= last).length
  if (sound < FEWEST || sound < references.length * 0.6 || fewer!.length > most!.length / 2) return undefined
  return { heading: heading.span, list, references }
}

/** The items of a list: `[3]` is what it says; of `1.` the first counts, since renderers number the rest themselves. */
function listIn(text: string, start: number, end: number): NumberedReferences['list'] {
  const list: { number: number; span: Span }[] = []
  const item = /^[ \t]{0,3}(?:\\?\[(\d{1,4})\\?\]|(\d{1,4})\\?[.)])[ \t]+(?=\S)/gm
  item.lastIndex = start
  for (let found = item.exec(text); found && found.index < end; found = item.exec(text)) {
    const written = (found[1] ?? found[2])!
    const at = found.index + found[0].indexOf(written)
    const number = found[1] ? Number(written) : (list.at(-1)?.number ?? Number(written) - 1) + 1
    list.push({ number, span: { start: at, end: at + written.length } })
  }
  return list
}

/** `[12]`, `[3–5, 8]`, also with escaped brackets, but no link and no index after a word. */
function bracketed({ text, prose }: Manuscript, { start, end }: Span): NumberedReference[] {
  const mark =
    /(?<![\w\]!])\\?\[(\d{1,3}(?:\s*[-–—,;]\s*\d{1,3})*)\\?\](?![([:{])|(?<=[\p{L}.,;)”"’%])\\?\[(\d{1,3}(?:\s*[-–—,;]\s*\d{1,3})*)\\?\](?![([:{])/gu
  return marks(text, prose, mark, start, end)
}

/** `^12^` and `<sup>12</sup>` after a word or a mark, but no exponent after a number or a unit. */
function raised({ text, prose }: Manuscript, { start, end }: Span): NumberedReference[] {
  const mark =
    /(?<=\p{L}{4}|[.,;:)”"’])(?:\^(\d{1,3}(?:[-–—,;]\d{1,3})*)\^|<sup>(\d{1,3}(?:\s*[-–—,;]\s*\d{1,3})*)<\/sup>)/gu
  return marks(text, prose, mark, start, end)
}

function marks(text: string, prose: string, mark: RegExp, start: number, end: number): NumberedReference[] {
  const references: NumberedReference[] = []
  mark.lastIndex = start
  for (let found = mark.exec(text); found && found.index < end; found = mark.exec(text)) {
    const numbers = (found[1] ?? found[2])!
    const at = found.index + found[0].indexOf(numbers)
    if (prose.slice(at, at + 1).trim() === '') continue
    for (const part of numbers.matchAll(/(\d+)(?:\s*[-–—]\s*(\d+))?/g)) {
      const span = { start: at + part.index, end: at + part.index + part[0].length }
      const [from, to] = [Number(part[1]), Number(part[2] ?? part[1])]
      for (let number = from; number <= Math.min(to, from + LONGEST_RANGE); number++) references.push({ number, span })
    }
  }
  return references
}
