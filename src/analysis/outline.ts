import type { CitekeyAlias, Label, Manuscript } from '../manuscript/manuscript.ts'

/** What other manuscripts can see of this one; typing prose does not change it. */
export interface Outline {
  readonly labels: readonly Label[]
  readonly citedKeys: readonly string[]
  readonly aliases: readonly CitekeyAlias[]
  readonly headingIdentifiers: readonly string[]
}

export function outlineOf({ labels, citations, aliases, headings }: Manuscript): Outline {
  const cited = citations.flatMap(citation =>
    citation.items.filter(item => !item.crossReference).map(item => item.citekey),
  )
  return {
    labels,
    aliases,
    citedKeys: [...new Set(cited)],
    headingIdentifiers: headings.flatMap(({ identifier }) => identifier ?? []),
  }
}
