import type { Analysis } from '../analysis/analysis.ts'
import { shortLabel } from '../bibliography/describe.ts'
import { fold } from '../text/fold.ts'
import type { Location, Span } from '../text/span.ts'
import { searchReferences } from './completion/search.ts'
import { titleLine } from './hover/reference.ts'

export interface WorkspaceSymbol extends Location {
  readonly name: string
  /** What it belongs to, beside the name. */
  readonly container: string
  readonly kind: 'reference' | 'heading' | 'label'
  readonly selection: Span
}

const MOST = 200

/** References by key, author, title and year, and the headings and labels of manuscripts; every word of the query must be found. */
export function workspaceSymbols(analyses: readonly Analysis[], query: string): readonly WorkspaceSymbol[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  const found = new Map<string, WorkspaceSymbol>()
  const offer = (symbol: WorkspaceSymbol): void => {
    const key = `${symbol.uri} ${symbol.selection.start}`
    if (found.size < MOST && !found.has(key)) found.set(key, symbol)
  }

  for (const { uri, manuscript } of analyses) {
    const named = (name: string): boolean => {
      const text = fold(name)
      return wanted.every(word => text.includes(word))
    }
    for (const { text, span } of manuscript.headings) {
      if (named(text)) offer({ uri, span, selection: span, name: text, container: '', kind: 'heading' })
    }
    for (const { label, span, target } of manuscript.labels) {
      if (named(label)) offer({ uri, span: target ?? span, selection: span, name: label, container: '', kind: 'label' })
    }
  }
  for (const library of new Set(analyses.map(({ library }) => library))) {
    for (const { citekey, item, location, citekeySpan } of searchReferences(library, query, new Set(), MOST)) {
      const container = `${shortLabel(item)}: ${titleLine(item)}`
      offer({ ...location, selection: citekeySpan, name: citekey, container, kind: 'reference' })
    }
  }
  return [...found.values()]
}
