import type { Analysis } from '../analysis/analysis.ts'
import type { Label } from '../manuscript/manuscript.ts'
import { byPosition, type Span } from '../text/span.ts'
import { describeLabel } from './hover/cross-reference.ts'

/** One line of a manuscript's outline. */
export interface DocumentSymbol {
  readonly name: string
  readonly detail: string
  readonly kind: 'heading' | Label['kind']
  /** All that belongs to it: of a heading, up to the next of its level. */
  readonly span: Span
  /** The name itself, inside `span`. */
  readonly selection: Span
  readonly children: readonly DocumentSymbol[]
}

/** Headings as they nest, with the labelled figures, tables and equations under them. */
export function documentSymbols(analysis: Analysis): readonly DocumentSymbol[] {
  const { headings, labels, text } = analysis.manuscript
  const root: Open = { level: 0, children: [] }
  const open: Open[] = [root]

  const closeTo = (level: number, end: number): void => {
    while (open.at(-1)!.level >= level && open.length > 1) {
      const { symbol } = open.pop()!
      if (symbol) symbol.span = { start: symbol.span.start, end: Math.max(symbol.span.end, end) }
    }
  }

  for (const part of inOrder(analysis, headings, labels)) {
    if (part.level !== undefined) closeTo(part.level, part.symbol.span.start)
    open.at(-1)!.children.push(part.symbol)
    if (part.level !== undefined) open.push({ level: part.level, children: part.symbol.children, symbol: part.symbol })
  }
  closeTo(1, text.length)
  return root.children
}

interface Open {
  readonly level: number
  readonly children: Growing[]
  readonly symbol?: Growing
}

interface Growing extends DocumentSymbol {
  span: Span
  readonly children: Growing[]
}

function inOrder(
  analysis: Analysis,
  headings: Analysis['manuscript']['headings'],
  labels: readonly Label[],
): { readonly level?: number; readonly symbol: Growing }[] {
  const sections = headings.map(({ level, text, span, identifier }) => ({
    level,
    symbol: symbol(text || '(empty heading)', identifier ? `#${identifier}` : '', 'heading', span, span),
  }))
  const labelled = labels
    .filter(({ kind }) => kind !== 'section' && kind !== 'anchor')
    .map(label => {
      const { text } = analysis.manuscript
      const span = label.target && covers(label.target, label.span) ? clamped(label.target, text) : label.span
      return { symbol: symbol(label.label, describeLabel(analysis, label).slice(0, 100), label.kind, span, label.span) }
    })
  return [...sections, ...labelled].sort((a, b) => byPosition(a.symbol.span, b.symbol.span))
}

const symbol = (name: string, detail: string, kind: DocumentSymbol['kind'], span: Span, selection: Span): Growing => ({
  name,
  detail,
  kind,
  span,
  selection,
  children: [],
})

/** What is never closed reaches to the end of the text and no further. */
const clamped = ({ start, end }: Span, text: string): Span => ({ start, end: Math.min(end, text.length) })

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
