import { memoByObject } from '../text/memo.ts'
import type { CitationItem, Manuscript } from './manuscript.ts'

/** The items of all citations of a manuscript, in order. */
export const citationItemsOf = memoByObject((manuscript: Manuscript): readonly CitationItem[] =>
  manuscript.citations.flatMap(({ items }) => items),
)
