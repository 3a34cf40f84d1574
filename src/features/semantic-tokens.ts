import type { Analysis } from '../analysis/analysis.ts'
import { isUnread } from '../bibliography/merge-library.ts'
import { byPosition, overlaps, type Span } from '../text/span.ts'
import { citationItems, findReference } from './subject.ts'

/** Kinds of tokens, in the order that editors are told of them; the extension gives each a colour. */
export const TOKEN_TYPES = ['mention', 'citekey', 'label', 'crossReference', 'footnote'] as const

/** What else is known of a token: that it leads nowhere, or the category of the concept (of the shipped lexicon). */
export const TOKEN_MODIFIERS = [
  'unresolved',
  'cell',
  'microenvironment',
  'structure',
  'stress',
  'property',
  'molecule',
  'process',
  'phenotype',
  'metastaticStep',
  'disease',
] as const

export interface SemanticToken {
  readonly span: Span
  readonly type: (typeof TOKEN_TYPES)[number]
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][]
}

/** The tokens of a manuscript, or of a part of it, in order and without overlaps; citations go before mentions. */
export function semanticTokens(analysis: Analysis, within?: Span): readonly SemanticToken[] {
  const { manuscript, library, mentions, project } = analysis
  const inside = ({ span }: { span: Span }): boolean => !within || overlaps(span, within)
  const known = new Set(
    [manuscript, ...project.others.map(({ outline }) => outline)].flatMap(({ labels }) =>
      labels.map(({ label }) => label),
    ),
  )
  const defined = new Set(manuscript.footnotes.definitions.map(({ label }) => label))

  const citekeys = citationItems(manuscript)
    .filter(inside)
    .map(({ citekey, citekeySpan: span }) =>
      token(span, 'citekey', !findReference(library, citekey) && citekey !== '*' && !isUnread(library)),
    )
  const labels = manuscript.labels.filter(inside).map(({ span }) => token(span, 'label'))
  const crossReferences = manuscript.crossReferences
    .filter(inside)
    .map(({ label, labelSpan }) => token(labelSpan, 'crossReference', !known.has(label)))
  const marks = [...manuscript.footnotes.references, ...manuscript.footnotes.definitions]
    .filter(inside)
    .map(({ label, span }) => token(span, 'footnote', !defined.has(label)))
  const terms = mentions.filter(inside).map(({ span, concepts: [{ category }] }) => mentionToken(span, category))

  return withoutOverlaps([...citekeys, ...labels, ...crossReferences, ...marks, ...terms])
}

const token = (span: Span, type: SemanticToken['type'], unresolved = false): SemanticToken => ({
  span,
  type,
  modifiers: unresolved ? ['unresolved'] : [],
})

function mentionToken(span: Span, category: string): SemanticToken {
  const name = category.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase())
  return { span, type: 'mention', modifiers: TOKEN_MODIFIERS.filter(modifier => modifier === name) }
}

/** In order of place; of tokens that overlap, the one that comes first in the list stays. */
function withoutOverlaps(tokens: SemanticToken[]): SemanticToken[] {
  const kept: SemanticToken[] = []
  for (const token of tokens.sort((a, b) => byPosition(a.span, b.span) || rank(a) - rank(b))) {
    const before = kept.at(-1)
    if (token.span.end > token.span.start && (!before || before.span.end <= token.span.start)) kept.push(token)
  }
  return kept
}

const rank = ({ type }: SemanticToken): number => (type === 'mention' ? 1 : 0)
