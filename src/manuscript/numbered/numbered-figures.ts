import type { Span } from '../../text/span.ts'
import type { Manuscript } from '../manuscript.ts'

/** “Figure 3”, “Table S2”: of which kind, and whether of the supplement. */
export interface NumberedFigure {
  readonly kind: 'figure' | 'table'
  readonly supplementary: boolean
  readonly number: number
  readonly span: Span
}

const NAME =
  /(?<![\p{L}\p{N}_-])((?:supplement(?:ary|al)|suppl?\.?|extended data|additional)\s+)?(fig(?:ure)?s?\.?|tables?)[\s\u00a0~]*(s)?(\d{1,2})(?![\d.]*\d)/giu

/** How what may be such a caption begins. */
const NUMBERED = /^[\s*_#:([]*(?:suppl|fig|table|extended|additional)/i

/** Captions that carry a number written by hand: a paragraph, caption or image text that begins with “Figure 3.” */
export function numberedCaptions({ text, blocks, images }: Manuscript): readonly NumberedFigure[] {
  const places = [
    ...blocks.filter(({ kind }) => kind !== 'cell').map(({ span }) => span),
    ...images.map(image => image.text),
  ]
  const captions = places.flatMap(({ start, end }) => {
    const head = text.slice(start, Math.min(end, start + 80))
    if (!NUMBERED.test(head)) return []
    const [found] = head.matchAll(NAME)
    if (!found || !/^[\s*_#:([]*$/.test(head.slice(0, found.index))) return []
    const after = head.slice(found.index + found[0].length)
    return /^[\s*_)\]]*(?:[.:|–—]|$|\*|\s+[\p{Lu}(])/u.test(after) && !/^\s*(?:and|shows?|is|are|in|to)\b/.test(after)
      ? [figureOf(found, start)]
      : []
  })
  const seen = new Set<string>()
  return captions.filter(caption => !seen.has(keyOf(caption)) && seen.add(keyOf(caption)))
}

/** Mentions in prose, of the manuscript’s own figures as far as can be told; “Figs. 3 and 4” mentions two. */
export function numberedMentions({ prose }: Manuscript): readonly NumberedFigure[] {
  return [...prose.matchAll(NAME)].flatMap(found => {
    const end = found.index + found[0].length
    const after = prose.slice(end, end + 60)
    if (
      /^[a-z]?,?\s+(?:of|in|from|by)\s+(?:ref|the (?:review|original|paper|study|work|article)|\[|\p{Lu})/u.test(after)
    )
      return []
    const first = figureOf(found, 0)
    const more = /^[a-z]?\s*(?:and|&|,|–|-|to)\s*s?(\d{1,2})(?![\d.]*\d|\s*(?:%|[a-z]*m\b|of\b))/iu.exec(after)
    if (!more || !/s\.?$/i.test(found[2]!)) return [first]
    const at = end + more[0].length - more[1]!.length
    return [first, { ...first, number: Number(more[1]), span: { start: at, end: at + more[1]!.length } }]
  })
}

/** What tells figures apart: kind, part and number. */
export const keyOf = ({ kind, supplementary, number }: NumberedFigure): string =>
  `${kind} ${supplementary ? 'S' : ''}${number}`

function figureOf(found: RegExpExecArray, start: number): NumberedFigure {
  return {
    kind: /^t/i.test(found[2]!) ? 'table' : 'figure',
    supplementary: found[1] !== undefined || found[3] !== undefined,
    number: Number(found[4]),
    span: { start: start + found.index, end: start + found.index + found[0].length },
  }
}
