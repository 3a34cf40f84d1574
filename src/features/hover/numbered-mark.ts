import { slice } from '../../text/span.ts'
import { numberedMarkAt } from '../numbered-marks.ts'
import type { HoverProvider } from './hover.ts'
import { link, paragraphs, plain } from './markdown.ts'
import { referenceAddresses } from './reference.ts'

/** The most references of a range that are shown. */
const MOST = 10

/** Hovering a number that stands for references shows them as the manuscript's own list has them. */
export const hoverNumberedMark: HoverProvider = (analysis, offset) => {
  const mark = numberedMarkAt(analysis, offset)
  if (!mark || mark.references.length === 0) return undefined
  const shown = mark.references.slice(0, MOST).map(({ citekeySpan, location, item }) => {
    const text = slice(analysis.manuscript.text, { start: citekeySpan.start, end: location.span.end })
    const links = referenceAddresses(item).map(({ text, address }) => link(text, address))
    return [plain(text), ...links].join(' · ')
  })
  return { span: mark.span, markdown: paragraphs(...shown) }
}
