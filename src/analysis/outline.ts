import { findAbbreviations } from '../manuscript/abbreviations.ts'
import type { CitekeyAlias, Label, Manuscript } from '../manuscript/manuscript.ts'
import { memoByObject } from '../text/memo.ts'
import { introducedIn } from './introduced.ts'
import { singularOf } from './short-forms.ts'
import { hasWord } from './words.ts'

/** What other manuscripts can see of this one. */
export interface Outline {
  readonly labels: readonly Label[]
  readonly citedKeys: readonly string[]
  readonly aliases: readonly CitekeyAlias[]
  readonly headingIdentifiers: readonly string[]
  /** Whether it says what a short form stands for; looked up when first asked. */
  explains(name: string): boolean
  /** Whether a word stands in it, in prose or elsewhere. */
  mentions(word: string): boolean
}

export const outlineOf = memoByObject((manuscript: Manuscript): Outline => {
  const { labels, citations, aliases, headings, text } = manuscript
  const cited = citations.flatMap(citation =>
    citation.items.filter(item => !item.crossReference).map(item => item.citekey),
  )
  return {
    labels,
    aliases,
    citedKeys: [...new Set(cited)],
    headingIdentifiers: headings.flatMap(({ identifier }) => identifier ?? []),
    explains: name => explainedIn(manuscript).has(name),
    mentions: word => hasWord(text, word),
  }
})

const explainedIn = memoByObject((manuscript: Manuscript): ReadonlySet<string> => {
  const defined = findAbbreviations(manuscript).map(({ short }) => singularOf(short))
  return new Set([...defined, ...introducedIn(manuscript)])
})
