import type { Analysis } from '../analysis/analysis.ts'
import type { Concept } from '../lexicon/concept.ts'
import { type Span, slice } from '../text/span.ts'

/** One concept of a manuscript: how often it is mentioned, in which words, and where. */
export interface Term {
  readonly concept: string
  readonly label: string
  readonly category: string
  /** The name and version of the pack that knows it. */
  readonly pack: string
  readonly count: number
  /** The words used for it, the most frequent first. */
  readonly forms: readonly { readonly text: string; readonly count: number }[]
  readonly spans: readonly Span[]
  /** Labels of the concepts that it is related to and that the manuscript mentions too. */
  readonly related: readonly string[]
}

/** The concepts that a manuscript mentions, the most frequent first, then in order of appearance. */
export function terms({ manuscript: { text }, mentions, lexicon }: Analysis): readonly Term[] {
  const found = new Map<string, Found>()
  for (const { span, concepts } of mentions) {
    const [concept] = concepts
    const known: Found = found.get(concept.id) ?? { concept, spans: [], forms: new Map() }
    const form = slice(text, span).replace(/[*_]+/g, '').replace(/\s+/g, ' ')
    known.spans.push(span)
    known.forms.set(form, (known.forms.get(form) ?? 0) + 1)
    found.set(concept.id, known)
  }
  return [...found.values()]
    .map(({ concept, spans, forms }) => ({
      concept: concept.id,
      label: concept.label,
      category: concept.category,
      pack: `${concept.pack.title} ${concept.pack.version}`.trim(),
      count: spans.length,
      forms: [...forms].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count),
      spans,
      related: [
        ...new Set(
          concept.relations.flatMap(({ concept }) =>
            found.has(concept) ? (lexicon.concepts.get(concept)?.label ?? []) : [],
          ),
        ),
      ],
    }))
    .sort((a, b) => b.count - a.count || a.spans[0]!.start - b.spans[0]!.start)
}

interface Found {
  readonly concept: Concept
  readonly spans: Span[]
  readonly forms: Map<string, number>
}
