import type { Citation } from '../../../src/manuscript/manuscript.ts'

/** Citations as one line: groups by `|`, items by `;`, each with Pandoc's word for its mode. */
export const groupsOf = (citations: readonly Citation[]): string =>
  citations
    .map(({ mode, items }) =>
      items
        .map(({ citekey, suppressAuthor }, index) => {
          const inText = mode === 'narrative' && index === 0
          return `${suppressAuthor ? 'SuppressAuthor' : inText ? 'AuthorInText' : 'NormalCitation'} ${citekey}`
        })
        .join('; '),
    )
    .join(' | ')
